/** The usual comment and threshold rules of the fund; the rubric of each call states its own copy. */
export const standardScoringRules = {
  comments: { low: "2", high: "4.5", minimum: 30, overallMinimum: 100, maximum: 3000 },
  thresholds: { shortlist: "70", reserve: "60", criterionMean: "3" },
  moderation: { spread: "20", opposedAdvice: 2 },
  tieBreak: ["K2", "K1", "K3"],
} as const;
