export const zh = {
  kind: "评审回执",
  title: "评审已收到，谢谢您",
  lead: (p: { number: string; at: string }) => `您对${p.number}的评审已于${p.at}提交。谢谢您的时间和意见。`,
  remaining: (p: { remaining: number }) =>
    p.remaining === 0 ? "您手上没有其他待办的评审。" : `您手上还有${p.remaining}份评审待办。`,
  button: "打开评审任务",
  why: "您提交了评审，因此收到本信。",
};
