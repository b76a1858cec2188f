/** An instant, as a Date or as the ISO text that is stored. */
export type InstantLike = Date | string;

/** A date on the wall calendar, `2027-01-15`, without an hour or a zone. */
export type CalendarDay = string;

export interface BeijingClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

// China keeps one zone and no summer time (none since 1991), so the calendar is plain arithmetic.
const offsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

export function beijingClock(at: InstantLike): BeijingClock {
  const shifted = new Date(toMs(at) + offsetMs);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  };
}

/** The date in Beijing at that instant. */
export const beijingDay = (at: InstantLike): CalendarDay =>
  new Date(toMs(at) + offsetMs).toISOString().slice(0, 10);

/** The instant at which a clock in Beijing shows `day` and `time` (`17:00`, `17:00:30`). */
export function beijingInstant(day: CalendarDay, time = "00:00"): Date {
  if (!isCalendarDay(day)) throw new RangeError(`not a calendar day: ${day}`);
  const instant = new Date(`${day}T${time}+08:00`);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`not a time of day: ${time}`);
  return instant;
}

/** `2027-01-15T17:00:00+08:00`: the form that leaves the portal. */
export const toBeijingIso = (at: InstantLike): string =>
  `${new Date(toMs(at) + offsetMs).toISOString().slice(0, 19)}+08:00`;

/** A date that exists: 2027-02-29 does not. */
export function isCalendarDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  new Date(dayToMs(day) + days * dayMs).toISOString().slice(0, 10);

/** Whole days from one date to another; negative when `to` is the earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  (dayToMs(to) - dayToMs(from)) / dayMs;

/** 0 is Sunday. */
export const weekdayOf = (day: CalendarDay): number => new Date(dayToMs(day)).getUTCDay();

/** As people count: 0 is today whatever the hour, 1 is tomorrow, −2 the day before yesterday. */
export const daysLeft = (now: InstantLike, deadline: InstantLike): number =>
  daysBetween(beijingDay(now), beijingDay(deadline));

/** The portal's one rule of time: 17:00:00.000 itself is already too late. */
export const isBefore = (now: InstantLike, deadline: InstantLike): boolean => toMs(now) < toMs(deadline);

const toMs = (at: InstantLike): number => (typeof at === "string" ? Date.parse(at) : at.getTime());

const dayToMs = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`);
