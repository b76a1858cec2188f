export const zh = {
  kind: "补正通知",
  title: (p: { by: string; count: number }) => `请在${p.by}前补正${p.count}处`,
  preheader: (p: { count: number }) => `要补正的${p.count}处都列在信内，其他内容没有问题。`,
  lead: (p: { title: string; count: number }) =>
    `贵公司${p.title}已完成形式审查。下面${p.count}处需要补充，其他内容没有问题。`,
  whole: "整份申报",
  wanted: (p: { wanted: string }) => `请补：${p.wanted}`,
  button: "去补正",
  then: "收到补正后5个工作日内回复您。",
  late: "按现有材料不予受理，可以在下一批重新申报。",
  round: "轮次：",
  roundValue: (p: { round: number }) => `第${p.round}轮补正，最多两轮。`,
  why: "您是这家企业的所有者或编辑，因此收到本信。补正由所有者提交。",
};
