export const zh = {
  kind: "审议结果通知",
  title: "投委会审议结果：通过",
  preheader: "接下来是公示和商签协议。",
  lead: (p: { company: string; title: string }) => `投资委员会审议通过贵公司“${p.company}”的${p.title}。`,
  number: "申报编号",
  meeting: "会议日期",
  amount: "审议通过金额",
  button: "查看结果和接下来的步骤",
  then: "公示5个工作日。公示期满没有异议，基金办与您联系商签协议。",
  note: "说明：",
  noteText: "基金为拟设立，本通知不是出资承诺，以最终签订的协议为准。",
  why: "您是这家企业在平台上的成员，因此收到本信。",
};
