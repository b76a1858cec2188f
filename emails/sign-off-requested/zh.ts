export const zh = {
  kind: "签署请求",
  title: "同事请您签署并提交申报",
  titleCorrection: "同事请您签署并交回补正",
  preheader: "只有企业所有者可以签署提交。",
  lead: (p: { by: string; title: string }) => `${p.by}已填好${p.title}，请您通读、声明并提交。`,
  leadCorrection: (p: { by: string; title: string }) =>
    `${p.by}已按要求补正${p.title}，请您通读、声明并交回。`,
  missing: (p: { count: number }) => `发出请求时，还有${p.count}道必答题没有完成。`,
  note: "附言：",
  button: "通读并签署",
  afterwards: "如果内容还要改，您可以在同一页面退回并写明原因，同事会收到。",
  why: "您是这家企业的所有者，因此收到本信。",
};
