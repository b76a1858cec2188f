import { daysLeft, isBefore, type InstantLike } from "#app/domain/shared/beijing-time.ts";

export const callStates = ["not_open", "open", "closing_soon", "closed", "in_review", "published"] as const;
export type CallState = (typeof callStates)[number];

/** The four moments of a call; the later two are set by the office, never by the calendar. */
export interface CallTimes {
  readonly opensAt: InstantLike | null;
  readonly closesAt: InstantLike | null;
  readonly reviewStartedAt?: InstantLike | null;
  readonly publishedAt?: InstantLike | null;
}

export const closingSoonDays = 7;

export function callState(call: CallTimes, now: InstantLike): CallState {
  if (hasPassed(call.publishedAt, now)) return "published";
  if (hasPassed(call.reviewStartedAt, now)) return "in_review";
  if (!hasPassed(call.opensAt, now)) return "not_open";
  if (!call.closesAt) return "open";
  if (!isBefore(now, call.closesAt)) return "closed";
  return daysLeft(now, call.closesAt) <= closingSoonDays ? "closing_soon" : "open";
}

/** From the opening instant until just before the closing one, by the server's clock alone. */
export function acceptsSubmissions(call: CallTimes, now: InstantLike): boolean {
  const state = callState(call, now);
  return state === "open" || state === "closing_soon";
}

/** A deadline may only move later, and only while it has an announced date to move. */
export const canExtendTo = (call: CallTimes, closesAt: InstantLike): boolean =>
  !!call.closesAt && !call.publishedAt && isBefore(call.closesAt, closesAt);

const hasPassed = (moment: InstantLike | null | undefined, now: InstantLike): boolean =>
  moment !== null && moment !== undefined && !isBefore(now, moment);
