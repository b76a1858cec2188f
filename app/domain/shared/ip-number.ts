import { accepted, refused, type Result } from "./result.ts";

export type PatentKind = "invention" | "utility_model" | "design" | "pct_invention" | "pct_utility_model";

export type PatentNumber = {
  /** 202110123456.7 */
  readonly number: string;
  readonly kind: PatentKind;
  readonly year: number;
};

export type IpNumberRefusal = "empty" | "form" | "kind" | "year" | "check_digit";

const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5] as const;
const kinds: Readonly<Record<string, PatentKind>> = {
  "1": "invention",
  "2": "utility_model",
  "3": "design",
  "8": "pct_invention",
  "9": "pct_utility_model",
};

/** A Chinese patent or application number since October 2003, with or without ZL or CN and the point. */
export function parsePatentNumber(typed: string): Result<PatentNumber, IpNumberRefusal> {
  const text = normaliseIpNumber(typed);
  if (text === "") return refused("empty");
  const match = /^(?:ZL|CN)?([0-9]{12})\.?([0-9X])$/.exec(text);
  if (!match) return refused("form");
  const [, digits = "", check] = match;
  const kind = kinds[digits.charAt(4)];
  if (!kind) return refused("kind");
  const year = Number(digits.slice(0, 4));
  if (year < 1985) return refused("year");
  if (patentCheckCharacter(digits) !== check) return refused("check_digit");
  return accepted({ number: `${digits}.${check}`, kind, year });
}

/** Numbers given before October 2003 had eight digits; they are taken as written, with a warning. */
export const isOldPatentNumber = (typed: string): boolean =>
  /^(?:ZL|CN)?[0-9]{8}(?:\.?[0-9X])?$/.test(normaliseIpNumber(typed));

export const isLayoutDesignNumber = (typed: string): boolean =>
  /^BS\.[0-9]{9}$/.test(normaliseIpNumber(typed));

export const isSoftwareNumber = (typed: string): boolean =>
  /^[0-9]{4}SR[0-9]{6,7}$/.test(normaliseIpNumber(typed));

export function normaliseIpNumber(typed: string): string {
  return typed
    .normalize("NFKC")
    .replaceAll("。", ".")
    .replace(/[\s\p{Cf}]/gu, "")
    .toUpperCase();
}

/** Of the first twelve digits. */
export function patentCheckCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + Number(digits.charAt(index)) * weight, 0);
  const remainder = sum % 11;
  return remainder === 10 ? "X" : String(remainder);
}
