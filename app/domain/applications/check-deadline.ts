import { addDays, beijingDay, beijingInstant, type InstantLike } from "../shared/beijing-time.ts";
import { isWorkingDay, type WorkingCalendar, workingDaysBetween } from "../shared/working-days.ts";
import { correctionWorkingDays } from "./formal-check.ts";

/** The office answers within as many working days as it gives the company. */
export const checkWorkingDays = correctionWorkingDays;

/** Checks opened before this instant have had more working days than they should take. */
export function checkOverdueBefore(now: InstantLike, calendar: WorkingCalendar): Date {
  let day = beijingDay(now);
  for (let counted = 0; counted <= checkWorkingDays; day = addDays(day, -1))
    if (isWorkingDay(day, calendar)) counted += 1;
  return beijingInstant(addDays(day, 1));
}

/** Working days a check has taken so far. */
export const workingDaysTaken = (since: InstantLike, now: InstantLike, calendar: WorkingCalendar): number =>
  workingDaysBetween(beijingDay(since), beijingDay(now), calendar);

/** Corrections due before this instant are about to lapse: by the end of tomorrow. */
export const lapsingBefore = (now: InstantLike): Date => beijingInstant(addDays(beijingDay(now), 2));
