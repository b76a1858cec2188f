export const zh = {
  kind: "审议结果通知",
  title: "投委会审议结果：未通过",
  preheader: "理由和之后怎么办见信内。",
  lead: (p: { company: string; title: string }) => `投资委员会没有通过贵公司“${p.company}”的${p.title}。`,
  reason: "理由",
  number: "申报编号",
  meeting: "会议日期",
  button: "查看结果",
  then: "这份申报到此为止，内容仍存档。情况有变化后，可以在下一批重新申报。",
  question: "对结果有疑问：",
  questionThen: "请联系基金办，说明申报编号。",
  why: "您是这家企业在平台上的成员，因此收到本信。谢谢贵公司的申报和准备。",
};
