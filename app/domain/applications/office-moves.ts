import { type ApplicationEvent, isFinal, transition } from "./workflow.ts";

/** Steps the office takes by hand, one application or many at once. */
export const officeMoves = [
  "close_scoring",
  "shortlist",
  "put_in_reserve",
  "not_shortlist",
  "take_from_reserve",
  "start_due_diligence",
  "propose",
  "send_to_committee",
] as const satisfies readonly ApplicationEvent[];
export type OfficeMove = (typeof officeMoves)[number];

export const isOfficeMove = (text: string): text is OfficeMove =>
  (officeMoves as readonly string[]).includes(text);

/** Without three valid sheets there is no score to close on (domain.md §5.4). */
const minimumValidReviews = 3;

/** What many applications can go through together: a preview lists them first. */
export const bulkActions = ["assign_officer", "start_formal_check", ...officeMoves] as const;
export type BulkAction = (typeof bulkActions)[number];

export const isBulkAction = (text: string): text is BulkAction =>
  (bulkActions as readonly string[]).includes(text);

/** Moves that must say why, to those who ask later. */
export const needsReason = (action: BulkAction): boolean => action === "not_shortlist";

export interface MovableApplication {
  readonly state: string;
  /** Valid reviews that are in. */
  readonly reviews: number;
  readonly officerId: string | null;
}

/** Every way in which a row of a bulk action can be left as it was. */
export type BulkRefusalWord =
  | MoveRefusal
  | "call_open"
  | "not_found"
  | "not_allowed"
  | "stale"
  | "reason"
  | "not_an_officer"
  | "already_started";

export type MoveRefusal = "wrong_state" | "too_few_reviews" | "same_officer" | "finished";

/** Why this application cannot go through that step now; null when it can. Preview and command ask the same. */
export function moveRefusal(
  application: MovableApplication,
  action: BulkAction,
  officerId: string | null = null,
): MoveRefusal | null {
  if (action === "assign_officer") {
    if (isFinal(application.state)) return "finished";
    return application.officerId === officerId ? "same_officer" : null;
  }
  if (transition(application.state, action, "officer") === null) return "wrong_state";
  return action === "close_scoring" && application.reviews < minimumValidReviews ? "too_few_reviews" : null;
}

export const reasonLimits = { min: 10, max: 500 } as const;

export type ReasonProblem = "too_short" | "too_long" | "address";

/** Reasons go on the record for ever, so they carry no e-mail address. */
export function reasonProblem(reason: string): ReasonProblem | null {
  const length = [...reason.trim()].length;
  if (length < reasonLimits.min) return "too_short";
  if (length > reasonLimits.max) return "too_long";
  return /[^\s"@]+@[^\s"@]+\.[^\s"@]+/.test(reason) ? "address" : null;
}
