export const zh = {
  kind: "审议结果通知",
  title: "投委会审议结果：附条件通过",
  preheader: "要满足的条件列在信内。",
  lead: (p: { company: string; title: string }) =>
    `投资委员会附条件通过贵公司“${p.company}”的${p.title}。签订协议前，要满足下面的条件。`,
  conditions: "条件",
  number: "申报编号",
  meeting: "会议日期",
  amount: "审议通过金额",
  button: "查看结果和条件",
  you: "您要做的：",
  youThen: "逐条准备，做到后告诉基金办；做不到或要调整的，请尽早联系基金办。",
  then: "公示5个工作日。公示期满没有异议，并且条件满足，基金办与您联系商签协议。",
  note: "说明：",
  noteText: "基金为拟设立，本通知不是出资承诺，以最终签订的协议为准。",
  why: "您是这家企业在平台上的成员，因此收到本信。",
};
