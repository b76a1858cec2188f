import {
  type Assignment,
  type AssignmentProblem,
  compositionOf,
  unit,
  valueOf,
} from "./assignment-problem.ts";
import { type Candidates, closestPairs, everyPair } from "./candidate-pairs.ts";
import { type Demand, type FlowSolution, FlowSolver, type Shortage } from "./flow-solver.ts";
import type { Certificate } from "./verify-assignment.ts";

export type MaxSum =
  | { ok: true; assignment: Assignment; certificate: Certificate }
  | { ok: false; reason: "cancelled" | "too_many_couples" }
  | Infeasible;

export interface Infeasible {
  ok: false;
  reason: "infeasible";
  /** Where seats are missing; without one, disciplines or least loads cannot all be met, or couples not be parted. */
  shortage: Shortage | undefined;
  /** Disciplines and least loads that stay unmet at the least. */
  unmet: number;
  /** For `verifyAssignment`: its bound is −∞. */
  certificate: Certificate;
}

interface Options {
  /** Called often with the share done (0 to 1); false gives up. */
  proceed?: (share: number) => boolean;
  /** Relaxations solved to keep couples apart before it is called infeasible. */
  mostBranches?: number;
}

/** The assignment of the largest sum of similarities, and the prices that prove it (verify-assignment.ts). */
export function solveMaxSum(problem: AssignmentProblem, options: Options = {}): MaxSum {
  const search = new Search(problem, options);
  const certificate = search.explore(problem.allowed);
  if (!certificate) return { ok: false, reason: search.stoppedBy };
  if (search.best) return { ok: true, assignment: search.best, certificate };
  return { ok: false, reason: "infeasible", shortage: search.shortage, unmet: search.unmet, certificate };
}

/** Branch and bound over couples who may not sit together: without any, one relaxation is all. */
class Search {
  best: Assignment | undefined;
  shortage: Shortage | undefined;
  unmet = 0;
  stoppedBy: "cancelled" | "too_many_couples" = "cancelled";
  readonly #problem: AssignmentProblem;
  readonly #proceed: (share: number) => boolean;
  #branchesLeft: number;

  constructor(problem: AssignmentProblem, { proceed = () => true, mostBranches = 2_000 }: Options) {
    this.#problem = problem;
    this.#proceed = proceed;
    this.#branchesLeft = mostBranches;
  }

  /** Undefined when it was stopped. */
  explore(allowed: Uint8Array): Certificate | undefined {
    if (this.#branchesLeft === 0) {
      this.stoppedBy = "too_many_couples";
      return undefined;
    }
    this.#branchesLeft -= 1;
    const problem = this.#problem;
    const solution = solveRelaxed({ ...problem, allowed }, this.#proceed);
    if (!solution) return undefined;
    if ("impossible" in solution) {
      this.shortage ??= solution.shortage;
      this.unmet ||= solution.unmet;
      return { impossible: solution.impossible };
    }
    const value = valueOf(problem, solution.reviewersOf);
    const couple = firstCouple(problem, solution.reviewersOf);
    const isBetter = !this.best || value > this.best.value;
    if (!couple && isBetter) this.best = { reviewersOf: solution.reviewersOf, value };
    if (!couple || !isBetter) return { potentials: solution.potentials };
    const { application, reviewer, other } = couple;
    const without = this.explore(excluding(problem, allowed, application, reviewer));
    const withoutOther = without && this.explore(excluding(problem, allowed, application, other));
    return withoutOther && { ...couple, without: without!, withoutOther };
  }
}

function excluding(
  problem: AssignmentProblem,
  allowed: Uint8Array,
  application: number,
  reviewer: number,
): Uint8Array {
  const fewer = Uint8Array.from(allowed);
  fewer[application * problem.reviewers + reviewer] = 0;
  return fewer;
}

function firstCouple(problem: AssignmentProblem, reviewersOf: readonly (readonly number[])[]) {
  if (problem.apart.length === 0) return undefined;
  for (const [application, reviewers] of reviewersOf.entries())
    for (const [reviewer, other] of problem.apart)
      if (reviewers.includes(reviewer) && reviewers.includes(other)) return { application, reviewer, other };
  return undefined;
}

interface Impossible {
  impossible: Float64Array;
  shortage: Shortage | undefined;
  unmet: number;
}

/**
 * Without the couples: a sparse graph, completed by every pair its prices speak for, until none is left. Undefined
 * when it was cancelled.
 */
function solveRelaxed(
  problem: AssignmentProblem,
  proceed: (share: number) => boolean,
): FlowSolution | Impossible | undefined {
  const { reviewers, allowed, pins } = problem;
  if (pins.some(([application, reviewer]) => allowed[application * reviewers + reviewer] !== 1))
    return { impossible: new Float64Array(reviewers), shortage: undefined, unmet: 0 };
  const { open, demand } = withoutPins(problem);
  const crowded = crowdedByPins(demand);
  if (crowded) return { impossible: crowded, shortage: undefined, unmet: 0 };
  const isSmall = problem.applications * problem.reviewers <= 40_000;
  let candidates = isSmall ? everyPair(open) : closestPairs(open);
  let isComplete = isSmall;
  for (;;) {
    const solution = new FlowSolver(open, candidates, demand).solve(proceed);
    if (!solution) return undefined;
    if (solution.shortage || solution.unmet > 0) {
      if (isComplete) return whyImpossible(open, candidates, demand);
      // The sparse graph may lack what the whole one has.
      candidates = everyPair(open);
      isComplete = true;
    } else if (isComplete || !addViolatedPairs(open, demand, solution, candidates))
      return withPins(problem, solution);
  }
}

/** Prices that prove that more is pinned to a reviewer, or to an application, than there is room for. */
function crowdedByPins({ loadMax, coverage }: Demand): Float64Array | undefined {
  if (loadMax.every((room) => room >= 0) && coverage.every((seats) => seats >= 0)) return undefined;
  return Float64Array.from(loadMax, (room) => (room < 0 ? -unit : 0));
}

/** With every similarity 0 only feasibility is left, and the prices prove that there is none. */
function whyImpossible(open: AssignmentProblem, candidates: Candidates, demand: Demand): Impossible {
  const even = { ...open, similarity: new Float64Array(open.similarity.length) };
  const { shortage, unmet, potentials } = new FlowSolver(even, candidates, demand).solve()!;
  if (!shortage) return { impossible: potentials, shortage, unmet };
  const full = new Set(shortage.reviewers);
  return { impossible: potentials.map((_, reviewer) => (full.has(reviewer) ? -unit : 0)), shortage, unmet };
}

export function withoutPins(problem: AssignmentProblem): { open: AssignmentProblem; demand: Demand } {
  const { applications, reviewers, composition, discipline, pins } = problem;
  const disciplines = Math.max(
    composition.length,
    1 + discipline.reduce((most, each) => Math.max(most, each), 0),
  );
  const demand: Demand = {
    coverage: Int32Array.from(problem.coverage),
    loadMin: Int32Array.from(problem.loadMin),
    loadMax: Int32Array.from(problem.loadMax),
    minima: new Int32Array(applications * disciplines),
    disciplines,
  };
  for (let application = 0; application < applications; application += 1)
    compositionOf(problem, application).forEach(
      (least, own) => (demand.minima[application * disciplines + own] = least),
    );
  const allowed = Uint8Array.from(problem.allowed);
  for (const [application, reviewer] of pins) {
    allowed[application * reviewers + reviewer] = 0;
    demand.coverage[application]! -= 1;
    demand.loadMax[reviewer]! -= 1;
    demand.loadMin[reviewer] = Math.max(0, demand.loadMin[reviewer]! - 1);
    const at = application * disciplines + discipline[reviewer]!;
    demand.minima[at] = Math.max(0, demand.minima[at]! - 1);
  }
  return { open: { ...problem, allowed, pins: [] }, demand };
}

export function withPins(problem: AssignmentProblem, solution: FlowSolution): FlowSolution {
  const reviewersOf = solution.reviewersOf.map((reviewers) => [...reviewers]);
  for (const [application, reviewer] of problem.pins) reviewersOf[application]!.push(reviewer);
  for (const reviewers of reviewersOf) reviewers.sort((a, b) => a - b);
  return { ...solution, reviewersOf };
}

/** Pricing: pairs outside the sparse graph that could still gain at these prices. Whether there were any. */
function addViolatedPairs(
  { reviewers, similarity, allowed, discipline }: AssignmentProblem,
  demand: Demand,
  { reviewersOf, potentials }: FlowSolution,
  candidates: Candidates,
): boolean {
  let found = false;
  reviewersOf.forEach((assigned, application) => {
    if (assigned.length === 0) return;
    const base = application * reviewers;
    const worth = (reviewer: number) => similarity[base + reviewer]! + potentials[reviewer]!;
    const spare = sparePlaces(assigned, application, demand, discipline);
    const least = assigned.filter((reviewer) => spare.has(discipline[reviewer]!)).map(worth);
    const cheapest = Math.min(...least);
    const leastOf = (own: number) =>
      Math.min(cheapest, ...assigned.filter((reviewer) => discipline[reviewer] === own).map(worth));
    const known = new Set(candidates[application]);
    const thresholds = new Map<number, number>();
    const missing: number[] = [];
    for (let reviewer = 0; reviewer < reviewers; reviewer += 1) {
      if (allowed[base + reviewer] !== 1 || known.has(reviewer)) continue;
      const own = discipline[reviewer]!;
      let threshold = thresholds.get(own);
      if (threshold === undefined) thresholds.set(own, (threshold = leastOf(own)));
      if (worth(reviewer) > threshold) missing.push(reviewer);
    }
    if (missing.length === 0) return;
    found = true;
    candidates[application] = Int32Array.from([...known, ...missing]).sort();
  });
  return found;
}

/** Disciplines of which the application has more than it must have. */
function sparePlaces(
  assigned: readonly number[],
  application: number,
  { minima, disciplines }: Demand,
  discipline: Uint8Array,
): Set<number> {
  const count = new Int32Array(disciplines);
  for (const reviewer of assigned) count[discipline[reviewer]!]! += 1;
  const spare = new Set<number>();
  count.forEach((own, at) => own > minima[application * disciplines + at]! && spare.add(at));
  return spare;
}
