export const zh = {
  kind: "补正已回",
  title: "补正已提交，请在5个工作日内复核",
  preheader: (p: { count: number; round: number }) => `第${p.round}轮，补正${p.count}处。`,
  lead: (p: { count: number; round: number }) =>
    `企业已提交第${p.round}轮补正，共${p.count}处，改动在页面上标亮。`,
  project: "项目",
  company: "企业",
  at: "提交时间",
  button: "开始复核",
  due: "收到后5个工作日内回复企业。",
  why: "您是这份申报的经办，因此收到本信。",
};
