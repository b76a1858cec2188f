import {
  compareDecimals,
  decimal,
  formatDecimal,
  negateDecimal,
  parseDecimal,
  type Decimal,
} from "./decimal.ts";
import { accepted, refused, type Result } from "./result.ts";

/** Money is typed in 万元 with two decimals and stored in 分, an integer far below 2^53. */
export type Fen = number;

export type MoneyRefusal = "empty" | "unit" | "commas" | "form" | "decimals" | "negative" | "too_large";

const fenPerWan = 1_000_000n;
const largestWan = decimal("999999999.99");

export function parseMoneyWan(
  typed: string,
  options: { allowNegative?: boolean } = {},
): Result<Fen, MoneyRefusal> {
  const text = withoutOrnament(typed);
  if (text === "") return refused("empty");
  if (/[亿元]/.test(text)) return refused("unit");
  if (!/^-?[0-9,]*(?:\.[0-9]*)?$/.test(text)) return refused("form");
  if (text.includes(",") && !isGrouped(text)) return refused("commas");
  const wan = parseDecimal(text.replaceAll(",", "").replace(/(\.[0-9]*?)0+$/, "$1"));
  if (!wan) return refused("form");
  if (wan.scale > 2) return refused("decimals");
  if (wan.units < 0n && !options.allowNegative) return refused("negative");
  if (compareDecimals(magnitude(wan), largestWan) > 0) return refused("too_large");
  return accepted(Number((wan.units * fenPerWan) / 10n ** BigInt(wan.scale)));
}

/** 1,234,567.89 (万元), rounded half-up to two decimals. */
export function formatWan(fen: Fen): string {
  const [whole = "", fraction = ""] = formatDecimal({ units: BigInt(fen), scale: 6 }, 2).split(".");
  return `${groupThousands(whole)}.${fraction}`;
}

/** 12345 → 12,345. Digits only, with or without a sign. */
export const groupThousands = (whole: string): string => whole.replace(/\B(?=(?:[0-9]{3})+$)/g, ",");

/** For amounts written in code and configuration. */
export const fenFromWan = (wan: number): Fen => Math.round(wan * 100) * 10_000;

/** A figure this large in a 万元 box is more often 元 typed by mistake: worth a question, never a refusal. */
export const looksLikeYuan = (fen: Fen, limitWan = 1_000_000): boolean =>
  Math.abs(fen) >= fenFromWan(limitWan);

function withoutOrnament(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/[\s\p{Cf}]/gu, "")
    .replaceAll("。", ".")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/^(?:[¥\uffe5]|RMB|CNY|人民币)/i, "")
    .replace(/万元?$/, "");
}

/** By thousands, or by the 万 as some Chinese tables do; `12,5` is somebody's decimal comma and is asked about. */
const isGrouped = (text: string): boolean =>
  /^-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?$/.test(text) ||
  /^-?[0-9]{1,4}(?:,[0-9]{4})+(?:\.[0-9]*)?$/.test(text);

const magnitude = (a: Decimal): Decimal => (a.units < 0n ? negateDecimal(a) : a);
