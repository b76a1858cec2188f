import { connectedParts } from "../connected-parts.ts";
import { seededRandom } from "../seeded-random.ts";
import { fitVariances } from "./fit-variances.ts";
import { MixedModel, type Scores } from "./mixed-model.ts";
import { posteriorDraws } from "./posterior-draws.ts";
import { rankDraws, type RankPicture } from "./rank-draws.ts";
import { weighVariances } from "./weigh-variances.ts";

export interface CalibrationInput extends Scores {
  /** How many applications the money is for. */
  line: number;
  /** Default 2,000. */
  draws?: number;
  seed: number;
}

export interface Calibration extends RankPicture {
  ok: true;
  /** Standard deviations in points: between applications, between reviewers, of one score. */
  deviations: { applications: number; reviewers: number; score: number };
  mean: number;
  /** −2 × restricted log likelihood. */
  criterion: number;
  /** Applications whose 50 % interval crosses the line: what a panel should talk about. */
  discussion: number[];
  /** How probable it is that one more review turns the decision, by application. */
  turnedByOneMore: Float64Array;
}

/**
 * What the scores say once reviewers' constant harshness is taken out, and how sure that is. Advice beside the
 * rule-book's own aggregation (domain.md §5.4), never instead of it.
 */
export function calibrate(
  input: CalibrationInput,
):
  | Calibration
  | { ok: false; reason: "too_few" }
  | { ok: false; reason: "not_comparable"; parts: Int32Array } {
  const { applications, reviewers, line, draws = 2_000, seed, score } = input;
  if (applications < 2 || score.length < 3) return { ok: false, reason: "too_few" };
  const parts = connectedParts(applications, reviewers, input);
  if (parts.count !== 1 || parts.ofApplication.includes(-1))
    return { ok: false, reason: "not_comparable", parts: parts.ofApplication };
  const model = new MixedModel(input);
  const fitted = fitVariances(model);
  const fits =
    applications < fewApplications ? weighVariances(model, fitted) : [{ solved: fitted, share: 1 }];
  const drawn = posteriorDraws(model, fits, draws, seededRandom(seed));
  const picture = rankDraws(drawn, { applications, reviewers, count: draws, line });
  const noise = Math.sqrt(fitted.residual / model.degreesOfFreedom);
  const deviations = {
    applications: fitted.lambdaA * noise,
    reviewers: fitted.lambdaB * noise,
    score: noise,
  };
  return {
    ...{ ok: true, ...picture, deviations, mean: fitted.mean, criterion: fitted.criterion },
    discussion: crossing(picture, line),
    turnedByOneMore: turnedByOneMore(picture, deviations),
  };
}

/** Below this the uncertainty of the variances themselves counts. */
const fewApplications = 30;

function crossing({ half }: RankPicture, line: number): number[] {
  const crossed: number[] = [];
  half.low.forEach((low, application) => {
    if (low <= line && half.high[application]! > line) crossed.push(application);
  });
  return crossed;
}

/**
 * One more score by a reviewer nobody knows moves the estimate by a normal amount of standard deviation
 * s²/√(s² + σe² + σb²); the decision turns when it crosses the line.
 */
function turnedByOneMore(
  { worth, lineAt }: RankPicture,
  { reviewers, score }: Calibration["deviations"],
): Float64Array {
  return worth.mean.map((mean, application) => {
    const variance = worth.deviation[application]! ** 2;
    const moves = variance / Math.sqrt(variance + score ** 2 + reviewers ** 2);
    return moves === 0 ? 0 : normalBelow(-Math.abs(mean - lineAt) / moves);
  });
}

/** Φ, by Abramowitz and Stegun 26.2.17 (absolute error under 7.5e-8). */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z));
  const density = Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);
  const tail =
    density *
    t *
    (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  return z < 0 ? tail : 1 - tail;
}
