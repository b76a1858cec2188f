import type { Break } from "../shared-rule-breaks.ts";

export const c7Breaks: Record<string, Break> = {
  has_leader: { "partners/r1/role": "user" },
  has_local: { "partners/r2/role": "material_maker" },
  invest_share_makes_hundred: { "centre_parties/r1/invest_share": "50.02" },
  ip_share_makes_hundred: { "centre_parties/r1/ip_share": "39" },
  resident_days_enough: { "centre_people/r2/resident_days": "89" },
  targets_rise: { "centre_targets/people/target_third": "14" },
  agreement_is_signed: { centre_agreed: "no" },
};

export const c7Limits: Record<string, Break> = {
  has_leader: { "partners/r1/role": "user", centre_role: "leader" },
  has_local: { "partners/r2/role": "material_maker", centre_role: "local" },
  resident_days_enough: { "centre_people/r2/resident_days": "90" },
  targets_rise: { "centre_targets/people/target_third": "15" },
};
