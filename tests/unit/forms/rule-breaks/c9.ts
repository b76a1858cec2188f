import type { Break } from "../shared-rule-breaks.ts";

export const c9Breaks: Record<string, Break> = {
  institute_takes_part: { "partners/r1/role": "leader" },
  trl_rises: { trl_after: "4" },
  trl_agrees: { trl_before: "7" },
  shares_within_appraisal: { contributed_value: "1,800.01" },
  inventors_rewarded: { inventor_share: "49.9" },
  source_is_signed: { source_state: "talking" },
};

export const c9Limits: Record<string, Break> = {
  institute_takes_part: { "partners/r1/role": "university" },
  trl_rises: { trl_after: "5" },
  trl_agrees: { trl_before: "6" },
  shares_within_appraisal: { contributed_value: "1,800" },
  inventors_rewarded: { inventor_share: "50" },
};
