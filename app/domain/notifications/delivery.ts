import { correctionWorkingDays } from "../applications/formal-check.ts";
import { addDays, beijingDay, type CalendarDay, isBefore } from "../shared/beijing-time.ts";
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

/** Working days before a correction is due on which its company is reminded, until somebody says otherwise. */
export const usualReminderDays: readonly number[] = [2, 1];

/** With five working days to correct, a reminder earlier than this would come with the notice. */
export const mostReminderDays = correctionWorkingDays - 1;
const mostReminders = 5;

/** `2, 1` as typed, the earliest reminder first; null where that is not what it says. Empty: no reminders. */
export function readReminderDays(typed: string): number[] | null {
  const parts = typed.split(/[\s,，、;；]+/u).filter(Boolean);
  if (!parts.every((part) => /^\d{1,2}$/.test(part) && Number(part) <= mostReminderDays)) return null;
  const days = [...new Set(parts.map(Number))].sort((a, b) => b - a);
  return days.length <= mostReminders ? days : null;
}

/** The days on which reminders of a correction go out, the first first; those already past are left out. */
export function reminderSchedule(
  dueAt: string,
  now: Date,
  reminders: readonly number[],
  calendar: WorkingCalendar,
): { days: number; on: CalendarDay }[] {
  const [today, dueOn] = [beijingDay(now), beijingDay(dueAt)];
  return reminders
    .toSorted((a, b) => b - a)
    .map((days) => ({ days, on: firstDayWith(days, dueOn, calendar) }))
    .filter(({ on }) => on > today && on <= dueOn);
}

/** The first day that leaves no more than so many working days. */
function firstDayWith(days: number, dueOn: CalendarDay, calendar: WorkingCalendar): CalendarDay {
  let on = dueOn;
  while (workingDaysBetween(addDays(on, -1), dueOn, calendar) <= days) on = addDays(on, -1);
  return on;
}

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
