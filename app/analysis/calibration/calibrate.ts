import { connectedParts } from "../connected-parts.ts";
import { seededRandom } from "../seeded-random.ts";
import { type Explained, explainWorth } from "./explain-worth.ts";
import { fitVariances } from "./fit-variances.ts";
import { MixedModel, type Scores } from "./mixed-model.ts";
import { posteriorDraws } from "./posterior-draws.ts";
import { rankDraws, type RankPicture } from "./rank-draws.ts";
import type { Deviations } from "./stand-at-line.ts";
import { weighVariances } from "./weigh-variances.ts";

export interface CalibrationInput extends Scores {
  /** Default 2,000. */
  draws?: number;
  seed: number;
}

export interface Calibration extends RankPicture {
  ok: true;
  deviations: Deviations;
  /** How every expected value comes about. */
  explained: Explained;
  /** −2 × restricted log likelihood. */
  criterion: number;
}

/**
 * What the scores say once reviewers' constant harshness is taken out, and how sure that is. Advice beside the
 * rule-book's own aggregation (domain.md §5.4), never instead of it.
 */
export function calibrate(input: CalibrationInput):
  | Calibration
  // Or all the same: nothing can be told from them.
  | { ok: false; reason: "too_few" }
  | { ok: false; reason: "not_comparable"; parts: Int32Array } {
  const { applications, reviewers, draws = 2_000, seed, score } = input;
  if (applications < 2 || score.length < 3 || score.every((value) => value === score[0]))
    return { ok: false, reason: "too_few" };
  const parts = connectedParts(applications, reviewers, input);
  if (parts.count !== 1 || parts.ofApplication.includes(-1))
    return { ok: false, reason: "not_comparable", parts: parts.ofApplication };
  const model = new MixedModel(input);
  const fitted = fitVariances(model);
  const fits =
    applications < fewApplications ? weighVariances(model, fitted) : [{ solved: fitted, share: 1 }];
  const drawn = posteriorDraws(model, fits, draws, seededRandom(seed));
  const picture = rankDraws(drawn, { applications, reviewers, count: draws });
  const explained = explainWorth(model, fits);
  const noise = Math.sqrt(fitted.residual / model.degreesOfFreedom);
  return {
    ...{ ok: true, ...picture, explained, criterion: fitted.criterion },
    // Known exactly: the draws say only how far it may be off.
    worth: { ...picture.worth, mean: explained.worth },
    severity: { ...picture.severity, mean: explained.severity },
    deviations: {
      applications: fitted.lambdaA * noise,
      reviewers: fitted.lambdaB * noise,
      score: noise,
    },
  };
}

/** Below this the uncertainty of the variances themselves counts. */
const fewApplications = 30;
