export const zh = {
  kind: "评审指派",
  title: "有1位专家谢绝评审，请补派",
  preheader: "补派之后人数才够。",
  lead: (p: { reviewer: string; title: string }) => `${p.reviewer}谢绝评审${p.title}，请补派1位专家。`,
  reason: "专家写明的理由",
  button: "去补派",
  why: "您是这份申报的经办，因此收到本信。",
};
