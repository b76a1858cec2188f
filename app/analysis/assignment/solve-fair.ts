import type { Highs } from "highs";
import { type Assignment, type AssignmentProblem, unit, valueOf } from "./assignment-problem.ts";
import { closestPairs, everyPair } from "./candidate-pairs.ts";
import { FairModel } from "./fair-model.ts";
import { type MaxSum, solveMaxSum } from "./solve-max-sum.ts";

export type Fair =
  | {
      ok: true;
      assignment: Assignment;
      /** The least any application gets, in units; no assignment gives its worst one `floorTolerance` more. */
      floor: number;
      /** No assignment with that floor has a larger sum, by the solver's own bound. */
      bound: number;
      /** Whether every allowed pair was considered, so that both statements are about all assignments. */
      isExact: boolean;
    }
  | Extract<MaxSum, { ok: false }>;

/** How close the floor comes to the largest possible, in units. */
export const floorTolerance = unit / 1_000_000;

interface Options {
  proceed?: (share: number) => boolean;
  /** Of one solve; a floor that takes longer counts as out of reach. */
  seconds?: number;
}

/**
 * Fair mode: the largest floor under every application's total, and with it the largest sum. The floor is fixed as
 * row bounds and bisected: a solver asked to maximise it directly gets stuck. Blocks its thread: run it in a worker.
 */
export function solveFair(
  highs: Highs,
  problem: AssignmentProblem,
  { proceed = () => true, seconds = 30 }: Options = {},
): Fair {
  const start = solveMaxSum(problem, { proceed: (share) => proceed(share * 0.3) });
  if (!start.ok) return start;
  const isExact = problem.applications * problem.reviewers <= 60_000;
  const model = new FairModel(highs, problem, isExact ? everyPair(problem) : closestPairs(problem));
  try {
    let best = { reviewersOf: start.assignment.reviewersOf, bound: start.assignment.value };
    let low = worstOf(problem, best.reviewersOf);
    let high = ceilingOf(problem);
    const width = Math.max(1, high - low);
    while (high - low > floorTolerance) {
      if (!proceed(0.3 + 0.7 * (1 - (high - low) / width))) return { ok: false, reason: "cancelled" };
      const middle = low + (high - low) / 2;
      const found = model.best(middle, seconds);
      if (found) {
        best = found;
        // What was found may be above the floor it was asked for.
        low = Math.max(middle, worstOf(problem, found.reviewersOf));
      } else high = middle;
    }
    const floor = worstOf(problem, best.reviewersOf);
    // Once more at the very floor: the last one found was asked for less and may have a smaller sum.
    const last = model.best(floor - 0.5, seconds) ?? best;
    const { reviewersOf } = last;
    const value = valueOf(problem, reviewersOf);
    return {
      ok: true,
      assignment: { reviewersOf, value },
      floor,
      bound: Math.max(last.bound, value),
      isExact,
    };
  } finally {
    model.dispose();
  }
}

/** What the application that gets least gets, in units. */
export const worstOf = (problem: AssignmentProblem, reviewersOf: readonly (readonly number[])[]): number =>
  Math.min(
    ...reviewersOf.map((reviewers, application) =>
      reviewers.reduce(
        (sum, reviewer) => sum + problem.similarity[application * problem.reviewers + reviewer]!,
        0,
      ),
    ),
  );

/** No floor is above the least that applications would get with the whole panel to themselves. */
function ceilingOf({ applications, reviewers, coverage, similarity, allowed }: AssignmentProblem): number {
  let ceiling = Infinity;
  for (let application = 0; application < applications; application += 1) {
    const row: number[] = [];
    for (let reviewer = 0; reviewer < reviewers; reviewer += 1)
      if (allowed[application * reviewers + reviewer] === 1)
        row.push(similarity[application * reviewers + reviewer]!);
    row.sort((a, b) => b - a);
    const most = row.slice(0, coverage[application]).reduce((sum, worth) => sum + worth, 0);
    ceiling = Math.min(ceiling, most);
  }
  return ceiling;
}
