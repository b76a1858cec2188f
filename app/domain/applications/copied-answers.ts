import type { FormDefinition, Language, ListedUse } from "#app/domain/forms/definition.ts";
import { questionsOf } from "#app/domain/forms/edit/condition-subject.ts";
import type { FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import { cityOf as regionOf } from "#app/domain/shared/regions.ts";

/** Answers kept beside the application as well, so that lists need no JSON. */
export interface CopiedAnswers {
  title_zh: string;
  title_en: string;
  city_code: string;
  chain_segment: string;
  amount_requested_fen: number | null;
  total_investment_fen: number | null;
}

/** The questions that these answers are of. */
export interface CopiedKeys {
  titleZh: string;
  titleEn: string;
  /** Where the project is; the first that is answered counts. */
  site: readonly string[];
  segment: string;
  /** How much is applied for. */
  amount: string;
  investment: string;
}

/** As the definition says; where it does not, the keys that every form of the programme uses for the same thing. */
export function copiedKeysOf(definition: FormDefinition): CopiedKeys {
  const known = keysOf.get(definition);
  if (known) return known;
  const marked = (use: ListedUse, language?: Language): string | undefined =>
    questionsOf(definition).find(
      (question) =>
        "listedAs" in question &&
        question.listedAs === use &&
        (language === undefined || !("language" in question) || (question.language ?? language) === language),
    )?.key;
  const city = marked("city");
  const keys = {
    titleZh: marked("title", "zh") ?? "project_name_zh",
    titleEn: marked("title", "en") ?? "project_name_en",
    // The second asked for the city alone, in forms that are frozen by now.
    site: city === undefined ? ["site_address", "site_city"] : [city],
    segment: marked("segment") ?? "chain_segment",
    amount: marked("amount") ?? "amount_requested",
    investment: marked("investment") ?? "total_investment",
  };
  keysOf.set(definition, keys);
  return keys;
}

const keysOf = new WeakMap<FormDefinition, CopiedKeys>();

/** Whether an answer is kept beside the application as well. */
export function isCopied(definition: FormDefinition, key: string): boolean {
  const { site, ...others } = copiedKeysOf(definition);
  return site.includes(key) || Object.values(others).includes(key);
}

export function copiedAnswersOf(evaluation: FormEvaluation): CopiedAnswers {
  const keys = copiedKeysOf(evaluation.form.definition);
  return {
    title_zh: textOf(evaluation, keys.titleZh),
    title_en: textOf(evaluation, keys.titleEn),
    city_code: cityOf(evaluation, keys.site),
    chain_segment: textOf(evaluation, keys.segment),
    amount_requested_fen: moneyOf(evaluation, keys.amount),
    total_investment_fen: moneyOf(evaluation, keys.investment),
  };
}

/** A title that is still too short is better than none. */
function textOf(evaluation: FormEvaluation, key: string): string {
  const value = evaluation.value(key);
  const raw = evaluation.rawOf(key);
  const text = typeof value === "string" ? value : typeof raw === "string" ? raw.trim().slice(0, 200) : "";
  // Columns of PostgreSQL hold no such character; the answer itself is kept as JSON, which does.
  return text.replaceAll("\u0000", "");
}

/** Lists, filters, tallies and exports go by the city alone, as soon as it is chosen. */
function cityOf(evaluation: FormEvaluation, site: readonly string[]): string {
  for (const key of site) {
    const raw = evaluation.rawOf(key);
    const city = Array.isArray(raw) ? raw[0] : textOf(evaluation, key);
    if (typeof city === "string" && (Array.isArray(raw) ? regionOf(city) : city)) return city;
  }
  return "";
}

function moneyOf(evaluation: FormEvaluation, key: string): number | null {
  const value = evaluation.value(key);
  return typeof value === "number" ? value : null;
}
