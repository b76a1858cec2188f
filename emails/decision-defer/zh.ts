export const zh = {
  kind: "审议结果通知",
  title: "投委会审议结果：暂缓，补充后复议",
  preheader: "理由和要补充的内容见信内。",
  lead: (p: { company: string; title: string }) =>
    `投资委员会对贵公司“${p.company}”的${p.title}暂缓决定，补充后再次审议。这不是否决。`,
  reason: "理由和要补充的内容",
  number: "申报编号",
  meeting: "会议日期",
  button: "查看结果",
  you: "您要做的：",
  youThen: "准备上面要补充的内容，基金办会与您约定提交的方式和时间。",
  then: "补充齐全后，基金办再次提交投委会审议，结果发邮件通知您。",
  why: "您是这家企业在平台上的成员，因此收到本信。",
};
