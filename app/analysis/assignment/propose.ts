import type { Highs } from "highs";
import { type Assignment, type AssignmentProblem, toUnits } from "./assignment-problem.ts";
import { joinParts } from "./join-parts.ts";
import { reassign } from "./reassign.ts";
import { type Relaxations, smallestRelaxations } from "./smallest-relaxation.ts";
import { solveFair, worstOf } from "./solve-fair.ts";
import { solveMaxSum } from "./solve-max-sum.ts";
import { type MatchWeights, TopicMatch, type Topics, type Wish } from "./topic-match.ts";
import { verifyAssignment } from "./verify-assignment.ts";

type Pair = readonly [application: number, reviewer: number];

/** Everything a proposal is worked out from; plain data, so that it can be handed to a thread. */
export interface ProposalTask {
  mode: "fair" | "max_sum";
  applications: readonly Topics[];
  reviewers: readonly Topics[];
  wishes: readonly (readonly [application: number, reviewer: number, wish: Wish])[];
  weights: MatchWeights;
  coverage: readonly number[];
  composition: readonly number[];
  /** What is asked of single applications instead. */
  exceptions: readonly (readonly [application: number, composition: readonly number[]])[];
  discipline: readonly number[];
  loadMin: readonly number[];
  loadMax: readonly number[];
  /** Conflicts and bans: no edge. */
  blocked: readonly Pair[];
  pins: readonly Pair[];
  /** The proposal that is to change as little as possible; absent when there is none. */
  before?: readonly (readonly number[])[];
  /** What a pair of it has to be outdone by, as a similarity. */
  price: number;
  seed: number;
}

export interface Proof {
  value: number;
  bound: number | null;
  worst: number;
  isFairest: boolean;
  parts: number;
  breaches: number;
  prices: number[] | null;
}

export type Proposed =
  | {
      ok: true;
      reviewersOf: number[][];
      /** In units, row-major. */
      similarity: Float64Array;
      /** Three a pair: declared, text and wish in hundredths, `unknownPart` for what is not known. */
      parts: Uint8Array;
      proof: Proof;
    }
  | { ok: false; reason: "cancelled" | "too_long" }
  | { ok: false; reason: "infeasible"; relaxations: Relaxations };

export const unknownPart = 255;

/** Shares of the whole that its steps have. */
const matching = 0.2;
const solving = 0.7;

/** Matches, solves, joins what has fallen into parts, and has the result verified. Blocks its thread. */
export function propose(
  task: ProposalTask,
  highs: Highs | undefined,
  proceed: (share: number) => boolean,
): Proposed {
  const match = matchOf(task, (share) => proceed(share * matching));
  if (!match) return { ok: false, reason: "cancelled" };
  const problem = problemOf(task, match.similarity);
  const solved = solve(task, problem, highs, (share) => proceed(matching + share * solving));
  if (!solved.ok && solved.reason !== "infeasible") return { ok: false, reason: reasonOf(solved.reason) };
  if (!solved.ok) return { ok: false, reason: "infeasible", relaxations: smallestRelaxations(problem) };
  proceed(matching + solving);
  const joined = joinParts(problem, solved.assignment);
  const { reviewersOf } = joined.assignment;
  return { ok: true, reviewersOf, ...match, proof: proofOf(problem, joined, solved.floor) };
}

const reasonOf = (reason: "cancelled" | "too_many_couples") =>
  reason === "cancelled" ? "cancelled" : "too_long";

function matchOf(task: ProposalTask, proceed: (share: number) => boolean) {
  const { applications, reviewers, wishes, weights } = task;
  const said = new Map(
    wishes.map(([application, reviewer, wish]) => [application * reviewers.length + reviewer, wish]),
  );
  if (!proceed(0)) return undefined;
  const wishOf = (application: number, reviewer: number) =>
    said.get(application * reviewers.length + reviewer);
  const match = new TopicMatch(applications, reviewers, wishOf, weights);
  const pairs = applications.length * reviewers.length;
  const whole = new Float64Array(pairs);
  const parts = new Uint8Array(3 * pairs);
  for (let application = 0; application < applications.length; application += 1) {
    if (!proceed(0.5 + (0.5 * application) / applications.length)) return undefined;
    for (let reviewer = 0; reviewer < reviewers.length; reviewer += 1) {
      const at = application * reviewers.length + reviewer;
      const found = match.of(application, reviewer);
      whole[at] = found.whole;
      parts.set([found.declared, found.text, found.wish].map(inHundredths), 3 * at);
    }
  }
  return { similarity: toUnits(whole), parts };
}

const inHundredths = (part: number | null): number => (part === null ? unknownPart : Math.round(part * 100));

function problemOf(task: ProposalTask, similarity: Float64Array): AssignmentProblem {
  const { applications, reviewers, blocked, pins, seed, composition } = task;
  const allowed = new Uint8Array(applications.length * reviewers.length).fill(1);
  for (const [application, reviewer] of blocked) allowed[application * reviewers.length + reviewer] = 0;
  return {
    ...{ applications: applications.length, reviewers: reviewers.length, similarity, allowed },
    coverage: Int32Array.from(task.coverage),
    loadMin: Int32Array.from(task.loadMin),
    loadMax: Int32Array.from(task.loadMax),
    discipline: Uint8Array.from(task.discipline),
    ...{ composition, exceptions: new Map(task.exceptions), pins, apart: [], seed },
  };
}

function solve(
  task: ProposalTask,
  problem: AssignmentProblem,
  highs: Highs | undefined,
  proceed: (share: number) => boolean,
) {
  if (task.before) {
    const again = reassign(problem, task.before, task.price, proceed);
    return again.ok ? { ...again, floor: undefined } : again;
  }
  if (task.mode === "max_sum" || !highs) {
    const largest = solveMaxSum(problem, { proceed });
    return largest.ok ? { ...largest, floor: undefined } : largest;
  }
  const fair = solveFair(highs, problem, { proceed, seconds: 20 });
  return fair.ok ? { ...fair, floor: fair.isExact ? fair.floor : undefined } : fair;
}

/** The bound comes from prices of its own: nothing rests on how the assignment was found. */
function proofOf(
  problem: AssignmentProblem,
  { assignment, parts }: { assignment: Assignment; parts: number },
  floor: number | undefined,
): Proof {
  const worst = worstOf(problem, assignment.reviewersOf);
  const largest = solveMaxSum(problem);
  const isProved = largest.ok && "potentials" in largest.certificate;
  const certificate = isProved ? largest.certificate : { potentials: new Float64Array(problem.reviewers) };
  const verdict = verifyAssignment(problem, assignment, certificate);
  return {
    ...{ value: verdict.value, bound: Number.isFinite(verdict.bound) ? verdict.bound : null },
    ...{ worst, isFairest: floor !== undefined && worst >= floor, parts, breaches: verdict.breaches.length },
    prices: "potentials" in certificate ? [...certificate.potentials] : null,
  };
}
