import { isBefore } from "../shared/beijing-time.ts";
import { type WorkingCalendar, workingDayDeadline } from "../shared/working-days.ts";
import { correctionWorkingDays } from "./formal-check.ts";

export interface RunningDeadline {
  /** When the notice of this round went out. */
  requestedAt: string;
  /** Working days the office has added to it since. */
  extendedBy: number;
  dueAt: string;
}

export interface MovedDeadline {
  /** Later, where days it counted on are no longer worked; kept, where a new table would have it earlier. */
  how: "later" | "kept";
  dueAt: string;
}

/**
 * What a new table of holidays does to a running correction; null for nothing. A company that was told a day is
 * never given less, and it always has the working days it was promised: a deadline moves later or not at all.
 */
export function moveDeadline(
  running: RunningDeadline,
  before: WorkingCalendar,
  after: WorkingCalendar,
): MovedDeadline | null {
  const days = correctionWorkingDays + running.extendedBy;
  const was = workingDayDeadline(running.requestedAt, days, before).toISOString();
  const would = workingDayDeadline(running.requestedAt, days, after).toISOString();
  if (was === would) return null;
  if (isBefore(running.dueAt, would)) return { how: "later", dueAt: would };
  return isBefore(would, was) && isBefore(would, running.dueAt)
    ? { how: "kept", dueAt: running.dueAt }
    : null;
}
