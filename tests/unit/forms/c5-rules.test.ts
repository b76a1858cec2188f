import { describe, expect, test } from "vitest";
import { checkApplication } from "#app/domain/forms/check-answers.ts";
import { applyAnswerOperation, type RawAnswers, type RawValue } from "#app/domain/forms/raw-answers.ts";
import { c5Definition, exampleAnswersC5, exampleEnvC5 } from "#tests/world/example-answers-c5.ts";

/** The example with some fields typed otherwise; a path with `/+` after the table adds a row. */
function changed(changes: Record<string, RawValue>): RawAnswers {
  return Object.entries(changes).reduce(
    (raw, [path, value]) => applyAnswerOperation(raw, { kind: "set", path, value }),
    exampleAnswersC5,
  );
}

const spoken = (raw: RawAnswers) =>
  checkApplication(c5Definition, raw, exampleEnvC5).issues.filter(({ code }) => code === "rule");

/** Every cross-check of the form with answers that break it; the example itself keeps them all. */
const breaking: Record<string, Record<string, RawValue>> = {
  employees_rd_within: { employees_rd: "187" },
  employees_college_within: { employees_college: "187" },
  employees_bachelor_within: { employees_bachelor: "152" },
  employees_master_within: { employees_master: "122" },
  employees_doctor_within: { employees_doctor: "48" },
  employees_shanxi_within: { employees_shanxi: "187" },
  certificate_expired: { "qualification_certificates/r1/expires_on": "2026-12-08" },
  applicant_form: { entity_type: "partnership" },
  paid_within_registered: { paid_in_capital: "12,000.01" },
  ratio_short: { "shareholders/r6/ratio": "0.9800" },
  ratio_over: { "shareholders/r6/ratio": "1.0200" },
  subscribed_short: { "shareholders/r6/subscribed": "119" },
  subscribed_over: { "shareholders/r6/subscribed": "121" },
  paid_in_total: { paid_in_capital: "11,000" },
  paid_within_subscribed: { "shareholders/r6/paid_in": "121" },
  foreign_control: { "shareholders/r1/holder_type": "foreign", "shareholders/r2/holder_type": "foreign" },
  full_time_core: {
    "team/r2/full_time": "no",
    "team/r3/full_time": "no",
    "team/r4/full_time": "no",
    "team/r5/full_time": "no",
  },
  team_equity: { "team/r2/equity": "91.0001" },
  capacity_grows: { "products/r1/capacity_now": "7001" },
  yield_grows: { "products/r1/yield_target": "78.4" },
  node_unit: { "products/r1/node": "350" },
  stage_and_trl: { "products/r1/stage": "mass" },
  granted_after_filed: { "ip_rights/r1/granted_on": "2021-01-28" },
  core_named: {
    "ip_rights/r1/core": "",
    "ip_rights/r2/core": "",
    "ip_rights/r4/core": "",
    "ip_rights/r6/core": "",
  },
  first_wafer_after_start: { first_wafer_month: "2027-02" },
  full_after_first: { full_capacity_month: "2028-03" },
  ramp_reaches_design: { "ramp/r7/wafers": "9,999" },
  ramp_within_design: { "ramp/r7/wafers": "10,001" },
  step_bottleneck: { "tool_steps/r1/step_capacity": "9,999" },
  yield_baseline: { pilot_yield: "90.1" },
  licence_not_applied: { "equipment/r3/export_licence": "not_applied" },
  used_tool: { "equipment/r3/condition": "used" },
  share_grows: { market_share_target: "0.39" },
  customers_2023: {
    "customers/r1/year": "2023",
    "customers/r1/revenue_share": "100",
    "customers/r2/year": "2023",
  },
  customers_2024: { "customers/r4/revenue_share": "81.31" },
  customers_2025: { "customers/r1/revenue_share": "66.41" },
  balance: { "statements/2025/total_assets": "24,800" },
  balance_close: { "statements/2025/total_assets": "24,602" },
  ic_revenue_within: { "statements/2024/ic_revenue": "6,800.01" },
  gross_profit_within: { "statements/2024/gross_profit": "6,800.01" },
  cash_within: { "statements/2024/cash": "18,900.01" },
  interest_bearing_debt_within: { "statements/2024/interest_bearing_debt": "6,900.01" },
  audit_opinion_bad: { "statements/2023/audit_opinion": "adverse" },
  negative_equity: { "statements/2023/net_assets": "-100", "statements/2023/total_liabilities": "15,900" },
  uses_short: { "uses/other/y2028": "299.98" },
  uses_over: { "uses/other/y2028": "300.02" },
  sources_short: { "sources/r5/amount": "33,999.98" },
  sources_over: { "sources/r5/amount": "34,000.02" },
  equipment_matches: { "equipment/r1/quantity": "30" },
  fund_source_matches: { "sources/r3/amount": "11,999" },
  own_funds: { "sources/r1/amount": "3,199", "sources/r5/amount": "52,801" },
  request_within_total: { amount_requested: "25,801" },
  stake_limit: { amount_requested: "19,201" },
  stake_high: { amount_requested: "12,801" },
  not_largest: { "shareholders/r1/ratio": "25", "shareholders/r2/ratio": "20" },
  post_money_adds_up: { post_money: "64,000.02" },
  round_covers_request: { round_amount: "11,999", post_money: "59,999" },
  fixed_return: { exit_text: `承诺固定回报。${String(exampleAnswersC5["exit_text"])}` },
  duplicate_public_money: { "public_money/r1/same_content": "yes" },
  loan_in_sources: { instrument: ["direct_equity", "bank"], loan_amount: "34,000.01" },
  end_after_start: { "milestones/r2/end": "2027-05-31" },
  investment_short: { "milestones/r4/investment": "15,999.98" },
  investment_over: { "milestones/r4/investment": "16,000.02" },
  within_sixty_months: { "milestones/r4/end": "2031-12-16" },
  starts_with_construction: { "milestones/r1/start": "2027-03-02", "milestones/r1/end": "2027-09-30" },
  construction_after_eia: { eia_date: "2026-12-01", construction_start: "2026-11-30" },
  started_without_eia: { eia_status: "filed", construction_start: "2026-12-09" },
  start_before_expected_eia: { eia_status: "filed", eia_expected: "2027-03-02" },
  eia_pending: { eia_status: "filed", eia_expected: "2027-01-31" },
  energy_pending: { energy_status: "filed" },
  hires_within_jobs: { shanxi_hires: "344" },
};

/** Just inside, where the limit itself has a tolerance. */
const keeping: Record<string, Record<string, RawValue>> = {
  ratio_short: { "shareholders/r6/ratio": "0.9900" },
  ratio_over: { "shareholders/r6/ratio": "1.0100" },
  paid_within_registered: { paid_in_capital: "12,000.00" },
  balance: { "statements/2025/total_assets": "24,723" },
  balance_close: { "statements/2025/total_assets": "24,601" },
  uses_short: { "uses/other/y2028": "299.99" },
  uses_over: { "uses/other/y2028": "300.01" },
  sources_short: { "sources/r5/amount": "33,999.99" },
  sources_over: { "sources/r5/amount": "34,000.01" },
  request_within_total: { amount_requested: "25,800", total_investment: "86,000" },
  stake_limit: { amount_requested: "19,200" },
  stake_high: { amount_requested: "12,800" },
  post_money_adds_up: { post_money: "64,000.01" },
  within_sixty_months: { "milestones/r4/end": "2031-12-15" },
  investment_short: { "milestones/r4/investment": "15,999.99" },
  investment_over: { "milestones/r4/investment": "16,000.01" },
  construction_after_eia: { eia_date: "2026-12-01", construction_start: "2026-12-01" },
  started_without_eia: { eia_status: "filed", construction_start: "2026-12-10" },
  hires_within_jobs: { shanxi_hires: "343" },
  loan_in_sources: { instrument: ["direct_equity", "bank"], loan_amount: "34,000" },
  ramp_reaches_design: { "ramp/r7/wafers": "10000" },
  own_funds: { "sources/r1/amount": "3,200", "sources/r5/amount": "52,800" },
};

/** Those of the strand that C5 takes along are broken in example-applications.test.ts. */
const allRules = c5Definition.parts
  .flatMap((part) => part.sections)
  .filter(({ key }) => key !== "applications")
  .flatMap((section) => (section.rules ?? []).map((rule) => ({ ...rule, section: section.key })));

test("every cross-check of the form is broken here once", () => {
  expect(Object.keys(breaking).sort()).toEqual(allRules.map(({ key }) => key).sort());
});

test("the example breaks none of them", () => {
  expect(spoken(exampleAnswersC5)).toEqual([]);
});

describe.each(allRules.map((rule) => [rule.key, rule] as const))("%s", (key, rule) => {
  const issue = () => spoken(changed(breaking[key] ?? {})).find(({ ruleKey }) => ruleKey === key);

  test("speaks when broken, in both languages, with every figure filled in", () => {
    const found = issue();
    expect(found).toMatchObject({ level: rule.level, sectionKey: rule.section });
    for (const text of [
      found?.message?.zh,
      found?.message?.en,
      found?.summary?.zh ?? "-",
      found?.summary?.en ?? "-",
    ]) {
      expect(text).not.toMatch(/[{}]|–|NaN|undefined/);
    }
  });
});

test.each(Object.keys(keeping))("%s is silent at its limit", (key) => {
  expect(spoken(changed(keeping[key] ?? {})).filter(({ ruleKey }) => ruleKey === key)).toEqual([]);
});

test("the sentences of the pictures", () => {
  const short = spoken(changed({ "shareholders/r6/ratio": "0", "shareholders/r6/subscribed": "0" }));
  expect(short.map(({ message }) => message?.zh)).toEqual([
    "持股比例合计应为100.0000%，还差1.0000%。",
    "认缴合计比注册资本少120.00万元，可能漏了一位股东。",
  ]);
  expect(short.map(({ message }) => message?.en)).toEqual([
    "Shares must add up to 100.0000%; 1.0000% is missing.",
    "Subscribed capital is RMB 1.2 million below registered capital: perhaps one shareholder is missing.",
  ]);
  expect(short[0]?.summary?.zh).toBe("持股比例合计99.0000%，还差1.0000%");
  const sources = spoken(changed({ "sources/r5/amount": "33,600" }));
  expect(sources[0]?.summary?.zh).toBe("资金来源比总投资少400.00万元");
});
