export const zh = {
  kind: "撤回通知",
  title: (p: { at: string }) => `申报已于${p.at}撤回`,
  preheader: "这份申报不再审查，内容仍存档。",
  lead: (p: { by: string; title: string; at: string }) => `${p.title}已由${p.by}于${p.at}撤回。`,
  button: "查看这份申报",
  then: "这份申报不再审查，内容仍存档，您随时可以查看。",
  again: "重新申报：",
  againThen: (p: { call: string; at: string }) => `“${p.call}”${p.at}截止，截止前可以新建一份。`,
  why: "您是这家企业在平台上的成员，因此收到本信。",
};
