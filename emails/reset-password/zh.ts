export const zh = {
  kind: "重设密码",
  title: (p: { by: string }) => `请在${p.by}前重设密码`,
  preheader: "链接只能用一次。",
  lead: "有人为您的账号申请了重设密码。如果是您，请点下面的按钮设置新密码，链接只能用一次。",
  button: "重设密码",
  validUntil: "链接有效期至：",
  notYou: "不是您申请的：",
  notYouThen: "不用做任何事，密码没有变化。",
  why: "有人在重设密码时填写了这个邮箱，因此收到本信。",
};
