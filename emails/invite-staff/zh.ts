export const zh = {
  kind: "邀请",
  title: (p: { by: string }) => `请在${p.by}前接受邀请`,
  preheader: "加入申报平台，设置密码后即可使用。",
  lead: (p: { invitedBy: string; roles: string }) =>
    `${p.invitedBy || "基金办"}邀请您加入山西省集成电路产业投资基金（拟设立）申报平台，身份：${p.roles}。`,
  roles: {
    officer: "基金办经办",
    committee_member: "投委会委员",
    committee_chair: "投委会主任委员",
    administrator: "管理员",
    auditor: "审计员",
    reviewer: "评审专家",
  },
  button: "接受邀请",
  then: "设置密码和动态验证码，就可以开始使用。",
  late: "链接失效，请联系基金办重新邀请。",
  why: "基金办的管理员填写了这个邮箱，因此收到本信。不愿加入，不用做任何事。",
};
