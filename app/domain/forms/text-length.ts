import type { Language } from "./definition.ts";
import { wordCount } from "./word-count.ts";

type Limits = {
  unit?: "words" | undefined;
  zh: { min?: number | undefined; max: number };
  en?: { min?: number | undefined; max: number } | undefined;
};
export type TextUnit = "characters" | "words";
export type TextLimits = { language: Language; unit: TextUnit; min: number; max: number };

const surrogatePair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Unicode code points after trimming, so that one 字 or one emoji counts once. */
export function textLength(text: string): number {
  const trimmed = text.trim();
  return trimmed.length - (trimmed.match(surrogatePair)?.length ?? 0);
}

export const lengthIn = (unit: TextUnit, text: string): number =>
  unit === "words" ? wordCount(text) : textLength(text);

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
  const { zh, en, unit = "characters" } = field.limits;
  if (language === "zh") return { language, unit, min: zh.min ?? 0, max: zh.max };
  if (unit === "words") return { language, unit, min: (en ?? zh).min ?? 0, max: (en ?? zh).max };
  return {
    language,
    unit,
    min: en ? (en.min ?? 0) : englishMinimum(field.type, zh.min ?? 0),
    max: en?.max ?? zh.max * 3,
  };
}

export interface TextCount {
  used: number;
  limit: number;
  unit: TextUnit;
  /** Of an English text that is limited in characters: how long it is as its writers count. */
  words?: number;
}

/** What is said beside a text's box about its length. */
export function countText(
  field: Parameters<typeof textLimits>[0],
  text: string,
  whenEmpty?: Language,
): TextCount {
  const { language, unit, max: limit } = textLimits(field, text, whenEmpty);
  const used = lengthIn(unit, text);
  return {
    ...{ used, limit, unit },
    ...(language === "en" && unit === "characters" && used > 0 ? { words: wordCount(text) } : {}),
  };
}

/** A name or a model may be as short in English as in Chinese; an explanation may not. */
const englishMinimum = (type: "short_text" | "long_text", min: number): number =>
  type === "long_text" ? min * 3 : min;

/** Chinese as soon as one letter in eight is: units and product names are Latin in both. The beginning will tell. */
function languageOf(text: string): Language | null {
  let han = 0;
  let other = 0;
  for (const character of text.slice(0, 400)) {
    const code = character.codePointAt(0) ?? 0;
    if (isHan(code)) han += 1;
    else if (code < 0x80 ? isLatinLetter(code) : /\p{L}/u.test(character)) other += 1;
  }
  if (han + other === 0) return null;
  return han * 8 >= han + other ? "zh" : "en";
}

/** The unified ideographs, in both planes. */
const isHan = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0x20000 && code <= 0x323af);

const isLatinLetter = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
