export const zh = {
  kind: "试填邀请",
  title: (p: { by: string }) => `请在${p.by}前接受邀请，试填一个专题`,
  preheader: "在专题开放之前，像申报人一样试填、提交。",
  lead: (p: { invitedBy: string; call: string }) =>
    `${p.invitedBy}邀请您试填“${p.call}”的申报表。这个专题还没有开放，请不要对外转发。`,
  what: "试填和正式申报的页面一样，但不是真实申报：页面、PDF和邮件都标明“测试”，不占用正式编号，不会受理。",
  purge: "专题开放时，您填写的内容、文件和有关邮件自动清除，请不要当作草稿使用。",
  button: "接受邀请",
  opens: "专题开放",
  then: "登录或注册后，从“我的申报”进入试填。",
  late: "链接失效，请邀请人重新发送。",
  why: (p: { invitedBy: string }) =>
    `${p.invitedBy}填写了这个邮箱，因此收到本信。不认识邀请人，不用做任何事。`,
};
