export const zh = {
  kind: "回避",
  title: "有1位专家申明利害关系，请补派",
  preheader: "申报材料没有对这位专家打开。",
  lead: (p: { reviewer: string; title: string }) =>
    `${p.reviewer}对${p.title}申明利害关系，不再评审。申报材料没有对这位专家打开。`,
  button: "查看声明并补派",
  next: "接下来：",
  nextThen: "认定回避，并补派1位专家。",
  why: "您是这份申报的经办，因此收到本信。",
};
