import {
  decimal,
  divideDecimals,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
  sumDecimals,
  zero,
  type Decimal,
} from "#app/domain/shared/decimal.ts";
import type { Rubric } from "./rubric.ts";

/** Every score a reviewer may give: 0 to 5 by halves. */
export const scoreSteps = ["0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5"] as const;
export type Score = (typeof scoreSteps)[number];

/** `4.50`, `４．５` and `4.5` are one score; anything off the steps is none. */
export function parseScore(typed: string): Score | null {
  const value = parseDecimal(typed.normalize("NFKC").trim());
  if (!value || value.units < 0n) return null;
  return scoreSteps.find((step) => sameValue(decimal(step), value)) ?? null;
}

/** weight × score ÷ 5, to two places. */
export const criterionPoints = (weight: number, score: Score): Decimal =>
  divideDecimals(multiplyDecimals(decimal(weight), decimal(score)), decimal(5), 2);

/** The reviewer's total out of 100, half-up to two places; criteria not yet scored add nothing. */
export function reviewerTotal(
  rubric: Pick<Rubric, "criteria">,
  scores: Readonly<Record<string, Score | undefined>>,
): Decimal {
  const points = rubric.criteria.map(({ key, weight }) => {
    const score = scores[key];
    return score === undefined ? zero : criterionPoints(weight, score);
  });
  return roundDecimal(sumDecimals(points), 2);
}

/** The weight of the criteria scored so far: a running total is read against it. */
export const scoredWeight = (
  rubric: Pick<Rubric, "criteria">,
  scores: Readonly<Record<string, Score | undefined>>,
): number =>
  rubric.criteria.filter(({ key }) => scores[key] !== undefined).reduce((sum, { weight }) => sum + weight, 0);

/** For columns that keep a score as an integer: 77.50 is 7750. */
export const toHundredths = (value: Decimal): number => Number(roundDecimal(value, 2).units);

export const fromHundredths = (hundredths: number): Decimal => ({ units: BigInt(hundredths), scale: 2 });

const sameValue = (a: Decimal, b: Decimal): boolean =>
  a.units * 10n ** BigInt(b.scale) === b.units * 10n ** BigInt(a.scale);
