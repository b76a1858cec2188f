type Stage = "asked" | "answered";

export const zh = {
  kind: "评审问题",
  title: (p: { stage: Stage }): string =>
    p.stage === "asked" ? "专家有问题要问企业" : "企业已回答专家的问题",
  preheader: (p: { stage: Stage }): string =>
    p.stage === "asked" ? "转给企业之前由您把关。" : "由您转给全体评审专家。",
  lead: (p: { stage: Stage; title: string }) =>
    p.stage === "asked"
      ? `一位专家就${p.title}提了问题。您可以改写后转给企业，也可以不转交并说明理由。`
      : `企业回答了就${p.title}提出的问题。您转交之后，全体评审专家同时看到问题和回答。`,
  button: "打开问题",
  confidential: "为了保密，信中不写问题、回答和专家姓名。",
  why: "您是这份申报的经办，因此收到本信。",
};
