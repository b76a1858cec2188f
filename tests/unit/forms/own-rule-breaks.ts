import type { Break } from "./shared-rule-breaks.ts";

/** Wrong values for the cross-checks that only one call has; C5's stand in c5-rules.test.ts. */
export const ownRuleBreaks: Record<string, Record<string, Break>> = {
  C1: {
    mass_after_sample: { "size_roadmap/r2/mass_month": "2025-03" },
    roadmap_grows: { "size_roadmap/r2/size": "4", "size_roadmap/r3/size": "4" },
    furnaces_grow: { "furnaces/r1/furnaces_target": "23" },
    furnaces_cover_design: { design_capacity: "9,679" },
    furnaces_far_above_design: { design_capacity: "6,450" },
    design_matches_products: { "products/r2/capacity_target": "3,480" },
    full_after_first_crystal: { full_capacity_month: "2027-10" },
    crystal_after_construction: { first_crystal_month: "2027-02" },
    defects_fall: { "defects/r1/defect_target": "0.081" },
    defects_meet_customers: { "defects/r2/defect_wanted": "199" },
    kwh_falls: { kwh_per_wafer_target: "620.1" },
    kwh_within_year: { annual_kwh: "5,183.99" },
    qualified_somewhere: {
      "epi_qualifications/r1/epi_stage": "samples",
      "epi_qualifications/r2/epi_stage": "epi_test",
      "epi_qualifications/r3/epi_stage": "samples",
    },
  },
  C2: {
    own_design_revenue_within: { "statements/2024/own_design_revenue": "5,114.01" },
    outside_is_no_local_growth: { landing_kind: "local_growth" },
    headquarters_really_move: { "moves/r1/move_kind": "rd_team" },
    tax_after_entity: { tax_month: "2027-01" },
    rd_within_shanxi_team: { "shanxi_years/2027/shanxi_rd": "55" },
    shanxi_team_grows: { "shanxi_years/2030/shanxi_people": "5", "shanxi_years/2030/shanxi_rd": "5" },
    landing_after_entity: { "moves/r4/move_month": "2027-01" },
    chips_within_2023: { "chip_revenue/r1/chip_2023": "1,606.02" },
    chips_within_2024: { "chip_revenue/r1/chip_2024": "3,414.02" },
    chips_within_2025: { "chip_revenue/r1/chip_2025": "5,922.02" },
    own_design_matches: { "chip_revenue/r2/chip_own": "no" },
    foundry_in_china: { "foundries/r1/foundry_origin": "abroad", "foundries/r2/foundry_origin": "abroad" },
    foundry_open: { "foundries/r1/foundry_access": "talking", "foundries/r2/foundry_access": "talking" },
    eda_genuine: { "eda_ip/r2/eda_genuine": "no" },
    eda_expired: { "eda_ip/r2/eda_expires": "2026-12-08" },
    eda_trial: { "eda_ip/r2/licence_type": "trial" },
    tapeout_recent: { "tapeouts/r1/tapeout_date": "2024-12-08" },
    tapeout_worked: { "tapeouts/r1/tapeout_result": "failed" },
  },
};

/** Just inside, where the limit itself can be met. */
export const ownRuleLimits: Record<string, Record<string, Break>> = {
  C1: {
    mass_after_sample: { "size_roadmap/r2/mass_month": "2025-04" },
    furnaces_grow: { "furnaces/r1/furnaces_target": "144", "furnaces/r1/furnaces_now": "144" },
    furnaces_cover_design: { design_capacity: "9,678" },
    furnaces_far_above_design: { design_capacity: "6,453" },
    full_after_first_crystal: { full_capacity_month: "2027-11" },
    crystal_after_construction: { first_crystal_month: "2027-03" },
    defects_fall: { "defects/r1/defect_target": "0.08" },
    defects_meet_customers: { "defects/r2/defect_wanted": "200" },
    kwh_falls: { kwh_per_wafer_target: "620" },
    kwh_within_year: { annual_kwh: "5,184.00" },
  },
  C2: {
    own_design_revenue_within: { "statements/2024/own_design_revenue": "5,114.00" },
    tax_after_entity: { tax_month: "2027-02" },
    rd_within_shanxi_team: { "shanxi_years/2027/shanxi_rd": "54" },
    shanxi_team_grows: { "shanxi_years/2030/shanxi_people": "6", "shanxi_years/2030/shanxi_rd": "6" },
    landing_after_entity: { "moves/r4/move_month": "2027-02" },
    chips_within_2025: { "chip_revenue/r1/chip_2025": "5,922.01" },
    eda_expired: { "eda_ip/r2/eda_expires": "2026-12-09" },
    tapeout_recent: { "tapeouts/r1/tapeout_date": "2024-12-09" },
  },
};
