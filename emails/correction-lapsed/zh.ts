export const zh = {
  kind: "不予受理通知",
  title: "补正期限已过，申报不予受理",
  preheader: "期限内没有收到补正。",
  lead: (p: { title: string; round: number; dueAt: string }) =>
    `${p.title}不予受理：第${p.round}轮补正的截止时间是${p.dueAt}，到时没有收到补正。`,
  button: "查看这份申报",
  then: "这份申报到此为止，内容仍存档，可以在下一批重新申报。",
  question: "认为有误：",
  questionThen: "请联系基金办，说明申报编号。",
  why: "您是这家企业在平台上的成员，因此收到本信。",
};
