import { addDays, type CalendarDay, daysBetween, isCalendarDay, weekdayOf } from "./beijing-time.ts";
import { daysFromTo, type HolidayYear, isWorkingDay, workingCalendar } from "./working-days.ts";

/** A year's table as it is typed: nothing in it need be right. */
export interface TypedHolidayYear {
  sourceZh: string;
  sourceEn: string;
  noticeOn: string;
  /** The notice has come out: nothing more is expected. */
  final: boolean;
  rows: readonly TypedHoliday[];
  /** Worked weekend days, one a line. */
  worked: string;
}

export interface TypedHoliday {
  zh: string;
  en: string;
  from: string;
  to: string;
}

export const emptyHoliday: TypedHoliday = { zh: "", en: "", from: "", to: "" };

export const holidayProblems = [
  "source",
  "notice_day",
  "name",
  "day",
  "order",
  "other_year",
  "overlap",
  "too_long",
  "not_weekend",
  "day_off",
  "too_many",
] as const;
export type HolidayProblem = (typeof holidayProblems)[number];

/** `field` is the control that is meant: `sourceZh`, `rows.0.from`, `worked`; `day` names one of several there. */
export interface HolidayFault {
  field: string;
  problem: HolidayProblem;
  day?: string;
}

export const mostHolidays = 30;
const longestText = 120;
const longestHoliday = 15;

export type CheckedHolidayYear =
  { ok: true; year: HolidayYear } | { ok: false; faults: readonly HolidayFault[] };

/** What was typed as a table, or every fault in it with its control. */
export function checkHolidayYear(number: number, typed: TypedHolidayYear): CheckedHolidayYear {
  const rows = typed.rows.map((row, index) => ({ ...trimmed(row), index })).filter((row) => !isBlank(row));
  const worked = linesOf(typed.worked);
  const noticeOn = typed.noticeOn.trim();
  const source = { zh: typed.sourceZh.trim(), en: typed.sourceEn.trim() };
  const faults = [
    ...textFaults("sourceZh", source.zh, "source"),
    ...textFaults("sourceEn", source.en, "source"),
    ...noticeFaults(noticeOn, typed.final),
    ...(rows.length > mostHolidays ? [{ field: "rows.0.zh", problem: "too_many" } as const] : []),
    ...rows.flatMap((row) => rowFaults(number, row)),
    ...overlapFaults(rows),
    ...workedFaults(number, worked, rows),
  ];
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    year: {
      ...{ year: number, provisional: !typed.final, source, noticeOn: noticeOn || null },
      holidays: rows
        .map(({ zh, en, from, to }) => ({ name: { zh, en }, from, to: to || from }))
        .sort((a, b) => a.from.localeCompare(b.from)),
      workedWeekendDays: [...new Set(worked)].sort(),
    },
  };
}

/** The table as it is typed. */
export const typedOfYear = (year: HolidayYear): TypedHolidayYear => ({
  ...{ sourceZh: year.source.zh, sourceEn: year.source.en, noticeOn: year.noticeOn ?? "" },
  final: !year.provisional,
  rows: year.holidays.map(({ name, from, to }) => ({ ...name, from, to })),
  worked: year.workedWeekendDays.join("\n"),
});

export const isBlank = ({ zh, en, from, to }: TypedHoliday): boolean =>
  [zh, en, from, to].every((text) => text.trim() === "");

/** A holiday of New Year may begin in the last days of the year before; its notice is this year's all the same. */
export const belongsTo = (year: number, day: CalendarDay): boolean =>
  day >= `${year - 1}-12-25` && day <= `${year}-12-31`;

/** How many days of the year are worked. */
export function countWorkingDays(number: number, years: readonly HolidayYear[]): number {
  const calendar = workingCalendar(years);
  return daysFromTo(`${number}-01-01`, `${number}-12-31`).filter((day) => isWorkingDay(day, calendar)).length;
}

/** Days that are worked before and not after, and the other way round. */
export function changedDays(before: readonly HolidayYear[], after: readonly HolidayYear[], number: number) {
  const [was, is] = [workingCalendar(before), workingCalendar(after)];
  const days = daysFromTo(`${number - 1}-12-25`, `${number}-12-31`);
  return {
    off: days.filter((day) => isWorkingDay(day, was) && !isWorkingDay(day, is)),
    worked: days.filter((day) => !isWorkingDay(day, was) && isWorkingDay(day, is)),
  };
}

type Row = TypedHoliday & { index: number };

const trimmed = (row: TypedHoliday): TypedHoliday => ({
  ...{ zh: row.zh.trim(), en: row.en.trim(), from: row.from.trim(), to: row.to.trim() },
});

const linesOf = (text: string): string[] =>
  text
    .split(/[\s,，、;；]+/u)
    .map((line) => line.trim())
    .filter(Boolean);

const textFaults = (field: string, text: string, missing: HolidayProblem): HolidayFault[] =>
  text === ""
    ? [{ field, problem: missing }]
    : [...text].length > longestText
      ? [{ field, problem: "too_long" }]
      : [];

/** A final table has a notice to stand on. */
const noticeFaults = (day: string, final: boolean): HolidayFault[] =>
  (day === "" && !final) || isCalendarDay(day) ? [] : [{ field: "noticeOn", problem: "notice_day" }];

function rowFaults(year: number, { index, zh, en, from, to }: Row): HolidayFault[] {
  const at = (field: keyof TypedHoliday) => `rows.${index}.${field}`;
  const names = [...textFaults(at("zh"), zh, "name"), ...textFaults(at("en"), en, "name")];
  const ends = [
    ["from", from],
    ["to", to || from],
  ] as const;
  const days = ends.flatMap(([field, day]): HolidayFault[] => {
    if (!isCalendarDay(day)) return field === "to" && to === "" ? [] : [{ field: at(field), problem: "day" }];
    return belongsTo(year, day) ? [] : [{ field: at(field), problem: "other_year", day }];
  });
  if (days.length > 0 || to === "") return [...names, ...days];
  const length = daysBetween(from, to);
  if (length < 0) return [...names, { field: at("to"), problem: "order" }];
  return length >= longestHoliday ? [...names, { field: at("to"), problem: "too_long" }] : names;
}

const endsOf = ({ from, to }: Row): { from: string; to: string } | null =>
  isCalendarDay(from) && isCalendarDay(to || from) ? { from, to: to || from } : null;

function overlapFaults(rows: readonly Row[]): HolidayFault[] {
  return rows.flatMap((row, place) => {
    const own = endsOf(row);
    const hit = rows.slice(0, place).some((earlier) => {
      const other = endsOf(earlier);
      return own && other && own.from <= other.to && other.from <= own.to;
    });
    return hit ? [{ field: `rows.${row.index}.from`, problem: "overlap" } as const] : [];
  });
}

function workedFaults(year: number, days: readonly string[], rows: readonly Row[]): HolidayFault[] {
  const at = (problem: HolidayProblem, day: string): HolidayFault => ({ field: "worked", problem, day });
  if (days.length > mostHolidays) return [{ field: "worked", problem: "too_many" }];
  return days.flatMap((day) => {
    if (!isCalendarDay(day)) return [at("day", day)];
    if (!belongsTo(year, day)) return [at("other_year", day)];
    if (![0, 6].includes(weekdayOf(day))) return [at("not_weekend", day)];
    const off = rows.some((row) => {
      const ends = endsOf(row);
      return ends && ends.from <= day && day <= ends.to;
    });
    return off ? [at("day_off", day)] : [];
  });
}

/** The years a table may be written for: near enough that somebody can know its holidays. */
export const mayTabulate = (year: number, today: CalendarDay): boolean => {
  const now = Number(today.slice(0, 4));
  return Number.isInteger(year) && year >= now - 2 && year <= Number(addDays(today, 800).slice(0, 4));
};
