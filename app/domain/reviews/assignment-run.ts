import { z } from "zod";
import { disciplines } from "./coverage.ts";

export const runStates = [
  "queued",
  "running",
  "cancelled",
  "failed",
  "proposed",
  "released",
  "discarded",
] as const;
export type RunState = (typeof runStates)[number];

interface Step {
  readonly from: readonly RunState[];
  readonly to: RunState;
}

/** Event → from → to. A round that comes to nothing falls back on the proposal before it, where there is one. */
export const runWorkflow = {
  claim: { from: ["queued", "running"], to: "running" },
  propose: { from: ["running"], to: "proposed" },
  fail: { from: ["running"], to: "failed" },
  cancel: { from: ["queued", "running"], to: "cancelled" },
  fall_back: { from: ["queued", "running"], to: "proposed" },
  change: { from: ["proposed"], to: "proposed" },
  work_out_anew: { from: ["proposed"], to: "queued" },
  release: { from: ["proposed"], to: "released" },
  discard: { from: ["proposed"], to: "discarded" },
} as const satisfies Record<string, Step>;

export type RunEvent = keyof typeof runWorkflow;

/** The state after `event`, or null where it is not allowed. */
export function runTransition(from: string, event: RunEvent): RunState | null {
  const step: Step = runWorkflow[event];
  return (step.from as readonly string[]).includes(from) ? step.to : null;
}

/** Alive: the call has room for one. */
export const isLive = (state: string): boolean => ["queued", "running", "proposed"].includes(state);

export const runKinds = ["fair", "max_sum"] as const;
export type RunKind = (typeof runKinds)[number];

/** Pairs of application and reviewer up to which the fair mode ends within minutes and can prove its answer. */
export const mostFairPairs = 60_000;

const counts = z.record(z.string(), z.number().int().min(0));

export const runParametersSchema = z.strictObject({
  /** Reviewers an application gets, an odd number. */
  total: z.number().int().min(1).max(15),
  /** And of each discipline at least. */
  composition: z.strictObject(
    Object.fromEntries(disciplines.map((each) => [each, z.number().int().min(0)])) as Record<
      (typeof disciplines)[number],
      z.ZodNumber
    >,
  ),
  /** Fewest applications of a reviewer, as far as there is room. */
  least: z.number().int().min(0),
  /** The reviews are due at the end of this day. */
  dueOn: z.string(),
  /** Who is away most of the time until then is left out. */
  withoutAbsent: z.boolean(),
  weights: z.strictObject({
    declared: z.number().int(),
    text: z.number().int(),
    wish: z.number().int(),
  }),
  /** Given up after a run had shown that nothing fits: seats of an application, and of them each discipline. */
  fewerSeats: counts,
  fewerOf: z.record(z.string(), z.record(z.string(), z.number().int().min(0))),
  /** Applications beyond a reviewer's own limit. */
  beyondLimit: counts,
  /** What a standing pair has to be outdone by before it is exchanged, in hundredths of a full match. */
  price: z.number().int().min(0).max(100),
});

export type RunParameters = z.infer<typeof runParametersSchema>;

export const readRunParameters = (json: string): RunParameters => runParametersSchema.parse(JSON.parse(json));

/** How much each part of a match counts; only their proportions matter. */
export interface MixWeights {
  readonly declared: number;
  readonly text: number;
  readonly wish: number;
}

export const usualMix: MixWeights = { declared: 50, text: 40, wish: 10 };

/** Whole numbers from 0 to 100 of which one is above 0; null otherwise. */
export function readMix(typed: Readonly<Record<keyof MixWeights, string>>): MixWeights | null {
  const [declared, text, wish] = [typed.declared, typed.text, typed.wish].map((each) =>
    /^\d{1,3}$/.test(each.trim()) ? Number(each) : Number.NaN,
  );
  const all = [declared!, text!, wish!];
  if (all.some((each) => !(each <= 100)) || all.every((each) => each === 0)) return null;
  return { declared: declared!, text: text!, wish: wish! };
}

export const wishKinds = ["keen", "willing", "no"] as const;
export type WishKind = (typeof wishKinds)[number];

/** An even number of opinions can split evenly (domain.md §5.4). */
export const oddAtLeast = (count: number): number => (count % 2 === 1 ? count : count + 1);

/** What was proved of a proposal, as it came from the solver. Amounts in billionths of a full match. */
export interface RunCertificate {
  readonly value: number;
  /** No assignment within the rules is worth more; null where that could not be proved. */
  readonly bound: number | null;
  /** What the application that gets least gets. */
  readonly worst: number;
  /** Fair mode: whether no assignment gives the worst one more. */
  readonly isFairest: boolean;
  /** Parts into which applications fall that share no reviewer, directly or by a chain. */
  readonly parts: number;
  /** Rules broken, by a count of its own: 0. */
  readonly breaches: number;
  /** Prices of the reviewers that prove the bound, in the order of the run's reviewers. */
  readonly prices: readonly number[] | null;
}

/** Why a round came to nothing. */
export type RunOutcome =
  | { readonly why: "no_applications" | "no_reviewers" | "error" | "too_long" }
  | {
      readonly why: "infeasible";
      /** Applications whose possible reviewers are all at their limit, with those reviewers, and the seats missing. */
      readonly shortage: {
        readonly applications: readonly string[];
        readonly reviewers: readonly string[];
        readonly missing: number;
      } | null;
      /** The least that would have to be given up with every limit kept. */
      readonly fewer: readonly SeatGap[];
      readonly fewerOf: readonly DisciplineGap[];
      /** The least number of applications beyond limits instead; null where that mends nothing. */
      readonly beyond: readonly LoadGap[] | null;
      /** What would still be missing then. */
      readonly beyondFewer: readonly SeatGap[];
      readonly beyondFewerOf: readonly DisciplineGap[];
      /** Reviewers who cannot be given as many as was asked for at least. */
      readonly tooFew: readonly string[];
      readonly unkeptPins: readonly { readonly applicationId: string; readonly reviewerId: string }[];
    };

export interface SeatGap {
  readonly applicationId: string;
  readonly missing: number;
}

export interface DisciplineGap extends SeatGap {
  readonly discipline: (typeof disciplines)[number];
}

export interface LoadGap {
  readonly reviewerId: string;
  readonly more: number;
}

/** Which gap a button closes. */
export const concessions = ["keep_limits", "raise_limits", "drop_pins", "drop_least"] as const;
export type Concession = (typeof concessions)[number];

/** The parameters of a run that asks for what can be had. */
export function withConcession(
  parameters: RunParameters,
  outcome: Extract<RunOutcome, { why: "infeasible" }>,
  concession: Concession,
): RunParameters {
  switch (concession) {
    case "keep_limits":
      return withGaps(parameters, outcome.fewer, outcome.fewerOf);
    case "raise_limits": {
      const beyondLimit = { ...parameters.beyondLimit };
      for (const { reviewerId, more } of outcome.beyond ?? [])
        beyondLimit[reviewerId] = (beyondLimit[reviewerId] ?? 0) + more;
      return withGaps({ ...parameters, beyondLimit }, outcome.beyondFewer, outcome.beyondFewerOf);
    }
    case "drop_pins":
      return parameters;
    case "drop_least":
      return { ...parameters, least: 0 };
  }
}

function withGaps(
  parameters: RunParameters,
  seats: readonly SeatGap[],
  ofDisciplines: readonly DisciplineGap[],
): RunParameters {
  const fewerSeats = { ...parameters.fewerSeats };
  for (const { applicationId, missing } of seats)
    fewerSeats[applicationId] = (fewerSeats[applicationId] ?? 0) + missing;
  const fewerOf = { ...parameters.fewerOf };
  for (const { applicationId, discipline, missing } of ofDisciplines) {
    const known = fewerOf[applicationId] ?? {};
    fewerOf[applicationId] = { ...known, [discipline]: (known[discipline] ?? 0) + missing };
  }
  return { ...parameters, fewerSeats, fewerOf };
}
