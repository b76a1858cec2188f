export const zh = {
  kind: "补正期限变更",
  title: (p: { at: string }) => `补正期限延长到${p.at}`,
  preheader: "要补正的内容没有变，已改的都在。",
  lead: (p: { title: string; round: number }) => `${p.title}第${p.round}轮补正的截止时间已经延长。`,
  before: "原来",
  now: "现在",
  reason: "原因",
  button: "去补正",
  then: "在新的截止时间前补正并交回，收到后5个工作日内回复您。",
  late: "按现有材料不予受理，可以在下一批重新申报。",
  why: "您是这家企业的所有者或编辑，因此收到本信。补正由所有者提交。",
};
