import type { AggregateScore } from "#app/domain/reviews/aggregate-scores.ts";
import { floorOf } from "#app/domain/reviews/rubric.ts";
import {
  compareDecimals,
  decimal,
  type Decimal,
  formatDecimal,
  sumDecimals,
  zero,
} from "#app/domain/shared/decimal.ts";
import type { ScoreRecord, SheetRecord } from "#app/features/reviews/office/find-score-record.ts";

export interface ShownSheet extends SheetRecord {
  /** 82.50 */
  total: string;
}

/** The arithmetic of one application as texts, ready to be shown. */
export interface ScoreView {
  sheets: readonly ShownSheet[];
  method: AggregateScore["method"];
  score: string | null;
  mean: string;
  median: string;
  spread: string;
  highest: string;
  lowest: string;
  /** All totals from the highest down, and those that count towards the score. */
  totals: readonly string[];
  counted: readonly string[];
  sums: { counted: string; all: string };
  criterionMeans: Readonly<Record<string, string>>;
  belowFloor: readonly string[];
  /** Of every criterion: 3.00 */
  floors: Readonly<Record<string, string>>;
  moderation: AggregateScore["moderation"];
  spreadLimit: string;
  outcome: AggregateScore["outcome"];
  advice: AggregateScore["advice"];
  outOfScope: number;
}

export function scoreView({ rubric, sheets, sum }: ScoreRecord): ScoreView {
  const rows = sheets.map((sheet, index) => ({ sheet, total: sum.totals[index] ?? zero }));
  const descending = (totals: readonly Decimal[]) => totals.toSorted((a, b) => compareDecimals(b, a));
  const counted = descending(rows.filter(({ sheet }) => sheet.dropped === null).map(({ total }) => total));
  const totals = descending(sum.totals);
  const { method, belowFloor, moderation, outcome, advice, outOfScope, criterionMeans } = sum;
  return {
    ...{ method, belowFloor, moderation, outcome, advice, outOfScope },
    sheets: rows.map(({ sheet, total }) => ({ ...sheet, total: places(total) })),
    score: sum.score && places(sum.score),
    mean: places(sum.mean ?? zero),
    median: places(sum.median ?? zero),
    spread: places(sum.spread ?? zero),
    highest: places(totals[0] ?? zero),
    lowest: places(totals.at(-1) ?? zero),
    totals: totals.map(places),
    counted: counted.map(places),
    sums: { counted: places(sumDecimals(counted)), all: places(sumDecimals(totals)) },
    criterionMeans: Object.fromEntries(
      Object.entries(criterionMeans).map(([key, mean]) => [key, places(mean)]),
    ),
    floors: Object.fromEntries(
      rubric.criteria.map(({ key }) => [key, places(decimal(floorOf(rubric, key)))]),
    ),
    spreadLimit: formatDecimal(decimal(rubric.moderation.spread)),
  };
}

const places = (value: Decimal): string => formatDecimal(value, 2);
