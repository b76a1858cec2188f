export const zh = {
  kind: "经办",
  title: "有1份申报转给您经办",
  preheader: "以后的补正、评审和谢绝都会通知您。",
  lead: "这份申报从现在起由您经办，以后的补正、评审和谢绝都会通知您。",
  project: "项目",
  company: "企业",
  call: "申报专题",
  button: "打开申报",
  why: "您是这份申报的经办，因此收到本信。",
};
