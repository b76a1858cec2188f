import type { Field } from "#app/domain/forms/definition.ts";
import { optionsOf } from "#app/domain/forms/format-answer.ts";
import { onlyCurrency } from "#app/domain/forms/parse-amount.ts";
import { countryChoices } from "#app/domain/forms/parse-foreign-address.ts";
import { currencyName } from "#app/domain/shared/currencies.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import { type ScaleField, scaleLabel, scaleSteps } from "#app/domain/forms/scale-steps.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";

/** The choices of a question as the kit's controls take them. */
export function answerOptions(field: Field, locale: Locale) {
  if (field.type === "yes_no") {
    const t = sectionMessages[locale];
    return [
      { value: "yes", label: t.yes },
      { value: "no", label: t.no },
    ];
  }
  if (field.type === "scale") return scaleOptions(field, locale);
  if (field.type === "country")
    return countryChoices(field, locale).map(({ code, label }) => ({
      ...{ value: code, label: label[locale], hint: undefined },
    }));
  const withCode = field.type === "gb4754";
  return optionsOf(field).map((option) => ({
    value: option.code,
    label: withCode ? `${option.code} ${option.label[locale]}` : option.label[locale],
    hint: option.hint?.[locale],
  }));
}

/** Each step by its figure, with its meaning where it has one. */
function scaleOptions(field: ScaleField, locale: Locale) {
  return scaleSteps(field).map((step) => {
    const label = scaleLabel(field, step)?.[locale];
    return {
      value: String(step),
      label: label === undefined ? String(step) : `${step} ${label}`,
      hint: undefined,
    };
  });
}

/** With what stands there although it is no choice, such as an imported word: it must not vanish unseen. */
export function optionsWith(field: Field, locale: Locale, standing: RawValue | undefined) {
  const options = answerOptions(field, locale);
  const strange = [standing ?? []]
    .flat()
    .filter((text) => text !== "" && !options.some(({ value }) => value === text));
  return [...options, ...strange.map((text) => ({ value: text, label: text, hint: undefined }))];
}

/** How wide a box of this kind needs to be. */
export function boxWidth(field: Field): "sm" | "md" | "lg" | "full" {
  switch (field.type) {
    case "integer":
    case "decimal":
    case "percent":
      return "sm";
    case "amount":
      return "md";
    case "uscc":
    case "mobile":
    case "postcode":
    case "date":
    case "month":
    case "ip_number":
      return "md";
    case "email":
    case "url":
      return "lg";
    default:
      return "full";
  }
}

/** Hints for keyboards and password managers; the kind of answer decides, never the label. */
export function boxAttributes(field: Field) {
  switch (field.type) {
    case "integer":
      return { inputMode: "numeric", autoComplete: "off" } as const;
    case "decimal":
    case "percent":
    case "money":
    case "amount":
      return { inputMode: "decimal", autoComplete: "off" } as const;
    case "postcode":
      return { inputMode: "numeric", autoComplete: "off" } as const;
    case "uscc":
    case "ip_number":
      return { autoComplete: "off", autoCapitalize: "characters", spellCheck: false } as const;
    case "email":
    case "url":
      return { autoComplete: "off", spellCheck: false } as const;
    default:
      return { autoComplete: "off" } as const;
  }
}

export const boxType = (field: Field): "text" | "tel" | "email" | "url" => {
  if (field.type === "mobile") return "tel";
  return field.type === "email" || field.type === "url" ? field.type : "text";
};

/** What stands behind the box: a unit, or the sign of a share. */
export const boxSuffix = (field: Field, locale: Locale): string | undefined => {
  if (field.type === "percent") return "%";
  if (field.type === "amount") {
    const currency = onlyCurrency(field);
    return currency !== undefined && locale === "zh" ? currencyName(currency, "zh") : currency;
  }
  return "unit" in field ? field.unit?.[locale] : undefined;
};
