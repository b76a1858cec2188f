export const zh = {
  kind: "不予受理通知",
  title: "形式审查结果：不予受理",
  preheader: "理由和之后怎么办见信内。",
  lead: (p: { title: string }) => `${p.title}没有通过形式审查，不予受理。`,
  reason: "理由",
  button: "查看审查结果",
  then: "这份申报到此为止，内容仍存档。补齐条件后，可以在下一批重新申报。",
  question: "对理由有疑问：",
  questionThen: "请联系基金办，说明申报编号。",
  why: "您是这家企业在平台上的成员，因此收到本信。",
};
