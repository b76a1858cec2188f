export const zh = {
  kind: "企业信息",
  title: "统一社会信用代码没有通过核实",
  preheader: "请核对代码和营业执照。",
  lead: (p: { company: string; uscc: string }) =>
    `基金办对照营业执照，没有通过“${p.company}”的统一社会信用代码${p.uscc}。`,
  reason: "理由",
  button: "打开企业页面",
  next: "接下来：",
  nextThen: "请在企业页面改正代码，或重新上传营业执照，基金办再次核实。已填的草稿都在。",
  why: "您是这家企业的所有者，因此收到本信。",
};
