import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { standardScoringRules } from "#app/domain/shared/standard-scoring-rules.ts";

const both = (text: string) => ({ zh: text, en: text });

/** C5 as domain.md weights it. */
export const c5Rubric: Rubric = {
  code: "C5",
  version: 3,
  title: both("C5"),
  criteria: [
    ["K1", 15],
    ["K2", 15],
    ["K3", 25],
    ["K4", 10],
    ["K5", 10],
    ["K6", 15],
    ["K7", 10],
  ].map(([key, weight]) => ({
    key: String(key),
    weight: Number(weight),
    name: both(String(key)),
    guidance: both("?"),
    evidence: [],
  })),
  anchors: Array.from({ length: 6 }, (_, score) => both(String(score))),
  comments: { ...standardScoringRules.comments },
  thresholds: { ...standardScoringRules.thresholds },
  moderation: { ...standardScoringRules.moderation },
  tieBreak: [...standardScoringRules.tieBreak],
};
