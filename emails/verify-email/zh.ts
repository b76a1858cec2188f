export const zh = {
  kind: "验证邮箱",
  title: (p: { by: string }) => `请在${p.by}前验证邮箱`,
  preheader: "验证之后设置密码，就可以登录。",
  lead: "有人用这个邮箱在申报平台注册。如果是您，请点下面的按钮验证邮箱并设置密码，之后就可以登录。",
  button: "验证邮箱",
  validUntil: "链接有效期至：",
  notYou: "不是您注册的：",
  notYouThen: "不用做任何事。没有验证，就不会建立账号。",
  why: "有人注册时填写了这个邮箱，因此收到本信。",
};
