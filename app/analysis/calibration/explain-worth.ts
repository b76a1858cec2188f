import { type MixedModel, type Solved, solveReviewers } from "./mixed-model.ts";
import type { WeightedFit } from "./posterior-draws.ts";

/**
 * Expected values, and how each comes about: worth = mean + shrinkage × (own mean − severity met − mean), to which
 * `rest` is added where the variances themselves are uncertain and several fits are mixed.
 */
export interface Explained {
  mean: number;
  /** By reviewer, in points: above 0 gives more than others. */
  severity: Float64Array;
  /** By application. */
  worth: Float64Array;
  ownMean: Float64Array;
  severityMet: Float64Array;
  shrinkage: Float64Array;
  rest: Float64Array;
}

export function explainWorth(model: MixedModel, fits: readonly WeightedFit[]): Explained {
  const { applications, reviewers } = model.scores;
  const ownMean = model.sums.map((sum, application) => sum / model.reviews[application]!);
  const result: Explained = {
    mean: 0,
    severity: new Float64Array(reviewers),
    ...{ worth: new Float64Array(applications), ownMean, severityMet: new Float64Array(applications) },
    ...{ shrinkage: new Float64Array(applications), rest: new Float64Array(applications) },
  };
  for (const { solved, share } of fits) {
    if (share < 1e-12) continue;
    const severity = expectedSeverity(solved, reviewers);
    const met = severityMet(model, severity);
    result.mean += share * solved.mean;
    for (let at = 0; at < reviewers; at += 1) result.severity[at]! += share * severity[at]!;
    for (let at = 0; at < applications; at += 1) {
      const information = solved.lambdaA ** 2 * model.reviews[at]!;
      const shrinkage = information / (1 + information);
      result.severityMet[at]! += share * met[at]!;
      result.shrinkage[at]! += share * shrinkage;
      result.worth[at]! += share * (solved.mean + shrinkage * (ownMean[at]! - met[at]! - solved.mean));
    }
  }
  const { mean, shrinkage } = result;
  for (let at = 0; at < applications; at += 1) {
    const plain = mean + shrinkage[at]! * (ownMean[at]! - result.severityMet[at]! - mean);
    result.rest[at] = result.worth[at]! - plain;
  }
  return result;
}

function expectedSeverity(solved: Solved, reviewers: number): Float64Array {
  if (!solved.factor) return new Float64Array(reviewers);
  const [values, ones] = [solveReviewers(solved, solved.values), solveReviewers(solved, solved.ones)];
  return values.map((value, reviewer) => solved.lambdaB ** 2 * (value - solved.mean * ones[reviewer]!));
}

/** Mean severity of those who reviewed it. */
function severityMet({ scores, reviews }: MixedModel, severity: Float64Array): Float64Array {
  const met = new Float64Array(scores.applications);
  scores.application.forEach((application, index) => {
    met[application]! += severity[scores.reviewer[index]!]! / reviews[application]!;
  });
  return met;
}
