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
};
