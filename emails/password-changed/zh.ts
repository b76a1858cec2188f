export const zh = {
  kind: "账号安全",
  title: (p: { at: string }) => `密码已于${p.at}修改`,
  preheader: "不是您改的，请马上重设密码。",
  lead: (p: { at: string }) => `您的账号密码已于${p.at}修改。`,
  button: "重设密码",
  you: "是您改的：",
  youThen: "不用做任何事。",
  notYou: "不是您改的：",
  notYouThen: "马上用上面的按钮重设密码，再告诉基金办。",
  why: "这是您账号的安全通知，不能关闭。",
};
