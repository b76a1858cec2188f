import { solveUpper } from "./cholesky.ts";
import { type MixedModel, type Solved, solveReviewers } from "./mixed-model.ts";

/** One set of variances with the share of the draws it gets. */
export interface WeightedFit {
  solved: Solved;
  share: number;
}

export interface Draw {
  /** Of every application: μ + a_i. */
  worth: Float64Array;
  /** Severity b_j of every reviewer. */
  severity: Float64Array;
}

/**
 * Exact draws from what the scores leave open: μ, then the reviewers through S's factor, then every application.
 * `normal` gives standard normal numbers.
 */
export function* posteriorDraws(
  model: MixedModel,
  fits: readonly WeightedFit[],
  draws: number,
  random: () => number,
): Generator<Draw, void, void> {
  const normal = normals(random);
  const counts = sharesOf(draws, fits);
  for (const [index, { solved }] of fits.entries()) {
    if (counts[index] === 0) continue;
    const meanOfValues = solveReviewers(solved, solved.values);
    const meanOfOnes = solveReviewers(solved, solved.ones);
    for (let count = 0; count < counts[index]!; count += 1)
      yield oneDraw(model, solved, { meanOfValues, meanOfOnes }, normal, fits.length > 1);
  }
}

function oneDraw(
  model: MixedModel,
  solved: Solved,
  means: { meanOfValues: Float64Array; meanOfOnes: Float64Array },
  normal: () => number,
  drawsNoise: boolean,
): Draw {
  const { lambdaA, lambdaB, factor, residual } = solved;
  const freedom = model.degreesOfFreedom;
  const noise = Math.sqrt(residual / (drawsNoise ? chiSquare(freedom, normal) : freedom));
  const mean = solved.mean + (noise / Math.sqrt(solved.meanInformation)) * normal();
  const severity = new Float64Array(model.scores.reviewers);
  if (factor) {
    const random = solveUpper(factor, severity.length, severity.map(normal));
    severity.forEach((_, reviewer) => {
      const expected = lambdaB ** 2 * (means.meanOfValues[reviewer]! - mean * means.meanOfOnes[reviewer]!);
      severity[reviewer] = expected + noise * lambdaB * random[reviewer]!;
    });
  }
  return { severity, worth: worthGiven(model, { lambdaA, mean, noise, severity }, normal) };
}

function worthGiven(
  { scores, reviews }: MixedModel,
  {
    lambdaA,
    mean,
    noise,
    severity,
  }: { lambdaA: number; mean: number; noise: number; severity: Float64Array },
  normal: () => number,
): Float64Array {
  const excess = new Float64Array(scores.applications);
  for (let index = 0; index < scores.score.length; index += 1)
    excess[scores.application[index]!]! += scores.score[index]! - mean - severity[scores.reviewer[index]!]!;
  const variance = lambdaA ** 2;
  for (let application = 0; application < excess.length; application += 1) {
    const scale = 1 + variance * reviews[application]!;
    // Where applications do not differ at all every order is as likely: equal values would all be the first.
    const spread = Math.max(noise * Math.sqrt(variance / scale), 1e-9);
    excess[application] = mean + (variance * excess[application]!) / scale + spread * normal();
  }
  return excess;
}

/** Whole draws by share, the largest remainders first. */
function sharesOf(draws: number, fits: readonly WeightedFit[]): number[] {
  const exact = fits.map(({ share }) => share * draws);
  const counts = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest);
  let missing = draws - counts.reduce((sum, count) => sum + count, 0);
  for (const { index } of byRemainder) {
    if (missing <= 0) break;
    counts[index]! += 1;
    missing -= 1;
  }
  return counts;
}

/** Marsaglia's polar method: two at a time. */
function normals(random: () => number): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const [u, v] = [2 * random() - 1, 2 * random() - 1];
      const square = u * u + v * v;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = v * scale;
      return u * scale;
    }
  };
}

/** Sum of squares of that many normals; for many, Wilson and Hilferty's cube. */
function chiSquare(freedom: number, normal: () => number): number {
  if (freedom > 60) {
    const share = 2 / (9 * freedom);
    return freedom * Math.max(1e-3, 1 - share + normal() * Math.sqrt(share)) ** 3;
  }
  let sum = 0;
  for (let count = 0; count < freedom; count += 1) sum += normal() ** 2;
  return sum;
}
