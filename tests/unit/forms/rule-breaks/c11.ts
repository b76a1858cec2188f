import type { Break } from "../shared-rule-breaks.ts";

const statement = (revenue: string): Break => ({
  "statements/2025/revenue": revenue,
  "statements/2025/ic_revenue": "1",
  "statements/2025/gross_profit": "1",
});

export const c11Breaks: Record<string, Break> = {
  tutoring_filed_in_order: { "listing_steps/tutoring_filed/step_month": "2026-02" },
  tutoring_passed_in_order: { "listing_steps/tutoring_passed/step_month": "2026-08" },
  accepted_in_order: { "listing_steps/accepted/step_month": "2027-03" },
  inquiry_in_order: { "listing_steps/inquiry/step_month": "2027-05" },
  committee_in_order: { "listing_steps/committee/step_month": "2027-06" },
  registration_in_order: { "listing_steps/registration/step_month": "2027-11" },
  listed_in_order: { "listing_steps/listed/step_month": "2028-02" },
  conversion_agrees: { restructuring_month: "2026-04" },
  application_agrees: { filing_month: "2027-07" },
  done_in_the_past: { "listing_steps/tutoring_filed/step_month": "2027-01" },
  converted_company: { entity_type: "limited" },
  sponsor_named: { "advisers/r1/adviser_role": "other" },
  proceeds_match: { planned_raise: "60,000.02" },
  open_matters: { "matters/land/matter_state": "open" },
  in_order_before_application: { "matters/land/matter_month": "2027-07" },
  star_research: (raw) => ({
    "statements/2023/rd_expense": "1",
    "statements/2024/rd_expense": "1",
    "statements/2025/rd_expense": "1",
    target_board: String(raw["target_board"]),
  }),
  star_inventions: { "ip_rights/r7/status": "applied" },
  star_growth: statement("15,999.99"),
};

export const c11Limits: Record<string, Break> = {
  tutoring_filed_in_order: { "listing_steps/tutoring_filed/step_month": "2026-03" },
  accepted_in_order: { "listing_steps/accepted/step_month": "2027-04" },
  application_agrees: { filing_month: "2027-06" },
  done_in_the_past: { "listing_steps/tutoring_filed/step_month": "2026-12" },
  proceeds_match: { planned_raise: "60,000.01" },
  in_order_before_application: { "matters/land/matter_month": "2027-06" },
  star_growth: statement("16,000"),
};
