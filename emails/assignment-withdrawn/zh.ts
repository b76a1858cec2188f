export const zh = {
  kind: "评审任务",
  title: "这份评审不用再做",
  preheader: "基金办已撤回这项任务。",
  lead: (p: { call: string; number: string }) =>
    `基金办撤回了“${p.call}”中${p.number}的评审任务，您不用再做任何事，申报材料已对您关闭。谢谢您的时间。`,
  button: "查看其他评审任务",
  why: "您曾被指派评审这份申报，因此收到本信。",
};
