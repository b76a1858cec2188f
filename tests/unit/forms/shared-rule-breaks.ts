import type { RawAnswers, RawRow, RawValue } from "#app/domain/forms/raw-answers.ts";

/** Paths and what is typed there; a function where the wrong value depends on the right one. */
export type Break = Record<string, RawValue> | ((raw: RawAnswers) => Record<string, RawValue>);

const rowsOf = (raw: RawAnswers, table: string): RawRow[] => (raw[table] ?? []) as RawRow[];
const figure = (value: RawValue | undefined): number => Number(String(value ?? "0").replaceAll(",", ""));

const inEveryRow =
  (table: string, column: string, value: string) =>
  (raw: RawAnswers): Record<string, RawValue> =>
    Object.fromEntries(rowsOf(raw, table).map(({ id }) => [`${table}/${id}/${column}`, value]));

const building = { construction: "yes", eia_category: "form" };

const customersOf = (year: string): Break => ({
  "customers/r1/year": year,
  "customers/r1/revenue_share": "100",
  "customers/r2/year": year,
});

/** Wrong values for the cross-checks of the shared sections, whatever the example says. */
export const sharedRuleBreaks: Record<string, Break> = {
  sub_fund_fits_strand: (raw) => ({
    instrument: ["direct_equity", "sub_fund"],
    strand: raw["strand"] === "c2" || raw["strand"] === "c3" ? "c3" : "c7",
  }),
  bank_fits_strand: { strand: "c2", instrument: ["bank"] },
  own_design_revenue_within: { strand: "c2", "statements/2024/own_design_revenue": "900,000" },
  design_service_revenue_within: { strand: "c3", "statements/2024/design_service_revenue": "900,000" },
  employees_rd_within: { employees_rd: "400000" },
  employees_college_within: { employees_college: "400000" },
  employees_bachelor_within: { employees_bachelor: "400000" },
  employees_master_within: { employees_master: "400000" },
  employees_doctor_within: { employees_doctor: "400000" },
  employees_shanxi_within: { employees_shanxi: "400000" },
  certificate_expired: { "qualification_certificates/r1/expires_on": "2026-12-08" },
  applicant_form: { entity_type: "partnership" },
  paid_within_registered: { paid_in_capital: "900,000" },
  ratio_short: { "shareholders/r1/ratio": "1" },
  ratio_over: { "shareholders/r1/ratio": "99" },
  subscribed_short: { registered_capital: "900,000" },
  subscribed_over: { registered_capital: "1" },
  paid_in_total: { paid_in_capital: "1" },
  paid_within_subscribed: { "shareholders/r6/paid_in": "900,000" },
  foreign_control: inEveryRow("shareholders", "holder_type", "foreign"),
  full_time_core: inEveryRow("team", "full_time", "no"),
  team_equity: inEveryRow("team", "equity", "30"),
  capacity_grows: { "products/r1/capacity_now": "900,000" },
  yield_grows: { "products/r1/yield_target": "0.1" },
  node_unit: { "products/r1/node_unit": "um", "products/r1/node": "350" },
  stage_and_trl: { "products/r1/stage": "mass", trl: "7" },
  granted_after_filed: { "ip_rights/r1/granted_on": "2001-01-01" },
  core_named: inEveryRow("ip_rights", "core", ""),
  licence_not_applied: { "equipment/r1/export_licence": "not_applied" },
  used_tool: { "equipment/r1/condition": "used" },
  share_grows: { market_share_now: "99", market_share_target: "1" },
  customers_2023: customersOf("2023"),
  customers_2024: customersOf("2024"),
  customers_2025: customersOf("2025"),
  balance: { "statements/2025/total_assets": "900,000" },
  balance_close: (raw) => ({
    "statements/2025/total_assets": String(
      figure(rowsOf(raw, "statements").find(({ id }) => id === "2025")?.cells["total_assets"]) + 2,
    ),
  }),
  ic_revenue_within: { "statements/2024/ic_revenue": "900,000" },
  gross_profit_within: { "statements/2024/gross_profit": "900,000" },
  cash_within: { "statements/2024/cash": "900,000" },
  interest_bearing_debt_within: { "statements/2024/interest_bearing_debt": "900,000" },
  audit_opinion_bad: { "statements/2023/audit_opinion": "adverse" },
  negative_equity: { "statements/2023/net_assets": "-100" },
  uses_short: { total_investment: "900,000" },
  uses_over: { total_investment: "1" },
  sources_short: { total_investment: "900,000" },
  sources_over: { total_investment: "1" },
  equipment_matches: { "equipment/r1/quantity": "1000" },
  fund_source_matches: { "sources/r3/amount": "1" },
  own_funds: { "sources/r1/amount": "1", "sources/r2/amount": "1" },
  request_within_total: { total_investment: "1" },
  stake_limit: { post_money: "1" },
  stake_high: (raw) => ({ post_money: String(figure(raw["amount_requested"] as string) * 4) }),
  not_largest: inEveryRow("shareholders", "ratio", "1"),
  post_money_adds_up: { post_money: "900,000" },
  round_covers_request: { round_amount: "1" },
  fixed_return: (raw) => ({ exit_text: `承诺固定回报。${String(raw["exit_text"])}` }),
  duplicate_public_money: { "public_money/r1/same_content": "yes" },
  loan_in_sources: { instrument: ["bank"], loan_amount: "900,000" },
  end_after_start: { "milestones/r2/end": "2020-01-01" },
  investment_short: { total_investment: "900,000" },
  investment_over: { total_investment: "1" },
  within_sixty_months: { "milestones/r1/start": "2010-01-01" },
  starts_with_construction: { ...building, construction_start: "2026-01-01" },
  construction_after_eia: {
    ...building,
    eia_status: "approved",
    eia_date: "2026-12-01",
    construction_start: "2026-11-30",
  },
  started_without_eia: { ...building, eia_status: "filed", construction_start: "2026-12-09" },
  start_before_expected_eia: {
    ...building,
    eia_status: "filed",
    construction_start: "2027-03-01",
    eia_expected: "2035-01-01",
  },
  eia_pending: { ...building, eia_status: "filed" },
  energy_pending: { ...building, energy_status: "filed" },
  hires_within_jobs: { shanxi_hires: "99999" },
};
