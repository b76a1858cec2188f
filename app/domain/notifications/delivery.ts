import { beijingDay, isBefore } from "../shared/beijing-time.ts";
import { type WorkingCalendar, workingDaysBetween } from "../shared/working-days.ts";

const minute = 60_000;
const hour = 60 * minute;

/** Waits after the first, second … failed attempt; after the last one the mail counts as failed. About two days. */
const waits = [1, 5, 15, 30, 60, 120, 240, 480, 720, 1200].map((minutes) => minutes * minute);

export const mostAttempts = waits.length + 1;

/** When to try again after `attempts` attempts, or null when it is time to give up. */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

/** While a worker holds a mail nobody else touches it; a worker that died lets go after this. */
export const leaseMs = 5 * minute;

/** A mail that takes longer than this is given up for now, well before its lease ends. */
export const sendingLimitMs = minute;

/** Nobody is reminded in the middle of the night. */
export const remindersBetween = { from: 8, until: 21 } as const;

/** Days before closing on which the owners of a draft are reminded. */
export const closingReminderDays = [7, 3, 1] as const;

/** The reminder of a correction that is due now, in working days before its own; null where none is. */
export function dueCorrectionReminder(
  dueAt: string,
  now: Date,
  reminders: readonly number[],
  calendar: WorkingCalendar,
): number | null {
  if (!isBefore(now, dueAt)) return null;
  const left = workingDaysBetween(beijingDay(now), beijingDay(dueAt), calendar);
  return reminders.toSorted((a, b) => a - b).find((days) => left <= days) ?? null;
}

/**
 * The reminder that is due now: of several that were missed only the last, so that nothing stale is sent.
 * Null while it is too early, and once the call has closed.
 */
export function dueReminder(closesAt: string, now: Date): (typeof closingReminderDays)[number] | null {
  const left = Date.parse(closesAt) - now.getTime();
  if (left <= 0) return null;
  return closingReminderDays.findLast((days) => left <= days * 24 * hour) ?? null;
}
