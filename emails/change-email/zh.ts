export const zh = {
  kind: "更换邮箱",
  title: (p: { by: string }) => `请在${p.by}前确认新邮箱`,
  preheader: "确认之后，用新邮箱登录和收信。",
  lead: "您要把账号的邮箱换成这个地址。请点下面的按钮确认，之后用新邮箱登录和收信；确认之前，原来的邮箱继续有效。",
  button: "确认新邮箱",
  validUntil: "链接有效期至：",
  notYou: "不是您操作的：",
  notYouThen: "不用做任何事，没有确认就不会更换。",
  why: "有人更换邮箱时填写了这个地址，因此收到本信。",
};
