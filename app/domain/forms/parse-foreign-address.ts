import { countryCodes, countryName, inOrderOf } from "#app/domain/shared/countries.ts";
import { hasPostcodes, looksLikePostcode } from "#app/domain/shared/foreign-postcode.ts";
import type { Field, Language, Option } from "./definition.ts";
import { error, noParams, same, warning, type IssueCode } from "./issue.ts";
import type { Parsed } from "./parse-figure.ts";
import { textLength } from "./text-length.ts";

type OfCountries = Pick<Extract<Field, { type: "country" }>, "countries">;

const longestLine = 120;
const longestPostcode = 16;

/** Line 1, line 2, place, region, postcode and the code of the country, each as typed. */
export function parseForeignAddress(field: OfCountries, parts: readonly string[]): Parsed<string[]> {
  const [line1 = "", line2 = "", place = "", region = "", postcode = "", named = ""] = parts.map((part) =>
    part.trim(),
  );
  const country = named === "" ? (onlyCountry(field) ?? "") : readCountry(field, named);
  if (country === null) return refusedWith("unknown_option");
  const missing = missingPart({ line1, place, postcode, country });
  if (missing) return refusedWith(missing);
  for (const text of [line1, line2, place, region]) {
    const length = textLength(text);
    if (length > longestLine)
      return refusedWith("too_long", {
        max: same(longestLine),
        length: same(length),
        over: same(length - longestLine),
      });
  }
  if (textLength(postcode) > longestPostcode) return refusedWith("foreign_postcode");
  const value = [line1, line2, place, region, postcode, country];
  return looksLikePostcode(country, postcode) === false
    ? { value, fault: warning("foreign_postcode_form") }
    : { value };
}

/** In the order of the boxes. */
function missingPart(
  typed: Record<"line1" | "place" | "postcode" | "country", string>,
): IssueCode | undefined {
  if (typed.line1 === "") return "foreign_line";
  if (typed.place === "") return "foreign_place";
  if (typed.postcode === "" && hasPostcodes(typed.country)) return "foreign_postcode";
  return typed.country === "" ? "foreign_country" : undefined;
}

/** The country of an address that can be in one only. */
export const onlyCountry = ({ countries }: OfCountries): string | undefined =>
  countries?.length === 1 ? countries[0] : undefined;

const codesOf = ({ countries }: OfCountries): readonly string[] => countries ?? countryCodes;

/** By code, or by the name in either language as spreadsheets have it; null where it is none of those meant. */
export function readCountry(field: OfCountries, typed: string): string | null {
  const wanted = folded(typed);
  const codes = codesOf(field);
  return (
    codes.find((code) => code.toLowerCase() === wanted) ??
    codes.find(
      (code) => folded(countryName(code, "zh")) === wanted || folded(countryName(code, "en")) === wanted,
    ) ??
    null
  );
}

const folded = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

const known = new WeakMap<object, readonly Option[]>();
const everyCountry = {};

/** What can be chosen, in the order of the list as it was written, or China first. */
export function countryOptions(field: OfCountries): readonly Option[] {
  const list = field.countries ?? everyCountry;
  const options =
    known.get(list) ??
    codesOf(field).map((code) => ({
      code,
      label: { zh: countryName(code, "zh"), en: countryName(code, "en") },
    }));
  known.set(list, options);
  return options;
}

/** Sorted for readers of a language. */
export function countryChoices(field: OfCountries, language: Language): readonly Option[] {
  const byCode = new Map(countryOptions(field).map((option) => [option.code, option]));
  return inOrderOf(language, [...byCode.keys()]).flatMap((code) => byCode.get(code) ?? []);
}

/** 1 Example Road, Cardiff CF10 3AT, United Kingdom */
export function formatForeignAddress(value: readonly string[], language: Language): string {
  const [line1 = "", line2 = "", place = "", region = "", postcode = "", country = ""] = value;
  const lines = [line1, line2, [place, postcode].filter((part) => part !== "").join(" "), region];
  const written = lines.filter((part) => part !== "").join(", ");
  const name = countryName(country, language);
  return language === "zh" ? `${written}（${name}）` : `${written}, ${name}`;
}

const refusedWith = (code: IssueCode, params = noParams): Parsed<never> => ({
  value: null,
  fault: error(code, params),
});
