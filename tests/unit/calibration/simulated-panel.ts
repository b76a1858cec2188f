import type { Scores } from "#app/analysis/calibration/mixed-model.ts";
import { seededRandom } from "#app/analysis/seeded-random.ts";

interface Panel {
  applications: number;
  reviewers: number;
  each: number;
  deviations: readonly [applications: number, reviewers: number, score: number];
  seed: number;
}

/** Scores of a panel whose truth is known. */
export function simulatedPanel({ applications, reviewers, each, deviations, seed }: Panel): {
  scores: Scores;
  truth: Float64Array;
} {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const [ofApplications, ofReviewers, ofScores] = deviations;
  const truth = Float64Array.from({ length: applications }, () => ofApplications * normal());
  const severity = Float64Array.from({ length: reviewers }, () => ofReviewers * normal());
  const rows: [number, number, number][] = [];
  truth.forEach((worth, application) => {
    const chosen = new Set<number>();
    while (chosen.size < each) chosen.add(Math.floor(random() * reviewers));
    for (const reviewer of chosen)
      rows.push([application, reviewer, 70 + worth + severity[reviewer]! + ofScores * normal()]);
  });
  return { truth, scores: scoresOf(rows, applications, reviewers) };
}

export const scoresOf = (
  rows: readonly (readonly [application: number, reviewer: number, score: number])[],
  applications: number,
  reviewers: number,
): Scores => ({
  ...{ applications, reviewers },
  application: Int32Array.from(rows, ([application]) => application),
  reviewer: Int32Array.from(rows, ([, reviewer]) => reviewer),
  score: Float64Array.from(rows, ([, , score]) => score),
});

/** Rank of each value, 1 for the largest. */
export function ranksOf(values: ArrayLike<number>): number[] {
  const order = Array.from(values, (_, index) => index).sort((a, b) => values[b]! - values[a]!);
  const ranks: number[] = [];
  order.forEach((index, place) => (ranks[index] = place + 1));
  return ranks;
}
