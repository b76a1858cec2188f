import { text } from "../ask.ts";
import type { Condition, RuleData } from "../programme-types.ts";
import { when } from "../when.ts";

/** What makes a project a major one, in 万元 (domain 4, C12). */
export const minimumTotal = 10_000;

const ref = (key: string) => ({ ref: key });
const cell = (column: string) => ({ cell: column });
const repaid: Condition = { sum: { of: "debt_service", value: cell("principal") } };
const lastYear: Condition = {
  max: { of: "debt_service", value: cell("service_year"), where: { gt: [cell("principal"), 0] } },
};
const firstYear: Condition = { min: { of: "debt_service", value: cell("service_year") } };
/** The loan may still be repaid in the year in which its term ends. */
const lastAllowed: Condition = {
  add: [{ year: ref("first_drawdown") }, { divide: [ref("loan_term"), 12] }],
};
const hasKind = (...kinds: string[]): Condition => ({
  any: { of: "collateral", where: when.cellIn("collateral_kind", kinds) },
});
const money = (value: Condition) => ({ value, as: "money" });
const year = (value: Condition) => ({ value, as: "decimal", places: 0 });

export const bankCaseRules: RuleData[] = [
  {
    key: "major_project",
    level: "error",
    at: ["progress", "total_investment"],
    holds: { ge: [ref("total_investment"), minimumTotal] },
    params: { total: money(ref("total_investment")), least: money(minimumTotal) },
    message: text(
      "项目总投资{total}，低于本专题的{least}。较小的贷款请直接与银行联系，或在其他专题中选“银企对接”。",
      "Total investment is {total}, below the {least} of this call. For smaller loans go to a bank directly, or choose bank referral in another call.",
    ),
    summary: text("总投资低于{least}", "Total investment is below {least}"),
  },
  {
    key: "invested_within_total",
    level: "error",
    at: ["invested_so_far", "total_investment"],
    holds: { le: [ref("invested_so_far"), ref("total_investment")] },
    message: text("已完成投资大于项目总投资。", "More has been invested than the total investment."),
  },
  {
    key: "principal_is_loan",
    level: "error",
    at: ["debt_service/principal", "loan_amount"],
    when: { gt: [repaid, 0] },
    holds: { le: [{ abs: { subtract: [repaid, ref("loan_amount")] } }, 0.01] },
    params: { sum: money(repaid), loan: money(ref("loan_amount")) },
    message: text(
      "各年还本合计{sum}，贷款金额是{loan}。两处应当相等。",
      "Principal adds up to {sum}; the loan is {loan}. They should be equal.",
    ),
    summary: text(
      "还本合计{sum}，与贷款金额{loan}不等",
      "Principal of {sum} differs from the loan of {loan}",
    ),
  },
  {
    key: "years_from_drawdown",
    level: "error",
    at: ["debt_service/service_year", "first_drawdown"],
    holds: { ge: [firstYear, { year: ref("first_drawdown") }] },
    message: text(
      "偿债测算的第一年早于首次提款。",
      "Debt service begins in a year before the first drawdown.",
    ),
  },
  {
    key: "repaid_within_term",
    level: "error",
    at: ["debt_service/service_year", "loan_term"],
    holds: { le: [lastYear, lastAllowed] },
    params: { year: year(lastYear) },
    message: text(
      "{year}年还在还本，超出了贷款期限。请核对期限、首次提款和各年还本。",
      "Principal is still repaid in {year}, after the term of the loan. Check the term, the first drawdown and the years.",
    ),
    summary: text("还本超出贷款期限", "Principal is repaid after the term"),
  },
  {
    key: "grace_within_term",
    level: "error",
    at: ["grace_months", "loan_term"],
    holds: { lt: [ref("grace_months"), ref("loan_term")] },
    message: text("宽限期不短于贷款期限。", "The grace period is as long as the loan or longer."),
  },
  {
    key: "cover_enough",
    level: "warning",
    at: ["lowest_cover"],
    holds: { ge: [ref("lowest_cover"), 1.2] },
    params: { cover: { value: ref("lowest_cover"), as: "decimal", places: 2 } },
    message: text(
      "还本年份中偿债备付率最低为{cover}。银行一般要求不低于1.2，请说明用什么补足。",
      "Cover falls to {cover} in a year of repayment. Banks usually ask for 1.2; say what makes up the rest.",
    ),
  },
  {
    key: "loan_share",
    level: "warning",
    at: ["loan_amount", "total_investment"],
    when: when.includes("loan_purpose", "fixed_assets"),
    holds: { le: [ref("loan_amount"), { multiply: [ref("total_investment"), 0.7] }] },
    message: text(
      "贷款超过项目总投资的70%。固定资产贷款一般要求资本金占两成到三成。",
      "The loan is above 70% of total investment. For fixed assets banks usually want a fifth to a third of own capital.",
    ),
  },
  {
    key: "security_covers_loan",
    level: "warning",
    at: ["security_cover"],
    when: { not: when.includes("loan_security", "credit") },
    holds: { ge: [ref("security_cover"), 100] },
    params: { cover: { value: ref("security_cover"), as: "percent" } },
    message: text(
      "担保只覆盖贷款的{cover}。可以补充抵押物、保证人，或选一部分信用贷款。",
      "Security covers only {cover} of the loan. Add collateral or a guarantor, or choose a part unsecured.",
    ),
  },
  {
    key: "mortgage_named",
    level: "error",
    at: ["collateral/collateral_kind", "loan_security"],
    when: { and: [when.includes("loan_security", "mortgage"), { answered: ref("collateral") }] },
    holds: hasKind("land", "plant", "equipment"),
    message: text(
      "选了抵押，但没有列出土地、厂房或设备。",
      "A mortgage was chosen, but no land, plant or equipment is listed.",
    ),
  },
  {
    key: "ip_pledge_named",
    level: "error",
    at: ["collateral/collateral_kind", "loan_security"],
    when: { and: [when.includes("loan_security", "ip_pledge"), { answered: ref("collateral") }] },
    holds: hasKind("ip"),
    message: text(
      "选了知识产权质押，但没有列出知识产权。",
      "An IP pledge was chosen, but no intellectual property is listed.",
    ),
  },
];
