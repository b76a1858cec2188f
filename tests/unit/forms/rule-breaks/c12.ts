import type { Break } from "../shared-rule-breaks.ts";

export const c12Breaks: Record<string, Break> = {
  major_project: { total_investment: "9,999.99" },
  invested_within_total: { invested_so_far: "900,000" },
  principal_is_loan: { "debt_service/r3/principal": "1" },
  years_from_drawdown: { first_drawdown: "2028-01" },
  repaid_within_term: { loan_term: "71" },
  grace_within_term: { grace_months: "60", loan_term: "60" },
  cover_enough: { "debt_service/r3/available": "100" },
  loan_share: (raw) => ({ total_investment: String(raw["loan_amount"]) }),
  security_covers_loan: { "collateral/r3/lending_rate": "1", "guarantors/r1/guaranteed": "1" },
  mortgage_named: {
    "collateral/r1/collateral_kind": "shares",
    "collateral/r2/collateral_kind": "deposit",
    "collateral/r3/collateral_kind": "ip",
  },
  ip_pledge_named: { loan_security: ["ip_pledge"] },
};

export const c12Limits: Record<string, Break> = {
  major_project: { total_investment: "10,000" },
  invested_within_total: (raw) => ({ invested_so_far: String(raw["total_investment"]) }),
  years_from_drawdown: { first_drawdown: "2027-12" },
  repaid_within_term: { loan_term: "72" },
  grace_within_term: { grace_months: "59", loan_term: "60" },
};
