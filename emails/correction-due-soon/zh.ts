export const zh = {
  kind: "补正提醒",
  title: (p: { at: string }) => `补正${p.at}截止`,
  preheader: (p: { open: number; count: number }) =>
    p.open === 0 ? `${p.count}处都已改或说明，还没有交回。` : `${p.count}处中还有${p.open}处没有改动或说明。`,
  lead: (p: { title: string; days: number; round: number }) =>
    `${p.title}的第${p.round}轮补正还没有交回，离截止还有${p.days}个工作日。`,
  state: (p: { open: number; count: number }) =>
    p.open === 0
      ? `${p.count}处都已改或说明，请所有者声明并交回。`
      : `${p.count}处中还有${p.open}处既没有改动，也没有说明。`,
  button: "去补正",
  then: "收到补正后5个工作日内回复您。",
  late: "按现有材料不予受理，可以在下一批重新申报。",
  why: "您是这家企业的所有者或编辑，因此收到本信。补正由所有者提交。",
};
