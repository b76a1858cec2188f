import { type Assignment, type AssignmentProblem, compositionOf, valueOf } from "./assignment-problem.ts";

/** What is wrong with an assignment, as far as rules go. */
export type Breach =
  | { kind: "not_allowed"; application: number; reviewer: number }
  | { kind: "twice"; application: number; reviewer: number }
  | { kind: "coverage"; application: number; found: number; wanted: number }
  | { kind: "discipline"; application: number; discipline: number; found: number; wanted: number }
  | { kind: "load"; reviewer: number; found: number; least: number; most: number }
  | { kind: "pin"; application: number; reviewer: number }
  | { kind: "apart"; application: number; reviewer: number; other: number };

/** Every rule of the problem, checked without a look at how the assignment was found. */
export function breachesOf(problem: AssignmentProblem, { reviewersOf }: Assignment): Breach[] {
  const breaches: Breach[] = [];
  const load = new Int32Array(problem.reviewers);
  reviewersOf.forEach((reviewers, application) => {
    const seen = new Set<number>();
    for (const reviewer of reviewers) {
      if (problem.allowed[application * problem.reviewers + reviewer] !== 1)
        breaches.push({ kind: "not_allowed", application, reviewer });
      if (seen.has(reviewer)) breaches.push({ kind: "twice", application, reviewer });
      seen.add(reviewer);
      load[reviewer]! += 1;
    }
    const wanted = problem.coverage[application] ?? 0;
    if (reviewers.length !== wanted)
      breaches.push({ kind: "coverage", application, found: reviewers.length, wanted });
    compositionOf(problem, application).forEach((least, discipline) => {
      const found = reviewers.filter((reviewer) => problem.discipline[reviewer] === discipline).length;
      if (found < least) breaches.push({ kind: "discipline", application, discipline, found, wanted: least });
    });
    for (const [reviewer, other] of problem.apart)
      if (seen.has(reviewer) && seen.has(other))
        breaches.push({ kind: "apart", application, reviewer, other });
  });
  load.forEach((found, reviewer) => {
    const [least, most] = [problem.loadMin[reviewer] ?? 0, problem.loadMax[reviewer] ?? 0];
    if (found < least || found > most) breaches.push({ kind: "load", reviewer, found, least, most });
  });
  for (const [application, reviewer] of problem.pins)
    if (!reviewersOf[application]?.includes(reviewer)) breaches.push({ kind: "pin", application, reviewer });
  return breaches;
}

/**
 * How a bound was reached: prices of one relaxation; prices that prove that nothing at all is within the rules; or
 * the better of two cases that part a forbidden couple.
 */
export type Certificate =
  | { potentials: Float64Array }
  | { impossible: Float64Array }
  | {
      application: number;
      reviewer: number;
      other: number;
      without: Certificate;
      withoutOther: Certificate;
    };

export interface Verdict {
  breaches: Breach[];
  /** Sum of similarities, in units. */
  value: number;
  /** No assignment within the rules is worth more. */
  bound: number;
  /** `bound − value`; 0 proves the optimum. */
  gap: number;
}

/**
 * Weak duality: for any prices π, every assignment is worth at most Σ over applications of their best choice at
 * s + π, less what the prices make of the reviewers' limits. So the bound holds whatever produced the prices.
 */
export function verifyAssignment(
  problem: AssignmentProblem,
  assignment: Assignment,
  certificate: Certificate,
): Verdict {
  const value = valueOf(problem, assignment.reviewersOf);
  const bound = boundOf(problem, certificate, new Set());
  return { breaches: breachesOf(problem, assignment), value, bound, gap: bound - value };
}

function boundOf(
  problem: AssignmentProblem,
  certificate: Certificate,
  excluded: ReadonlySet<number>,
): number {
  if ("potentials" in certificate) return boundAt(problem, certificate.potentials, excluded);
  if ("impossible" in certificate)
    return isImpossible(problem, certificate.impossible, excluded) ? -Infinity : Infinity;
  const { application, reviewer, other, without, withoutOther } = certificate;
  // Together they may not sit: one of them is missing, so the better of the two cases bounds both.
  if (!problem.apart.some((pair) => pair.includes(reviewer) && pair.includes(other))) return Infinity;
  const base = application * problem.reviewers;
  return Math.max(
    boundOf(problem, without, new Set([...excluded, base + reviewer])),
    boundOf(problem, withoutOther, new Set([...excluded, base + other])),
  );
}

/** Were every similarity 0, an assignment would be worth 0: a bound below 0 leaves none. */
export function isImpossible(
  problem: AssignmentProblem,
  prices: Float64Array,
  excluded: ReadonlySet<number> = new Set(),
): boolean {
  const similarity = new Float64Array(problem.similarity.length);
  return boundAt({ ...problem, similarity }, prices, excluded) < 0;
}

function boundAt(
  problem: AssignmentProblem,
  potentials: Float64Array,
  excluded: ReadonlySet<number>,
): number {
  const pinned = new Set(
    problem.pins.map(([application, reviewer]) => application * problem.reviewers + reviewer),
  );
  let bound = 0;
  for (let application = 0; application < problem.applications; application += 1)
    bound += bestChoice(problem, potentials, application, pinned, excluded);
  potentials.forEach((price, reviewer) => {
    bound -= price * (price > 0 ? problem.loadMin[reviewer]! : problem.loadMax[reviewer]!);
  });
  return bound;
}

/** Pins, then the best of each discipline that is asked for, then the best of the rest: optimal, since seats are a matroid. */
function bestChoice(
  problem: AssignmentProblem,
  potentials: Float64Array,
  application: number,
  pinned: ReadonlySet<number>,
  excluded: ReadonlySet<number>,
): number {
  const { reviewers, similarity, allowed, discipline } = problem;
  const base = application * reviewers;
  const missing = [...compositionOf(problem, application)];
  let seats = problem.coverage[application] ?? 0;
  let worth = 0;
  const choice: { reviewer: number; worth: number }[] = [];
  for (let reviewer = 0; reviewer < reviewers; reviewer += 1) {
    const isOpen = allowed[base + reviewer] === 1 && !excluded.has(base + reviewer);
    const each = similarity[base + reviewer]! + potentials[reviewer]!;
    if (pinned.has(base + reviewer)) {
      if (!isOpen) return -Infinity;
      worth += each;
      seats -= 1;
      const own = discipline[reviewer]!;
      if ((missing[own] ?? 0) > 0) missing[own]! -= 1;
    } else if (isOpen) choice.push({ reviewer, worth: each });
  }
  choice.sort((a, b) => b.worth - a.worth);
  const taken = new Set<number>();
  for (const each of choice) {
    const own = discipline[each.reviewer]!;
    if ((missing[own] ?? 0) <= 0) continue;
    missing[own]! -= 1;
    taken.add(each.reviewer);
    worth += each.worth;
    seats -= 1;
  }
  // More disciplines than seats, or nobody left of one: nothing is within the rules here.
  if (seats < 0 || missing.some((count) => count > 0)) return -Infinity;
  for (const each of choice) {
    if (seats === 0) break;
    if (taken.has(each.reviewer)) continue;
    worth += each.worth;
    seats -= 1;
  }
  return seats === 0 ? worth : -Infinity;
}
