import { type Assignment, type AssignmentProblem, unit, valueOf } from "./assignment-problem.ts";
import { type MaxSum, solveMaxSum } from "./solve-max-sum.ts";

export interface Change {
  application: number;
  added: number[];
  removed: number[];
}

export type Reassigned =
  { ok: true; assignment: Assignment; changes: Change[] } | Extract<MaxSum, { ok: false }>;

/**
 * A new assignment after somebody left or a conflict was found: a pair that stood is given up only where that gains
 * more than `price` (a similarity, 0 to 1). What the rules force is changed whatever it costs.
 */
export function reassign(
  problem: AssignmentProblem,
  standing: readonly (readonly number[])[],
  price: number,
  proceed?: (share: number) => boolean,
): Reassigned {
  const scale = 1 + price;
  const similarity = problem.similarity.map((each) => Math.round(each / scale));
  const bonus = Math.round((price * unit) / scale);
  standing.forEach((reviewers, application) => {
    for (const reviewer of reviewers) similarity[application * problem.reviewers + reviewer]! += bonus;
  });
  const solved = solveMaxSum({ ...problem, similarity }, proceed ? { proceed } : {});
  if (!solved.ok) return solved;
  const { reviewersOf } = solved.assignment;
  const changes = reviewersOf.flatMap((now, application) => {
    const before = standing[application] ?? [];
    const added = now.filter((reviewer) => !before.includes(reviewer));
    const removed = before.filter((reviewer) => !now.includes(reviewer));
    return added.length + removed.length === 0 ? [] : [{ application, added, removed }];
  });
  return { ok: true, assignment: { reviewersOf, value: valueOf(problem, reviewersOf) }, changes };
}
