import type { Language } from "./definition.ts";

type Limits = {
  zh: { min?: number | undefined; max: number };
  en?: { min?: number | undefined; max: number } | undefined;
};
export type TextLimits = { language: Language; min: number; max: number };

const surrogatePair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Unicode code points after trimming, so that one 字 or one emoji counts once. */
export function textLength(text: string): number {
  const trimmed = text.trim();
  return trimmed.length - (trimmed.match(surrogatePair)?.length ?? 0);
}

/**
 * English needs about three characters for one of Chinese. Which limits apply follows from what was written, not
 * from the language of the page: colleagues may read one draft in two languages.
 */
export function textLimits(
  field: { type: "short_text" | "long_text"; limits: Limits; language?: Language | undefined },
  text: string,
  whenEmpty: Language = "zh",
): TextLimits {
  const language = field.language ?? languageOf(text) ?? whenEmpty;
  const { zh, en } = field.limits;
  if (language === "zh") return { language, min: zh.min ?? 0, max: zh.max };
  return {
    language,
    min: en ? (en.min ?? 0) : englishMinimum(field.type, zh.min ?? 0),
    max: en?.max ?? zh.max * 3,
  };
}

/** A name or a model may be as short in English as in Chinese; an explanation may not. */
const englishMinimum = (type: "short_text" | "long_text", min: number): number =>
  type === "long_text" ? min * 3 : min;

const han = /\p{Script=Han}/gu;
const letter = /\p{L}/gu;

/** Chinese as soon as one letter in eight is: units and product names are Latin in both. The beginning will tell. */
function languageOf(text: string): Language | null {
  const beginning = text.slice(0, 400);
  const letters = beginning.match(letter)?.length ?? 0;
  if (letters === 0) return null;
  return (beginning.match(han)?.length ?? 0) * 8 >= letters ? "zh" : "en";
}
