/** Calendar dates as ISO text: no clock, no time zone. */

const dayForm = /^([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?$/;
const compactDayForm = /^([0-9]{4})([0-9]{2})([0-9]{2})$/;
const monthForm = /^([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*月?$/;

/** `2026-11-22`, `2026/11/22`, `2026.11.22`, `2026年11月22日` and `20261122` are one day. */
export function parseDay(typed: string): string | null {
  const text = typed.normalize("NFKC").trim();
  const match = dayForm.exec(text) ?? compactDayForm.exec(text);
  if (!match) return null;
  const [, year = "", month = "", day = ""] = match;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(iso) ? iso : null;
}

export function parseMonth(typed: string): string | null {
  const match = monthForm.exec(typed.normalize("NFKC").trim());
  if (!match) return null;
  const [, year = "", month = ""] = match;
  return Number(month) >= 1 && Number(month) <= 12 && Number(year) >= 1900
    ? `${year}-${month.padStart(2, "0")}`
    : null;
}

/** The last day of the month takes the place of a day it does not have. */
export function addMonths(date: string, months: number): string | null {
  const [year = 0, month = 1, day] = date.split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1];
  if (newYear < 1 || newYear > 9999) return null;
  const head = `${String(newYear).padStart(4, "0")}-${String(newMonth).padStart(2, "0")}`;
  return day === undefined
    ? head
    : `${head}-${String(Math.min(day, daysIn(newYear, newMonth))).padStart(2, "0")}`;
}

/** A day that exists, in 1900–2100: older or later is a slip of the keyboard. */
export function isDay(iso: string): boolean {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
