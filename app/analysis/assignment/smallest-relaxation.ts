import { type Assignment, type AssignmentProblem, valueOf } from "./assignment-problem.ts";
import { everyPair } from "./candidate-pairs.ts";
import { FlowSolver, type Prices, type Shortage } from "./flow-solver.ts";
import { withoutPins, withPins } from "./solve-max-sum.ts";
import { type Breach, breachesOf } from "./verify-assignment.ts";

/** An assignment that keeps to all rules but those named: what somebody would have to give up, no more. */
export interface Relaxation {
  assignment: Assignment;
  breaches: Breach[];
}

type Pin = readonly [application: number, reviewer: number];

export interface Relaxations {
  /** Pinned pairs that a conflict forbids, or for which the application or the reviewer has no room; left out below. */
  unkeptPins: Pin[];
  /** Every limit kept: as many seats filled as can be, and of what is compulsory as little missing as then can be. */
  keepingLimits: Relaxation;
  /** Limits raised instead, by as few applications in all as can be. Undefined when that mends nothing. */
  raisingLimits: Relaxation | undefined;
  /** Applications whose reviewers are all at their limit, with those reviewers. */
  shortage: Shortage | undefined;
}

/**
 * What stands in the way of any assignment, as the least that would have to be given up. Couples who may not sit
 * together are not parted here: when nothing else is missing, it is they who stand in the way.
 */
export function smallestRelaxations(problem: AssignmentProblem): Relaxations {
  const { kept: pins, unkept: unkeptPins } = sortPins(problem);
  const tried = { ...problem, pins };
  const kept = relaxed(tried, {});
  const raised = kept.misses === 0 ? undefined : relaxed(tried, { beyondLimit: 1 });
  return {
    unkeptPins,
    keepingLimits: kept.relaxation,
    raisingLimits: raised && raised.misses < kept.misses ? raised.relaxation : undefined,
    shortage: kept.shortage,
  };
}

function sortPins({ reviewers, allowed, coverage, loadMax, pins }: AssignmentProblem) {
  const [seats, room] = [Int32Array.from(coverage), Int32Array.from(loadMax)];
  const kept: Pin[] = [];
  const unkept: Pin[] = [];
  for (const pin of pins) {
    const [application, reviewer] = pin;
    const fits =
      allowed[application * reviewers + reviewer] === 1 && seats[application]! > 0 && room[reviewer]! > 0;
    (fits ? kept : unkept).push(pin);
    if (!fits) continue;
    seats[application]! -= 1;
    room[reviewer]! -= 1;
  }
  return { kept, unkept };
}

function relaxed(problem: AssignmentProblem, prices: Prices) {
  const { open, demand } = withoutPins(problem);
  // Without similarities only what is given up has a price.
  const even = { ...open, similarity: new Float64Array(open.similarity.length) };
  const must = 1 + problem.coverage.reduce((sum, seats) => sum + seats, 0);
  const found = new FlowSolver(even, everyPair(open), demand, { must, ...prices }).solve()!;
  const { reviewersOf } = withPins(problem, found);
  const assignment = { reviewersOf, value: valueOf(problem, reviewersOf) };
  const breaches = breachesOf(problem, assignment).filter(({ kind }) => kind !== "apart");
  const misses = breaches.reduce((sum, breach) => sum + missing(breach), 0);
  return { relaxation: { assignment, breaches }, misses, shortage: found.shortage };
}

/** Seats, disciplines and least loads that are not met; a limit that was raised is no miss. */
function missing(breach: Breach): number {
  switch (breach.kind) {
    case "coverage":
    case "discipline":
      return breach.wanted - breach.found;
    case "load":
      return Math.max(0, breach.least - breach.found);
    default:
      return 0;
  }
}
