type Outcome = "answered" | "declined";

export const zh = {
  kind: "评审问题",
  title: (p: { outcome: Outcome }): string =>
    p.outcome === "answered" ? "企业对评审问题的回答已转来" : "您的问题没有转给企业",
  preheader: (p: { outcome: Outcome }): string =>
    p.outcome === "answered" ? "这份申报的全体评审专家同时收到。" : "理由写在问题页面。",
  lead: (p: { outcome: Outcome; call: string; number: string }) =>
    p.outcome === "answered"
      ? `您评审的“${p.call}”申报（${p.number}）有1个问题得到了企业的回答，已转给全体评审专家。`
      : `您就“${p.call}”申报（${p.number}）提的问题，基金办没有转给企业，并写明了理由。`,
  where: "请打开这份评审，在“问企业”里查看。",
  button: "打开我的评审",
  why: "您是这份申报的评审专家，因此收到本信。为了保密，信中不写企业、项目、问题和回答。",
};
