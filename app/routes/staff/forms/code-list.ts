import { countryCodes, countryName, inOrderOf } from "#app/domain/shared/countries.ts";
import { currencyCodes, currencyName } from "#app/domain/shared/currencies.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { CodeList } from "./node-properties.ts";

interface Listed {
  codes: readonly string[];
  nameOf: (code: string, locale: Locale) => string;
}

const lists: Record<CodeList, Listed> = {
  currencies: { codes: currencyCodes, nameOf: currencyName },
  countries: { codes: countryCodes, nameOf: countryName },
};

/** What is typed for a code, found by its name in either language: 德国 Germany (DE). */
export function codeWords(of: CodeList, code: string, locale: Locale): string {
  const { codes, nameOf } = lists[of];
  if (!codes.includes(code)) return code;
  const [own, other] = locale === "zh" ? (["zh", "en"] as const) : (["en", "zh"] as const);
  return `${nameOf(code, own)} ${nameOf(code, other)} (${code})`;
}

/** Everything that can be picked, in an order readers of the language know. */
export function codeChoices(of: CodeList, locale: Locale): string[] {
  const { codes } = lists[of];
  const ordered = of === "countries" ? inOrderOf(locale, codes) : codes;
  return ordered.map((code) => codeWords(of, code, locale));
}

/** The code that was meant: picked from the list, its name in either language, or the code itself. */
export function readCode(of: CodeList, typed: string): string | undefined {
  const { codes, nameOf } = lists[of];
  const words = folded(typed);
  const named = /\(([a-z]{2,3})\)$/.exec(words)?.[1] ?? words;
  return (
    codes.find((code) => code.toLowerCase() === named) ??
    codes.find((code) => folded(nameOf(code, "zh")) === words || folded(nameOf(code, "en")) === words)
  );
}

const folded = (text: string): string => text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
