type Of = { title: string };

export const zh = {
  kind: "进展通知",
  preheader: "现在走到哪一步、接下来做什么，见信内。",
  reason: "理由",
  moves: {
    close_scoring: {
      title: "专家评审结束，进入合议",
      lead: (p: Of) => `${p.title}的专家评审已经结束，现在进入会议合议。`,
      then: "合议后通知您是否立项，现在不用做任何事。",
    },
    shortlist: {
      title: "申报已立项",
      lead: (p: Of) => `${p.title}通过专家评审和合议，已立项。`,
      then: "基金办会与您联系尽职调查的安排和材料。立项不等于决定投资。",
    },
    put_in_reserve: {
      title: "申报已列入储备库",
      lead: (p: Of) => `${p.title}完成专家评审和合议，列入储备库，本批暂不立项。`,
      then: "储备期间有名额时按排序转为立项，届时发邮件给您，现在不用做任何事。",
    },
    not_shortlist: {
      title: "评审结果：没有立项",
      lead: (p: Of) => `${p.title}完成专家评审和合议，没有立项。`,
      then: "这份申报到此为止，内容仍存档，可以在下一批重新申报。对结果有疑问，请联系基金办。",
    },
    take_from_reserve: {
      title: "申报由储备库转为立项",
      lead: (p: Of) => `${p.title}由储备库转为立项。`,
      then: "基金办会与您联系尽职调查的安排和材料。立项不等于决定投资。",
    },
    start_due_diligence: {
      title: "尽职调查开始",
      lead: (p: Of) => `${p.title}开始尽职调查。`,
      then: "基金办会与您约定时间，并列出要准备的业务、法律、财务和技术材料。",
    },
    propose: {
      title: "进入投资方案和条款商谈",
      lead: (p: Of) => `${p.title}的尽职调查已经结束，现在商谈投资方案和条款。`,
      then: "方案谈定后提交投委会审议。",
    },
    send_to_committee: {
      title: "申报已提交投委会审议",
      lead: (p: Of) => `${p.title}已提交投资委员会审议。`,
      then: "审议结果发布后，会发正式通知给您，现在不用做任何事。",
    },
  },
  button: "查看进展",
  why: "您是这家企业在平台上的成员，因此收到本信。",
};
