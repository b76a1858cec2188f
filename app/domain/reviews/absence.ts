import { addDays } from "../shared/beijing-time.ts";

interface Period {
  readonly from: string;
  readonly to: string;
}

/** Days of the time from `first` to `last` (calendar days, both counted) on which somebody is away. */
export function daysAway(absences: readonly Period[], first: string, last: string): number {
  let days = 0;
  for (let day = first; day <= last; day = addDays(day, 1))
    if (absences.some(({ from, to }) => from <= day && day <= to)) days += 1;
  return days;
}

/** Away for half of the time or more: a review would hardly be done. */
export function isMostlyAway(absences: readonly Period[], first: string, last: string): boolean {
  if (absences.length === 0) return false;
  const all = daysAway([{ from: first, to: last }], first, last);
  return all > 0 && 2 * daysAway(absences, first, last) >= all;
}
