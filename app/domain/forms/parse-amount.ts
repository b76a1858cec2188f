import { minorDigits } from "#app/domain/shared/currencies.ts";
import type { Field } from "./definition.ts";
import { formatGrouped, withoutTrailingZeros } from "./format-figure.ts";
import { error, noParams, same, type IssueCode } from "./issue.ts";
import { outside, readDecimal, type Parsed } from "./parse-figure.ts";

export type AmountField = Extract<Field, { type: "amount" }>;

/** The currency of an amount that can be in one only. */
export const onlyCurrency = ({ currencies }: Pick<AmountField, "currencies">): string | undefined =>
  currencies.length === 1 ? currencies[0] : undefined;

/** In the smallest unit of the field's only currency. */
export const parseAmount = (field: AmountField, typed: string): Parsed<number> =>
  parseIn(field, onlyCurrency(field) ?? "", typed);

/** The currency, and how much in its smallest unit. */
export function parseAmountOf(field: AmountField, parts: readonly string[]): Parsed<string[]> {
  const [typed = "", currency = ""] = parts.map((part) => part.trim());
  if (typed === "") return refusedWith("amount_form");
  if (currency === "") return refusedWith("amount_currency");
  if (!field.currencies.some((code) => code === currency)) return refusedWith("unknown_option");
  const { value, fault } = parseIn(field, currency, typed);
  return { value: value === null ? null : [currency, String(value)], ...(fault ? { fault } : {}) };
}

function parseIn(field: AmountField, currency: string, typed: string): Parsed<number> {
  const figure = readDecimal(withoutName(typed, currency));
  if (!figure) return refusedWith("amount_form");
  const plain = withoutTrailingZeros(figure);
  const digits = minorDigits(currency);
  if (plain.scale > digits)
    return digits === 0 ? refusedWith("not_whole") : refusedWith("too_many_places", { places: same(digits) });
  if (plain.units < 0n && !field.allowNegative) return refusedWith("amount_negative");
  const bounds = outside(plain, field.min, field.max);
  if (bounds) return { value: null, fault: bounds };
  const minor = Number(plain.units * 10n ** BigInt(digits - plain.scale));
  return Number.isSafeInteger(minor) ? { value: minor } : refusedWith("amount_form");
}

/** People write the currency before or behind the figure; it is known already. */
const withoutName = (typed: string, currency: string): string =>
  typed.normalize("NFKC").replace(new RegExp(`^\\s*${currency}|${currency}\\s*$`, "i"), "");

/** 1,200.50 of an amount in the currency's smallest unit. */
export function formatMinor(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const figure = { units: BigInt(minor), scale: digits };
  return formatGrouped(figure, withoutTrailingZeros(figure).scale === 0 ? 0 : digits);
}

/** Exactly, for spreadsheets and expressions. */
export const decimalOfMinor = (minor: number, currency: string) => ({
  units: BigInt(minor),
  scale: minorDigits(currency),
});

const refusedWith = (code: IssueCode, params = noParams): Parsed<never> => ({
  value: null,
  fault: error(code, params),
});
