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

/** The question of how much is applied for. */
export const amountKey = "amount_requested";

/** Where the project is; the second asked for the city alone, in forms that are frozen by now. */
export const siteKeys = ["site_address", "site_city"] as const;

/** Question keys every form of the programme uses for the same thing. */
export const copiedKeys: ReadonlySet<string> = new Set([
  "project_name_zh",
  "project_name_en",
  ...siteKeys,
  "chain_segment",
  amountKey,
  "total_investment",
]);

export const copiedAnswersOf = (evaluation: FormEvaluation): CopiedAnswers => ({
  title_zh: textOf(evaluation, "project_name_zh"),
  title_en: textOf(evaluation, "project_name_en"),
  city_code: cityOf(evaluation),
  chain_segment: textOf(evaluation, "chain_segment"),
  amount_requested_fen: moneyOf(evaluation, amountKey),
  total_investment_fen: moneyOf(evaluation, "total_investment"),
});

/** A title that is still too short is better than none. */
function textOf(evaluation: FormEvaluation, key: string): string {
  const value = evaluation.value(key);
  const raw = evaluation.rawOf(key);
  const text = typeof value === "string" ? value : typeof raw === "string" ? raw.trim().slice(0, 200) : "";
  // Columns of PostgreSQL hold no such character; the answer itself is kept as JSON, which does.
  return text.replaceAll("\u0000", "");
}

/** Lists, filters, tallies and exports go by the city alone, as soon as it is chosen. */
function cityOf(evaluation: FormEvaluation): string {
  const [addressKey, cityKey] = siteKeys;
  const address = evaluation.rawOf(addressKey);
  const city = Array.isArray(address) ? address[0] : undefined;
  return typeof city === "string" && regionOf(city) ? city : textOf(evaluation, cityKey);
}

function moneyOf(evaluation: FormEvaluation, key: string): number | null {
  const value = evaluation.value(key);
  return typeof value === "number" ? value : null;
}
