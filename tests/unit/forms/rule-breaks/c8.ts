import type { Break } from "../shared-rule-breaks.ts";

export const c8Breaks: Record<string, Break> = {
  stays_three_years: {
    "team/r1/commit_years": "2",
    "team/r2/commit_years": "2",
    "team/r3/commit_years": "2",
  },
  worked_together: { together_years: "2" },
  shipped_something: { "shipped/r1/shipped_units": "0", "shipped/r2/shipped_units": "0" },
  founders_pay_in: Object.fromEntries(
    ["r1", "r2", "r3", "r4"].map((row) => [`founders/${row}/founder_cash`, "0"]),
  ),
  restraint_in_force: { "founders/r2/restraint": "in_force" },
  ip_is_clean: { ip_clean: "no" },
  most_move: { "founders/r1/relocation": "no", "founders/r2/relocation": "no" },
};

export const c8Limits: Record<string, Break> = {
  stays_three_years: {
    "team/r1/commit_years": "2",
    "team/r2/commit_years": "2",
    "team/r3/commit_years": "3",
  },
  worked_together: { together_years: "3" },
  most_move: { "founders/r1/relocation": "no" },
};
