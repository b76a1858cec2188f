import {
  addDays,
  beijingDay,
  beijingInstant,
  daysBetween,
  weekdayOf,
  type CalendarDay,
  type InstantLike,
} from "./beijing-time.ts";
import type { Localised } from "./localised.ts";

/** One year of the State Council's arrangement, kept as data and edited when the notice comes. */
export interface HolidayYear {
  readonly year: number;
  /** True until the year's notice is published: statutory days only, no make-up days yet. */
  readonly provisional: boolean;
  readonly source: Localised;
  /** Day of the notice; null where there is none yet. */
  readonly noticeOn: CalendarDay | null;
  readonly holidays: readonly {
    readonly name: Localised;
    readonly from: CalendarDay;
    readonly to: CalendarDay;
  }[];
  /** 调休上班: weekend days that are worked. */
  readonly workedWeekendDays: readonly CalendarDay[];
}

export interface WorkingCalendar {
  readonly off: ReadonlySet<CalendarDay>;
  readonly worked: ReadonlySet<CalendarDay>;
  readonly years: ReadonlyMap<number, HolidayYear>;
}

export function workingCalendar(years: readonly HolidayYear[]): WorkingCalendar {
  const off = years.flatMap(({ holidays }) => holidays.flatMap(({ from, to }) => daysFromTo(from, to)));
  return {
    off: new Set(off),
    worked: new Set(years.flatMap(({ workedWeekendDays }) => workedWeekendDays)),
    years: new Map(years.map((year) => [year.year, year])),
  };
}

export function isWorkingDay(day: CalendarDay, calendar: WorkingCalendar): boolean {
  if (calendar.off.has(day)) return false;
  if (calendar.worked.has(day)) return true;
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
}

/** The `count`th working day after `day`; `day` itself is never counted. */
export function addWorkingDays(day: CalendarDay, count: number, calendar: WorkingCalendar): CalendarDay {
  let current = day;
  for (let counted = 0; counted < count;) {
    current = addDays(current, 1);
    if (isWorkingDay(current, calendar)) counted += 1;
  }
  return current;
}

/** The end of the `count`th working day after the day of `from`. */
export const workingDayDeadline = (
  from: InstantLike,
  count: number,
  calendar: WorkingCalendar,
  time = "17:00",
): Date => beijingInstant(addWorkingDays(beijingDay(from), count, calendar), time);

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: CalendarDay, to: CalendarDay, calendar: WorkingCalendar): number {
  return daysFromTo(addDays(from, 1), to).filter((day) => isWorkingDay(day, calendar)).length;
}

export interface UnsettledYear {
  year: number;
  table: "missing" | "provisional";
}

/** What is not settled about the working days of a span, year by year; empty when each has its final table. */
export function unsettledYears(
  from: CalendarDay,
  to: CalendarDay,
  calendar: WorkingCalendar,
): UnsettledYear[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.flatMap((year): UnsettledYear[] => {
    const table = calendar.years.get(year);
    if (!table) return [{ year, table: "missing" }];
    return table.provisional ? [{ year, table: "provisional" }] : [];
  });
}

export const daysFromTo = (from: CalendarDay, to: CalendarDay): CalendarDay[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));
