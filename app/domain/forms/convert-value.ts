import {
  decimal,
  formatDecimal,
  parseDecimal,
  roundDecimal,
  type Decimal,
} from "#app/domain/shared/decimal.ts";
import type { Field } from "./definition.ts";
import { isDecimal, type Value } from "./evaluate-expression.ts";
import { minorDigits } from "#app/domain/shared/currencies.ts";
import { decimalOfMinor, onlyCurrency } from "./parse-amount.ts";
import { cnyFenOf } from "./parse-composite.ts";
import type { AnswerValue } from "./parse-answer.ts";

/** From an answer to what expressions count with: money in 万元, figures as exact decimals. */
export function toValue(field: Field, answer: AnswerValue | null): Value {
  if (answer === null) return null;
  if (field.type === "money" && Array.isArray(answer)) return { units: BigInt(cnyFenOf(answer)), scale: 6 };
  if (typeof answer === "number") {
    if (field.type === "amount") return decimalOfMinor(answer, onlyCurrency(field) ?? "");
    return field.type === "money" ? { units: BigInt(answer), scale: 6 } : decimal(answer);
  }
  return typeof answer === "string" && (field.type === "decimal" || field.type === "percent")
    ? parseDecimal(answer)
    : answer;
}

/** The other way, for computed values and totals, rounded half-up to what the field shows. */
export function toAnswer(field: Field, value: Value): AnswerValue | null {
  if (value === null) return null;
  if (typeof value === "boolean" || typeof value === "string") return value;
  if (!isDecimal(value)) return [...value];
  switch (field.type === "computed" ? field.result : field.type) {
    case "money":
      return safeNumber(roundDecimal(value, 2), 4);
    case "amount": {
      const digits = minorDigits((field.type === "amount" && onlyCurrency(field)) || "");
      return safeNumber(roundDecimal(value, digits), 0);
    }
    case "scale":
    case "integer":
      return safeNumber(roundDecimal(value, 0), 0);
    default:
      return formatDecimal(value, placesOf(field));
  }
}

const placesOf = (field: Field): number => ("places" in field ? field.places : undefined) ?? 2;

function safeNumber({ units }: Decimal, shift: number): number | null {
  const number = Number(units * 10n ** BigInt(shift));
  return Number.isSafeInteger(number) ? number : null;
}
