type At = { at: string };

export const zh = {
  kind: "账号安全",
  title: {
    added: (p: At) => `动态验证码已于${p.at}启用`,
    removed: (p: At) => `动态验证码已于${p.at}停用`,
    recovery_codes_renewed: (p: At) => `恢复码已于${p.at}更换`,
    recovery_code_used: (p: At) => `有1个恢复码于${p.at}使用`,
  },
  preheader: "不是您操作的，请马上重设密码。",
  lead: {
    added: (p: At) => `您的账号已于${p.at}启用动态验证码，以后登录还要输入验证器里的6位数字。`,
    removed: (p: At) => `您的账号已于${p.at}停用动态验证码，以后登录只需要密码。`,
    recovery_codes_renewed: (p: At) => `您的账号已于${p.at}换了一组恢复码，以前的恢复码全部作废。`,
    recovery_code_used: (p: At) => `有人于${p.at}用1个恢复码登录了您的账号。这个恢复码不能再用。`,
  },
  button: "查看登录验证设置",
  you: "是您操作的：",
  youThen: "不用做任何事。",
  notYou: "不是您操作的：",
  notYouThen: "马上在登录页点“忘记密码”，重设密码，再告诉基金办。",
  why: "这是您账号的安全通知，不能关闭。",
};
