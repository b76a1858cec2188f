import type { Locale } from "#app/i18n/locale.ts";

/** The office's words and the code of the rule they rest on. */
export const reasonLine = (locale: Locale, code: string | null, text: string): string =>
  code ? (locale === "zh" ? `${text}（${code}）` : `${text} (${code})`) : text;
