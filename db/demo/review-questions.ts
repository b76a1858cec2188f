/** What reviewers want to know of a company, how the office puts it, and what the company says. */
export const demoQuestions = {
  answered: {
    section: "market",
    question:
      "两家意向客户的订单有没有约定验证周期和最低采购量？我评过同类产线，只有意向书的订单往往落空，想看到有约束力的条款。",
    wording: "两家意向客户的订单是否约定了验证周期和最低采购量？请说明有约束力的条款。",
    answer:
      "甲方订单约定：样品送达后90天内完成验证，验证通过后首年采购不少于1.2万片。乙方目前为意向书，验证排在2027年3月，未约定最低采购量。",
  },
  forwarded: {
    section: "funding",
    question: "自筹资金中的银行借款是否已经批复？批复额度和利率是多少？",
    wording: "自筹资金中的银行借款是否已经批复？请说明额度、期限和利率。",
  },
  asked: {
    section: "",
    question: "主要设备的交货期按多长估计？如果关键设备延期半年，现金流还能不能支撑到试产？",
  },
} as const;
