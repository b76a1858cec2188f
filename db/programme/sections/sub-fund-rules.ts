import { text } from "../ask.ts";
import type { Condition, RuleData } from "../programme-types.ts";
import { when } from "../when.ts";

const ref = (key: string) => ({ ref: key });
const cell = (column: string) => ({ cell: column });
const money = (value: Condition) => ({ value, as: "money" });
const percent = (value: Condition) => ({ value, as: "percent" });
const mix: Condition = { sum: { of: "stage_mix", value: cell("mix_share") } };
const fromFund: Condition = {
  sum: { of: "lps", value: cell("lp_amount"), where: when.cellIs("lp_kind", "this_fund") },
};

export const subFundRules: RuleData[] = [
  {
    key: "fund_share_limit",
    level: "error",
    at: ["amount_requested", "fund_size"],
    holds: { le: [ref("fund_share"), 30] },
    params: {
      share: percent(ref("fund_share")),
      limit: money({ multiply: [ref("fund_size"), 0.3] }),
    },
    message: text(
      "申请出资占子基金规模{share}，超过30%。最多可申请{limit}。",
      "The request is {share} of the sub-fund, above 30%. At most {limit} may be requested.",
    ),
    summary: text("申请出资占规模{share}，超过30%", "The request is {share} of the size, above 30%"),
  },
  {
    key: "first_close_within",
    level: "error",
    at: ["first_close", "fund_size"],
    holds: { le: [ref("first_close"), ref("fund_size")] },
    message: text("首关规模大于目标规模。", "The first closing is larger than the target size."),
  },
  {
    key: "closings_in_order",
    level: "error",
    at: ["final_close_month", "first_close_month"],
    holds: { ge: [ref("final_close_month"), ref("first_close_month")] },
    message: text("终关早于首关。", "The final closing comes before the first."),
  },
  {
    key: "set_up_within_year",
    level: "warning",
    at: ["first_close_month"],
    holds: { le: [ref("first_close_month"), { add_months: [{ today: true }, 12] }] },
    message: text(
      "首关在一年以后。批复后一年内没有设立的，本基金可以退出。",
      "The first closing is more than a year away. The fund may leave if nothing is set up within a year of approval.",
    ),
  },
  {
    key: "investing_within_life",
    level: "error",
    at: ["invest_years", "life_years"],
    holds: { lt: [ref("invest_years"), ref("life_years")] },
    message: text(
      "投资期不短于存续期，没有留出退出的时间。",
      "Investing takes the whole life and leaves no time for exits.",
    ),
  },
  {
    key: "life_long",
    level: "warning",
    at: ["life_years"],
    holds: { le: [{ add: [ref("life_years"), ref("extension_years")] }, 15] },
    message: text("存续期加延长期超过15年。", "Life and extension together exceed 15 years."),
  },
  {
    key: "mix_adds_up",
    level: "error",
    at: ["stage_mix/mix_share"],
    when: { gt: [mix, 0] },
    holds: { le: [{ abs: { subtract: [mix, 100] } }, 0.01] },
    params: { sum: percent(mix) },
    message: text("各阶段占比合计{sum}，应为100%。", "The stages add up to {sum}; they should make 100%."),
  },
  {
    key: "focus_on_ic",
    level: "warning",
    at: ["ic_focus"],
    holds: { ge: [ref("ic_focus"), 70] },
    message: text(
      "投向集成电路不到70%。本专题设立的是集成电路子基金。",
      "Less than 70% goes to integrated circuits. This call is for IC sub-funds.",
    ),
  },
  {
    key: "single_deal_high",
    level: "warning",
    at: ["single_deal_cap"],
    holds: { le: [ref("single_deal_cap"), 20] },
    message: text("单个项目上限超过规模的20%。", "More than 20% of the size may go into one deal."),
  },
];

export const commitmentRules: RuleData[] = [
  {
    key: "fund_commitment_agrees",
    level: "error",
    at: ["lps/lp_amount", "amount_requested"],
    when: { answered: ref("lps") },
    holds: { le: [{ abs: { subtract: [fromFund, ref("amount_requested")] } }, 0.01] },
    params: { row: money(fromFund), request: money(ref("amount_requested")) },
    message: text(
      "出资人中“本基金”是{row}，申请本基金出资是{request}。两处应当相等。",
      "“This fund” comes to {row} among the partners; {request} is requested. They should be equal.",
    ),
    summary: text(
      "出资人中的本基金与申请出资不一致",
      "This fund among the partners differs from the request",
    ),
  },
  {
    key: "commitments_within_size",
    level: "error",
    at: ["lps/lp_amount", "fund_size"],
    holds: { le: [ref("lp_total"), { add: [ref("fund_size"), 0.01] }] },
    params: { sum: money(ref("lp_total")), size: money(ref("fund_size")) },
    message: text(
      "认缴合计{sum}，大于目标规模{size}。请核对各行或目标规模。",
      "Commitments of {sum} exceed the target size of {size}. Check the rows or the size.",
    ),
  },
  {
    key: "government_limit",
    level: "error",
    at: ["government_share", "lps/lp_kind"],
    holds: { le: [ref("government_share"), 50] },
    params: { share: percent(ref("government_share")) },
    message: text(
      "各级政府出资合计占{share}，超过50%。",
      "All governments together hold {share}, above 50%.",
    ),
  },
  {
    key: "manager_invests",
    level: "warning",
    at: ["manager_share"],
    holds: { ge: [ref("manager_share"), 1] },
    message: text(
      "管理机构出资不到规模的1%。一般要求不低于1%，以便利益一致。",
      "The manager puts in less than 1% of the size; 1% is usual, so that interests are aligned.",
    ),
  },
  {
    key: "first_close_is_firm",
    level: "warning",
    at: ["firm_total", "first_close"],
    holds: { ge: [ref("firm_total"), ref("first_close")] },
    params: { firm: money(ref("firm_total")), close: money(ref("first_close")) },
    message: text(
      "已落实的认缴{firm}，还够不上首关{close}。评审会看首关能否按期完成。",
      "Firm commitments of {firm} do not reach the first closing of {close}. Reviewers look at whether it can be met.",
    ),
  },
];
