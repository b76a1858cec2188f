import type { Field } from "#app/domain/forms/definition.ts";
import { formatAnswer } from "#app/domain/forms/format-answer.ts";
import { formatMinor, onlyCurrency } from "#app/domain/forms/parse-amount.ts";
import type { AnswerValue } from "#app/domain/forms/parse-answer.ts";
import { formatWan } from "#app/domain/shared/money.ts";
import type { Locale } from "./locale.ts";

/** A value under a column head that says the unit already. */
export function columnText(field: Field, value: AnswerValue, locale: Locale): string {
  const isMoney = field.type === "money" || (field.type === "computed" && field.result === "money");
  if (isMoney && typeof value === "number") return formatWan(value);
  if (field.type === "amount" && typeof value === "number")
    return formatMinor(value, onlyCurrency(field) ?? "");
  const bare = "unit" in field ? { ...field, unit: undefined } : field;
  return formatAnswer(bare, value, locale).replace(/%$/, "");
}
