export const zh = {
  kind: "企业信息",
  title: "统一社会信用代码已核实",
  preheader: "可以继续申报，不用再做任何事。",
  lead: (p: { company: string; uscc: string }) =>
    `基金办已对照营业执照核实“${p.company}”的统一社会信用代码${p.uscc}。`,
  button: "打开企业页面",
  next: "接下来：",
  nextThen: "可以继续申报，不用再做任何事。",
  why: "您是这家企业的所有者，因此收到本信。",
};
