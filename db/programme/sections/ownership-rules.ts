import { text } from "../ask.ts";
import type { RuleData } from "../programme-types.ts";

const ref = (key: string) => ({ ref: key });
const total = (column: string) => ({ sum: { of: "shareholders", value: { cell: column } } });
const anyHolder = { answered: ref("shareholders") };

export const ownershipRules: RuleData[] = [
  {
    key: "paid_within_registered",
    level: "error",
    at: ["paid_in_capital", "registered_capital"],
    holds: { le: [ref("paid_in_capital"), ref("registered_capital")] },
    params: {
      over: { value: { subtract: [ref("paid_in_capital"), ref("registered_capital")] }, as: "money" },
    },
    message: text(
      "实缴资本比注册资本多{over}。请核对两项。",
      "Paid-in capital is {over} above registered capital. Check both.",
    ),
    summary: text("实缴资本多于注册资本", "Paid-in capital exceeds registered capital"),
  },
  {
    key: "ratio_short",
    level: "error",
    at: ["shareholders/ratio"],
    when: anyHolder,
    holds: { ge: [total("ratio"), 99.99] },
    params: {
      sum: { value: total("ratio"), as: "percent", places: 4 },
      gap: { value: { subtract: [100, total("ratio")] }, as: "percent", places: 4 },
    },
    message: text(
      "持股比例合计应为100.0000%，还差{gap}。",
      "Shares must add up to 100.0000%; {gap} is missing.",
    ),
    summary: text("持股比例合计{sum}，还差{gap}", "Shares add up to {sum}, {gap} short"),
  },
  {
    key: "ratio_over",
    level: "error",
    at: ["shareholders/ratio"],
    when: anyHolder,
    holds: { le: [total("ratio"), 100.01] },
    params: {
      sum: { value: total("ratio"), as: "percent", places: 4 },
      gap: { value: { subtract: [total("ratio"), 100] }, as: "percent", places: 4 },
    },
    message: text(
      "持股比例合计应为100.0000%，多了{gap}。",
      "Shares must add up to 100.0000%; they are {gap} too many.",
    ),
    summary: text("持股比例合计{sum}，多了{gap}", "Shares add up to {sum}, {gap} too many"),
  },
  {
    key: "subscribed_short",
    level: "warning",
    at: ["shareholders/subscribed", "registered_capital"],
    when: anyHolder,
    holds: { ge: [{ add: [total("subscribed"), 0.01] }, ref("registered_capital")] },
    params: { gap: { value: { subtract: [ref("registered_capital"), total("subscribed")] }, as: "money" } },
    message: text(
      "认缴合计比注册资本少{gap}，可能漏了一位股东。",
      "Subscribed capital is {gap} below registered capital: perhaps one shareholder is missing.",
    ),
    summary: text("认缴合计比注册资本少{gap}", "Subscribed capital is {gap} below registered capital"),
  },
  {
    key: "subscribed_over",
    level: "warning",
    at: ["shareholders/subscribed", "registered_capital"],
    when: anyHolder,
    holds: { le: [total("subscribed"), { add: [ref("registered_capital"), 0.01] }] },
    params: { gap: { value: { subtract: [total("subscribed"), ref("registered_capital")] }, as: "money" } },
    message: text(
      "认缴合计比注册资本多{gap}。请核对。",
      "Subscribed capital is {gap} above registered capital. Check the rows.",
    ),
  },
  {
    key: "paid_in_total",
    level: "warning",
    at: ["shareholders/paid_in", "paid_in_capital"],
    when: anyHolder,
    holds: { le: [{ abs: { subtract: [total("paid_in"), ref("paid_in_capital")] } }, 0.01] },
    params: {
      rows: { value: total("paid_in"), as: "money" },
      stated: { value: ref("paid_in_capital"), as: "money" },
    },
    message: text(
      "各股东实缴合计{rows}，上面填的实缴资本是{stated}。",
      "Shareholders’ payments add up to {rows}; paid-in capital above is {stated}.",
    ),
    summary: text("股东实缴合计与实缴资本不一致", "Payments do not add up to paid-in capital"),
  },
  {
    key: "paid_within_subscribed",
    level: "warning",
    forEach: "shareholders",
    at: ["paid_in", "subscribed"],
    holds: { le: [{ cell: "paid_in" }, { cell: "subscribed" }] },
    message: text(
      "第{row}位股东的实缴多于认缴。溢价计入资本公积的，这里只填计入实收资本的部分。",
      "Shareholder {row} paid in more than subscribed. Leave premiums out: only what counts as paid-in capital.",
    ),
    summary: text("第{row}位股东的实缴多于认缴", "Shareholder {row}: paid in exceeds subscribed"),
  },
  {
    key: "foreign_control",
    level: "warning",
    at: ["shareholders/ratio"],
    holds: { lt: [ref("foreign_ratio"), 50] },
    params: { ratio: { value: ref("foreign_ratio"), as: "percent", places: 4 } },
    message: text(
      "外资合计持股{ratio}，评审时会核查外资控制情况。",
      "Foreign holdings come to {ratio}; foreign control will be looked into.",
    ),
  },
];
