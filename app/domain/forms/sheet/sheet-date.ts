import { isDay, parseDay, parseMonth } from "../calendar-date.ts";

const dayMs = 86_400_000;
/** Day 0 of spreadsheets that count from 1900 (with their 29 February 1900). */
const dayZero = Date.UTC(1899, 11, 30);

/** A spreadsheet's number of days as a date; null outside 1954–2119, where it is no date anybody means. */
export function dayOfSerial(text: string): string | null {
  if (!/^[0-9]{5}(?:\.[0-9]+)?$/.test(text)) return null;
  const days = Math.floor(Number(text));
  if (days < 20_000 || days > 80_000) return null;
  const day = new Date(dayZero + days * dayMs).toISOString().slice(0, 10);
  return isDay(day) ? day : null;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** 2026/1/5, 2026年1月5日, 5 Jan 2026, Jan 5, 2026, a day count, each perhaps with a time behind it. */
export function readSheetDay(typed: string): string | null {
  const text = typed.normalize("NFKC").trim();
  const day = text.replace(/[\sT]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?\s*(?:[AP]M)?Z?$/i, "");
  return parseDay(day) ?? dayOfSerial(day) ?? dayInWords(day);
}

/** A month, or the month of a day. */
export function readSheetMonth(typed: string): string | null {
  const text = typed.normalize("NFKC").trim();
  // Excel turns 2026-03 in a CSV file into Mar-26.
  const words = /^([a-z]{3,9})\.?[\s,-]*([0-9]{4}|[0-9]{2})$/i.exec(text);
  const month = words ? monthNumber(words[1] ?? "") : 0;
  if (words && month > 0) return `${words[2]!.padStart(4, "20")}-${String(month).padStart(2, "0")}`;
  return parseMonth(text) ?? readSheetDay(text)?.slice(0, 7) ?? null;
}

function dayInWords(text: string): string | null {
  const match =
    /^(?<day>[0-9]{1,2})[\s-]+(?<month>[a-z]{3,9})\.?[\s,-]+(?<year>[0-9]{4})$/i.exec(text) ??
    /^(?<month>[a-z]{3,9})\.?\s+(?<day>[0-9]{1,2}),?\s+(?<year>[0-9]{4})$/i.exec(text);
  const { day = "", month = "", year = "" } = match?.groups ?? {};
  const number = monthNumber(month);
  return number === 0 ? null : parseDay(`${year}-${number}-${day}`);
}

const monthNumber = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
