export const zh = {
  kind: "验证邮箱",
  title: (p: { by: string }) => `请在${p.by}前验证邮箱`,
  preheader: "点一下按钮就完成，之后可以登录。",
  lead: "有人用这个邮箱在申报平台注册。如果是您，请点下面的按钮完成验证，之后就可以登录。",
  button: "验证邮箱",
  validUntil: "链接有效期至：",
  notYou: "不是您注册的：",
  notYouThen: "不用做任何事。邮箱没有验证，账号不能登录。",
  why: "有人注册时填写了这个邮箱，因此收到本信。",
};
