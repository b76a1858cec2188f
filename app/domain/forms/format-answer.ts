import { currencyCodes } from "#app/domain/shared/currencies.ts";
import { parseDecimal } from "#app/domain/shared/decimal.ts";
import { formatMobile } from "#app/domain/shared/mobile.ts";
import { formatWan } from "#app/domain/shared/money.ts";
import type { Field, Language, Option } from "./definition.ts";
import { compositeOf } from "./composite-field.ts";
import { formatAmount, formatComposite } from "./format-composite.ts";
import { formatGrouped, formatMoney } from "./format-figure.ts";
import { dateText, parseAnswer, type AnswerValue } from "./parse-answer.ts";
import { formatMinor, onlyCurrency } from "./parse-amount.ts";
import { partsOfValue } from "./parse-composite.ts";
import { countryOptions } from "./parse-foreign-address.ts";
import { isBlank, type RawValue } from "./raw-answers.ts";
import { scaleLabel } from "./scale-steps.ts";

const yesNo = { yes: { zh: "是", en: "Yes" }, no: { zh: "否", en: "No" } };

/** As people read it: 86,000.00万元（8.6亿元）, option labels, 2027年1月15日. */
export function formatAnswer(field: Field, value: AnswerValue | null, language: Language): string {
  if (value === null) return "";
  if (Array.isArray(value) && compositeOf(field)) return formatComposite(field, value, language);
  if (Array.isArray(value)) {
    const labels = value.map((code) => optionLabel(optionsOf(field), code, language));
    return labels.join(language === "zh" ? "、" : ", ");
  }
  if (typeof value === "boolean") return yesNo[value ? "yes" : "no"][language];
  if (typeof value === "number") return formatNumber(field, value, language);
  return formatText(field, value, language);
}

/** Unreadable answers come back as they were typed. */
export function formatRawAnswer(field: Field, raw: RawValue | undefined, language: Language): string {
  if (raw === undefined || isBlank(raw)) return "";
  const { value } = parseAnswer(field, raw);
  if (value !== null) return formatAnswer(field, value, language);
  if (typeof raw === "string") return raw;
  return raw.filter((part) => part.trim() !== "").join(language === "zh" ? "、" : ", ");
}

/** What a person would type to give this value. */
export function rawFromAnswer(field: Field, value: AnswerValue | null): RawValue {
  if (value === null) return field.type === "multi_choice" ? [] : "";
  if (Array.isArray(value)) return compositeOf(field) ? partsOfValue(field, value) : value;
  if (typeof value === "boolean") return value ? "yes" : field.type === "declaration" ? "" : "no";
  if (typeof value !== "number") return value;
  if (field.type === "amount") return formatMinor(value, onlyCurrency(field) ?? "");
  return field.type === "money" ? formatWan(value) : String(value);
}

export const optionsOf = (field: Field): readonly Option[] =>
  field.type === "country" ? countryOptions(field) : "options" in field ? (field.options ?? []) : [];

const optionLabel = (options: readonly Option[], code: string, language: Language): string =>
  options.find((option) => option.code === code)?.label[language] ?? code;

function formatNumber(field: Field, value: number, language: Language): string {
  const isMoney = field.type === "money" || (field.type === "computed" && field.result === "money");
  if (isMoney) return formatMoney(value, language);
  if (field.type === "amount") return formatAmount(value, onlyCurrency(field) ?? "", language);
  if (field.type === "scale") return scaleText(field, value, language);
  const text = isCalendarYear(field) ? String(value) : formatGrouped({ units: BigInt(value), scale: 0 });
  return withUnit(text, field, language);
}

/** 4 / 5（同意）, 4 / 5 (agree) */
function scaleText(field: Extract<Field, { type: "scale" }>, value: number, language: Language): string {
  const label = scaleLabel(field, value)?.[language];
  const figure = `${value} / ${field.to}`;
  if (label === undefined) return figure;
  return language === "zh" ? `${figure}（${label}）` : `${figure} (${label})`;
}

/** A whole number that can only be a year is not grouped: 2025, not 2,025. */
const isCalendarYear = (field: Field): boolean =>
  field.type === "integer" && (field.min ?? 0) >= 1900 && (field.max ?? Infinity) <= 2200;

function formatText(field: Field, value: string, language: Language): string {
  switch (field.type === "computed" ? field.result : field.type) {
    case "choice":
    case "city":
    case "park":
    case "country":
      return optionLabel(optionsOf(field), value, language);
    case "gb4754":
      return `${value} ${optionLabel(optionsOf(field), value, language)}`;
    case "date":
    case "month":
      return dateText(value)[language];
    case "percent":
      return `${figureText(field, value)}%`;
    case "decimal":
      return withUnit(figureText(field, value), field, language);
    case "mobile":
      return formatMobile(value);
    default:
      return value;
  }
}

/** A share is written with all its places, so that a column of them lines up; a measurement as it was given. */
function figureText(field: Field, value: string): string {
  const figure = parseDecimal(value);
  if (!figure) return value;
  return formatGrouped(figure, field.type === "percent" ? (field.places ?? 2) : undefined);
}

function withUnit(text: string, field: Field, language: Language): string {
  const unit = "unit" in field ? field.unit?.[language] : undefined;
  if (unit === undefined) return text;
  if (language === "zh") return `${text}${unit}`;
  // A figure worked out in a currency is written as an amount of it is.
  if ((currencyCodes as readonly string[]).includes(unit)) return `${unit} ${text}`;
  // A unit with a figure of its own would run into the number before it: 5,240 × 10,000 kWh.
  return /\d{3}/.test(unit) ? `${text} × ${unit}` : `${text} ${unit}`;
}
