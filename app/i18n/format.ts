import {
  beijingClock,
  beijingDay,
  daysBetween,
  daysLeft,
  isBefore,
  weekdayOf,
  type CalendarDay,
  type InstantLike,
} from "#app/domain/shared/beijing-time.ts";
import { formatDecimal, type Decimal } from "#app/domain/shared/decimal.ts";
import { formatWan, groupThousands, type Fen } from "#app/domain/shared/money.ts";
import type { Locale } from "./locale.ts";

// Written out by hand: an Intl formatter costs more than the page around it, and these never vary.
const zhWeekdays = ["日", "一", "二", "三", "四", "五", "六"];
const enWeekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const enMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** 2027年1月15日 · 15 Jan 2027. Takes an instant (shown as Beijing's date) or a bare calendar day. */
export function formatDate(locale: Locale, at: InstantLike | CalendarDay): string {
  const { year, month, day } = dateParts(at);
  return locale === "zh" ? `${year}年${month}月${day}日` : `${day} ${shortMonth(month)} ${year}`;
}

/** 2027年1月15日（星期五） · Fri 15 Jan 2027 */
export function formatDateWithWeekday(locale: Locale, at: InstantLike | CalendarDay): string {
  const { weekday } = dateParts(at);
  return locale === "zh"
    ? `${formatDate(locale, at)}（星期${zhWeekdays[weekday]}）`
    : `${shortWeekday(weekday)} ${formatDate(locale, at)}`;
}

/** 1月15日 · 15 Jan, where the year is plain from the page. */
export function formatShortDate(locale: Locale, at: InstantLike | CalendarDay): string {
  const { month, day } = dateParts(at);
  return locale === "zh" ? `${month}月${day}日` : `${day} ${shortMonth(month)}`;
}

/** 1月15日（星期五） · Fri 15 Jan */
export function formatShortDateWithWeekday(locale: Locale, at: InstantLike | CalendarDay): string {
  const { weekday } = dateParts(at);
  return locale === "zh"
    ? `${formatShortDate(locale, at)}（星期${zhWeekdays[weekday]}）`
    : `${shortWeekday(weekday)} ${formatShortDate(locale, at)}`;
}

/** 1月15日（星期五）17:00 · Fri 15 Jan, 17:00 */
export const formatShortDateTime = (locale: Locale, at: InstantLike): string =>
  `${formatShortDateWithWeekday(locale, at)}${locale === "zh" ? "" : ", "}${formatTime(at)}`;

/** 17:00, the same in both languages. */
export function formatTime(at: InstantLike): string {
  const { hour, minute } = beijingClock(at);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** 16:42:08, for receipts. */
export const formatTimeToSecond = (at: InstantLike): string =>
  `${formatTime(at)}:${twoDigits(beijingClock(at).second)}`;

/** 2027年1月15日（星期五）17:00 · Fri 15 Jan 2027, 17:00 */
export const formatDateTime = (locale: Locale, at: InstantLike): string =>
  `${formatDateWithWeekday(locale, at)}${locale === "zh" ? "" : ", "}${formatTime(at)}`;

/** With the zone: for the first time on a page, and wherever the minute counts. */
export const formatDeadline = (locale: Locale, at: InstantLike): string =>
  `${formatDateTime(locale, at)} ${beijingTimeName[locale]}`;

/** 2027年1月13日（星期三）16:42:08 北京时间（UTC+8） */
export const formatReceiptTime = (locale: Locale, at: InstantLike): string =>
  `${formatDateWithWeekday(locale, at)}${locale === "zh" ? "" : ", "}${formatTimeToSecond(at)} ${beijingTimeName[locale]}`;

/** 北京时间 2026年12月9日（星期三）14:03 · Wednesday 9 December 2026, 14:03 Beijing time (UTC+8) */
export function formatClock(locale: Locale, now: InstantLike): string {
  if (locale === "zh") return `北京时间 ${formatDateTime(locale, now)}`;
  const { weekday, day, month, year } = beijingClock(now);
  const date = `${enWeekdays[weekday]} ${day} ${enMonths[month - 1]} ${year}`;
  return `${date}, ${formatTime(now)} ${beijingTimeName.en}`;
}

export const beijingTimeName = { zh: "北京时间（UTC+8）", en: "Beijing time (UTC+8)" } as const;

/** 今天13:52 · 昨天18:20 · 1月13日 16:42 · 2026年12月2日: as near as the reader needs it. */
export function formatRecent(locale: Locale, at: InstantLike, now: InstantLike): string {
  const ago = daysBetween(beijingDay(at), beijingDay(now));
  if (ago === 0 || ago === 1) {
    const zh = ago === 0 ? "今天" : "昨天";
    return locale === "zh"
      ? `${zh}${formatTime(at)}`
      : `${ago === 0 ? "today" : "yesterday"} ${formatTime(at)}`;
  }
  if (beijingClock(at).year !== beijingClock(now).year) return formatDate(locale, at);
  return `${formatShortDate(locale, at)}${locale === "zh" ? " " : ", "}${formatTime(at)}`;
}

/** 还剩37天 · 今天17:00截止 · 已截止 */
export function formatTimeLeft(locale: Locale, now: InstantLike, deadline: InstantLike): string {
  if (!isBefore(now, deadline)) return locale === "zh" ? "已截止" : "closed";
  const days = daysLeft(now, deadline);
  if (days === 0)
    return locale === "zh" ? `今天${formatTime(deadline)}截止` : `closes today at ${formatTime(deadline)}`;
  return locale === "zh" ? `还剩${days}天` : `${formatCountOf(days, "day", "days")} left`;
}

/** 逾期2天 · 2 days overdue; on the day itself 已逾期 · overdue. Null while there is time. */
export function formatOverdue(locale: Locale, now: InstantLike, deadline: InstantLike): string | null {
  if (isBefore(now, deadline)) return null;
  const days = -daysLeft(now, deadline);
  if (days === 0) return locale === "zh" ? "已逾期" : "overdue";
  return locale === "zh" ? `逾期${days}天` : `${formatCountOf(days, "day", "days")} overdue`;
}

/** 12,000.00万元（1.2亿元） · RMB 120 million */
export function formatMoney(locale: Locale, fen: Fen): string {
  if (locale === "en") return formatRmb(fen);
  const yi = formatYi(fen);
  return yi === null ? `${formatWan(fen)}万元` : `${formatWan(fen)}万元（${yi}）`;
}

/** What stands beside a 万元 box once it is filled: 1.2亿元 (nothing below it) · RMB 120 million. */
export const formatMoneyReadout = (locale: Locale, fen: Fen): string | null =>
  locale === "en" ? formatRmb(fen) : formatYi(fen);

/** The unit of every money box and column head. Figures under it are `formatWan`. */
export const moneyUnit = { zh: "万元", en: "RMB 10k" } as const;

/** A share, 18.75 → 18.75%. A Decimal keeps its own places unless told otherwise. */
export function formatPercent(value: number | Decimal, places?: number): string {
  if (typeof value === "object") return `${formatDecimal(value, places)}%`;
  return `${places === undefined ? value : value.toFixed(places)}%`;
}

/** 3,000 */
export const formatCount = (count: number): string => groupThousands(String(Math.trunc(count)));

/** English only: 1 day, 2 days. Chinese nouns do not change. */
export const formatCountOf = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${Math.abs(count) === 1 ? one : many}`;

/** 1.8 MB, 20 MB, 640 KB: units of 1,024, as file managers show them. */
export function formatFileSize(bytes: number): string {
  const units = ["B", "KB", "MB", "GB"];
  const power = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log2(bytes) / 10));
  const rounded = Math.round((bytes / 1024 ** power) * 10) / 10;
  if (rounded >= 1024 && power < 3) return `1 ${units[power + 1]}`;
  return `${rounded} ${units[power]}`;
}

function formatYi(fen: Fen): string | null {
  if (Math.abs(fen) < 10_000_000_000) return null;
  return `${trimmedGrouped({ units: BigInt(fen), scale: 10 }, 4)}亿元`;
}

function formatRmb(fen: Fen): string {
  const sign = fen < 0 ? "−" : "";
  const amount = BigInt(Math.abs(fen));
  if (amount >= 100_000_000n) return `${sign}RMB ${trimmedGrouped({ units: amount, scale: 8 }, 2)} million`;
  return `${sign}RMB ${trimmedGrouped({ units: amount, scale: 2 }, 2)}`;
}

function trimmedGrouped(value: Decimal, places: number): string {
  const [whole = "", fraction = ""] = formatDecimal(value, places).split(".");
  const kept = fraction.replace(/0+$/, "");
  return kept === "" ? groupThousands(whole) : `${groupThousands(whole)}.${kept}`;
}

function dateParts(at: InstantLike | CalendarDay): {
  year: number;
  month: number;
  day: number;
  weekday: number;
} {
  if (typeof at !== "string" || at.length !== 10) return beijingClock(at);
  const [year = 0, month = 0, day = 0] = at.split("-").map(Number);
  return { year, month, day, weekday: weekdayOf(at) };
}

const shortMonth = (month: number): string => (enMonths[month - 1] ?? "").slice(0, 3);

const shortWeekday = (weekday: number): string => (enWeekdays[weekday] ?? "").slice(0, 3);

const twoDigits = (value: number): string => String(value).padStart(2, "0");
