export const zh = {
  kind: "截止提醒",
  title: (p: { at: string; days: number }) =>
    `${p.days === 0 ? "今天截止" : `还有${p.days}天`}：请在${p.at}前提交申报`,
  preheader: (p: { missing: number }) =>
    p.missing === 0 ? "必填项已填完，还没提交。" : `还差${p.missing}个必填项。`,
  lead: (p: { title: string; call: string }) => `${p.title}（${p.call}）还没提交，现在仍是草稿。`,
  missing: (p: { missing: number }) =>
    p.missing === 0
      ? "必填项已经填完。请由企业所有者检查、签署并提交。"
      : `还差${p.missing}个必填项。填完后，由企业所有者检查、签署并提交。`,
  button: "继续填报",
  late: "平台到时不再接收，草稿会保留。",
  why: "您是这家企业的所有者或编辑，因此收到本信。提交之后不再提醒。",
};
