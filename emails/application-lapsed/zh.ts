export const zh = {
  kind: "补正逾期",
  title: "补正逾期，申报已转为不予受理",
  preheader: (p: { round: number }) => `第${p.round}轮补正期限内没有收到企业的补正。`,
  lead: (p: { round: number; dueAt: string }) =>
    `第${p.round}轮补正的截止时间是${p.dueAt}，到时没有收到企业提交的补正。这份申报已自动转为不予受理，企业也已收到通知。`,
  project: "项目",
  company: "企业",
  points: "要求补正",
  pointsOf: (p: { items: number; open: number }) =>
    p.open === 0 ? `共${p.items}处，都已处理，但没有提交` : `共${p.items}处，其中${p.open}处没有处理`,
  button: "查看这份申报",
  then: "无需办理。企业补齐后，可以在下一批重新申报。",
  why: "您是这份申报的经办，因此收到本信；未指定经办时，每位经办都会收到。",
};
