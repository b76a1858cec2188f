import { isBefore, type InstantLike } from "#app/domain/shared/beijing-time.ts";
import type { Disagreement } from "./letter-agrees.ts";

export const decisionStates = ["recorded", "released", "superseded"] as const;
export type DecisionState = (typeof decisionStates)[number];

/** Event → from → to. A recorded decision may be replaced; a released one stands. */
export const decisionWorkflow = {
  release: {
    from: ["recorded"],
    to: "released",
    by: "a second person of the committee or the administration",
  },
  supersede: { from: ["recorded"], to: "superseded", by: "who may record decisions" },
} as const satisfies Record<string, { from: readonly DecisionState[]; to: DecisionState; by: string }>;

export type ReleaseProblem =
  | "already_released"
  | "superseded"
  | "same_person"
  | "application_moved"
  | "under_embargo"
  | "letter_disagrees";

/** Two people, the right stage, no embargo left and a letter that says what was decided. */
export function releaseProblems(request: {
  readonly state: string;
  readonly applicationState: string;
  readonly recordedBy: string;
  readonly releasedBy: string;
  readonly embargoUntil?: InstantLike | null;
  readonly now: InstantLike;
  readonly disagreements: readonly Disagreement[];
}): ReleaseProblem[] {
  if (request.state === "released") return ["already_released"];
  if (request.state === "superseded") return ["superseded"];
  const embargoed = !!request.embargoUntil && isBefore(request.now, request.embargoUntil);
  return [
    ...(request.recordedBy === request.releasedBy ? (["same_person"] as const) : []),
    ...(request.applicationState === "ic_review" ? [] : (["application_moved"] as const)),
    ...(embargoed ? (["under_embargo"] as const) : []),
    ...(request.disagreements.length > 0 ? (["letter_disagrees"] as const) : []),
  ];
}

/** Until its release a decision exists for the committee, the office and the auditor alone. */
export const isKnownToApplicant = (state: string): boolean => state === "released";

/** A letter waits this long after its release, so that a slip can still be stopped. */
export const letterDelayMinutes = 5;

export const letterLeavesAt = (releasedAt: InstantLike, delayMinutes = letterDelayMinutes): Date =>
  new Date(new Date(releasedAt).getTime() + delayMinutes * 60_000);

export const canStillCancelLetter = (
  releasedAt: InstantLike,
  now: InstantLike,
  delayMinutes = letterDelayMinutes,
): boolean => isBefore(now, letterLeavesAt(releasedAt, delayMinutes));
