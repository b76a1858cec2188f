import type { AssignmentProblem } from "./assignment-problem.ts";

const perApplication = 30;
const perReviewer = 20;
const perDiscipline = 6;

/** Reviewers considered for each application: a sparse graph that `addViolatedPairs` completes until it is exact. */
export type Candidates = Int32Array[];

/** The closest reviewers of every application, of each discipline that is asked for, and vice versa. */
export function closestPairs(problem: AssignmentProblem): Candidates {
  const { applications, reviewers, similarity, allowed, composition, discipline, coverage } = problem;
  const chosen = Array.from({ length: applications }, () => new Set<number>());
  const disciplines = composition.map((_, index) => index).filter((index) => (composition[index] ?? 0) > 0);
  for (let application = 0; application < applications; application += 1) {
    const base = application * reviewers;
    const open = indices(reviewers).filter((reviewer) => allowed[base + reviewer] === 1);
    open.sort((a, b) => similarity[base + b]! - similarity[base + a]! || a - b);
    const set = chosen[application]!;
    for (const reviewer of open.slice(0, Math.max(perApplication, (coverage[application] ?? 0) * 4)))
      set.add(reviewer);
    for (const wanted of disciplines) {
      const most = Math.max(perDiscipline, (composition[wanted] ?? 0) * 3);
      open
        .filter((reviewer) => discipline[reviewer] === wanted)
        .slice(0, most)
        .forEach((reviewer) => set.add(reviewer));
    }
  }
  for (let reviewer = 0; reviewer < reviewers; reviewer += 1) {
    const open = indices(applications).filter((each) => allowed[each * reviewers + reviewer] === 1);
    open.sort(
      (a, b) => similarity[b * reviewers + reviewer]! - similarity[a * reviewers + reviewer]! || a - b,
    );
    for (const application of open.slice(0, perReviewer)) chosen[application]!.add(reviewer);
  }
  for (const [application, reviewer] of problem.pins) chosen[application]!.add(reviewer);
  return chosen.map((set) => Int32Array.from(set).sort());
}

/** Every allowed pair: what small problems use, and what an infeasible sparse graph falls back to. */
export const everyPair = ({ applications, reviewers, allowed }: AssignmentProblem): Candidates =>
  Array.from({ length: applications }, (_, application) =>
    Int32Array.from(
      indices(reviewers).filter((reviewer) => allowed[application * reviewers + reviewer] === 1),
    ),
  );

const indices = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
