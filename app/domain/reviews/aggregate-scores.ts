import {
  addDecimals,
  compareDecimals,
  decimal,
  divideDecimals,
  isAtLeast,
  subtractDecimals,
  sumDecimals,
  zero,
  type Decimal,
} from "#app/domain/shared/decimal.ts";
import { reviewerTotal, type Score } from "./reviewer-total.ts";
import { floorOf, type Rubric } from "./rubric.ts";
import type { Advice } from "./score-sheet.ts";

/** A submitted sheet, as far as the numbers go. Sheets of recused reviewers are left out before this. */
export interface SheetScores {
  readonly scores: Readonly<Record<string, Score>>;
  readonly advice: Advice;
  readonly inScope: boolean;
}

export const minimumValidSheets = 3;
const trimFrom = 5;

export interface TotalsSummary {
  /** Trimmed mean from five sheets, plain mean of three or four, none below that. */
  readonly method: "trimmed" | "plain" | "insufficient";
  /** The score by the rule book; null when there are too few sheets. */
  readonly score: Decimal | null;
  readonly mean: Decimal | null;
  readonly median: Decimal | null;
  readonly spread: Decimal | null;
}

export type ModerationReason = "spread" | "opposed_advice";
export type Outcome = "shortlist" | "reserve" | "fail";

export interface AggregateScore extends TotalsSummary {
  readonly sheets: number;
  readonly totals: readonly Decimal[];
  readonly criterionMeans: Readonly<Record<string, Decimal>>;
  /** Criteria whose mean is below their floor. */
  readonly belowFloor: readonly string[];
  readonly moderation: readonly ModerationReason[];
  readonly outcome: Outcome | null;
  readonly advice: Readonly<Record<Advice, number>>;
  readonly outOfScope: number;
}

export function aggregateScores(rubric: Rubric, sheets: readonly SheetScores[]): AggregateScore {
  const totals = sheets.map(({ scores }) => reviewerTotal(rubric, scores));
  const summary = summariseTotals(totals);
  const criterionMeans = sheets.length === 0 ? {} : meansByCriterion(rubric, sheets);
  const belowFloor = Object.keys(criterionMeans).filter(
    (key) => !isAtLeast(criterionMeans[key] ?? zero, decimal(floorOf(rubric, key))),
  );
  const advice = countAdvice(sheets);
  return {
    ...summary,
    sheets: sheets.length,
    totals,
    criterionMeans,
    belowFloor,
    moderation: moderationReasons(rubric, summary.spread, advice),
    outcome: summary.score === null ? null : outcomeOf(rubric, summary.score, belowFloor.length === 0),
    advice,
    outOfScope: sheets.filter(({ inScope }) => !inScope).length,
  };
}

/** All figures half-up to two places, which is also what is compared with thresholds and between applications. */
export function summariseTotals(totals: readonly Decimal[]): TotalsSummary {
  if (totals.length === 0)
    return { method: "insufficient", score: null, mean: null, median: null, spread: null };
  const sorted = [...totals].sort(compareDecimals);
  const lowest = sorted[0] ?? zero;
  const highest = sorted.at(-1) ?? zero;
  const mean = meanOf(sorted);
  const shared = { mean, median: medianOf(sorted), spread: subtractDecimals(highest, lowest) };
  if (totals.length < minimumValidSheets) return { method: "insufficient", score: null, ...shared };
  if (totals.length < trimFrom) return { method: "plain", score: mean, ...shared };
  return { method: "trimmed", score: meanOf(sorted.slice(1, -1)), ...shared };
}

/** The floor of each criterion guards the shortlist; an application that misses it can still be kept in reserve. */
export function outcomeOf(rubric: Pick<Rubric, "thresholds">, score: Decimal, floorsMet: boolean): Outcome {
  if (!isAtLeast(score, decimal(rubric.thresholds.reserve))) return "fail";
  return floorsMet && isAtLeast(score, decimal(rubric.thresholds.shortlist)) ? "shortlist" : "reserve";
}

function meansByCriterion(rubric: Rubric, sheets: readonly SheetScores[]): Record<string, Decimal> {
  return Object.fromEntries(
    rubric.criteria.map(({ key }) => [key, meanOf(sheets.map(({ scores }) => decimal(scores[key] ?? "0")))]),
  );
}

function moderationReasons(
  rubric: Rubric,
  spread: Decimal | null,
  advice: Readonly<Record<Advice, number>>,
): ModerationReason[] {
  const { opposedAdvice } = rubric.moderation;
  const opposed = advice.recommend >= opposedAdvice && advice.not_recommend >= opposedAdvice;
  return [
    ...(spread !== null && isAtLeast(spread, decimal(rubric.moderation.spread)) ? (["spread"] as const) : []),
    ...(opposed ? (["opposed_advice"] as const) : []),
  ];
}

function countAdvice(sheets: readonly SheetScores[]): Record<Advice, number> {
  const count = (wanted: Advice) => sheets.filter(({ advice }) => advice === wanted).length;
  return {
    recommend: count("recommend"),
    conditional: count("conditional"),
    not_recommend: count("not_recommend"),
  };
}

const meanOf = (values: readonly Decimal[]): Decimal =>
  divideDecimals(sumDecimals(values), decimal(values.length), 2);

function medianOf(sorted: readonly Decimal[]): Decimal {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? zero;
  const lower = sorted.length % 2 === 1 ? upper : (sorted[middle - 1] ?? zero);
  return divideDecimals(addDecimals(lower, upper), decimal(2), 2);
}
