import * as z from "zod";
import { compareDecimals, decimal, parseDecimal } from "#app/domain/shared/decimal.ts";

const localised = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const plainDecimal = z.string().refine((text) => parseDecimal(text) !== null, "not a plain decimal");

/** Rules of scoring for one call, frozen with it. Thresholds are decimal text so that nothing is rounded twice. */
export const rubricSchema = z.object({
  code: z.string().min(1),
  version: z.int().positive(),
  title: localised,
  criteria: z
    .array(
      z.object({
        key: z.string().regex(/^K[1-9][0-9]?$/),
        name: localised,
        /** What a reviewer is asked to weigh. */
        guidance: localised,
        weight: z.int().min(1).max(100),
        /** Its mean may not be under this, and a score under it needs a comment; see `floorOf` where it is absent. */
        floor: plainDecimal.optional(),
        /** Sections of the form where the evidence stands. */
        evidence: z.array(z.string()),
      }),
    )
    .min(1),
  /** What 0, 1, 2, 3, 4 and 5 mean. */
  anchors: z.array(localised).length(6),
  comments: z.object({
    /** A criterion scored this low or lower, or this high or higher, needs a comment. */
    low: plainDecimal,
    high: plainDecimal,
    minimum: z.int().nonnegative(),
    overallMinimum: z.int().nonnegative(),
    maximum: z.int().positive(),
  }),
  /** `criterionMean` is the floor of every criterion that has none of its own. */
  thresholds: z.object({ shortlist: plainDecimal, reserve: plainDecimal, criterionMean: plainDecimal }),
  moderation: z.object({ spread: plainDecimal, opposedAdvice: z.int().positive() }),
  /** Criteria that separate equal scores, the first first. */
  tieBreak: z.array(z.string()),
});

export type Rubric = z.infer<typeof rubricSchema>;
export type Criterion = Rubric["criteria"][number];

export type RubricProblem =
  | { readonly problem: "shape"; readonly detail: string }
  | { readonly problem: "weights"; readonly sum: number }
  | { readonly problem: "repeated_key"; readonly key: string }
  | { readonly problem: "unknown_tie_break"; readonly key: string }
  | { readonly problem: "floor"; readonly key: string }
  | { readonly problem: "thresholds" };

/** A rubric that may be used: the shape is right, the weights make 100 and every reference resolves. */
export function checkRubric(
  candidate: unknown,
):
  | { readonly ok: true; readonly value: Rubric }
  | { readonly ok: false; readonly problems: readonly RubricProblem[] } {
  const parsed = rubricSchema.safeParse(candidate);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue): RubricProblem => ({
      problem: "shape",
      detail: `${issue.path.join(".")}: ${issue.message}`,
    }));
    return { ok: false, problems };
  }
  const problems = problemsOf(parsed.data);
  return problems.length === 0 ? { ok: true, value: parsed.data } : { ok: false, problems };
}

/** What the mean of a criterion may not be under, as decimal text. */
export const floorOf = (
  { criteria, thresholds }: Pick<Rubric, "criteria" | "thresholds">,
  key: string,
): string => criteria.find((criterion) => criterion.key === key)?.floor ?? thresholds.criterionMean;

function problemsOf(rubric: Rubric): RubricProblem[] {
  const keys = rubric.criteria.map(({ key }) => key);
  const sum = rubric.criteria.reduce((total, { weight }) => total + weight, 0);
  const { shortlist, reserve } = rubric.thresholds;
  return [
    ...(sum === 100 ? [] : [{ problem: "weights", sum } as const]),
    ...keys
      .filter((key, index) => keys.indexOf(key) !== index)
      .map((key) => ({ problem: "repeated_key", key }) as const),
    ...rubric.tieBreak
      .filter((key) => !keys.includes(key))
      .map((key) => ({ problem: "unknown_tie_break", key }) as const),
    ...rubric.criteria
      .filter(({ floor }) => floor !== undefined && !isScore(floor))
      .map(({ key }) => ({ problem: "floor", key }) as const),
    ...(isOrdered(reserve, shortlist) ? [] : [{ problem: "thresholds" } as const]),
  ];
}

const isScore = (text: string): boolean =>
  compareDecimals(decimal(0), decimal(text)) <= 0 && compareDecimals(decimal(text), decimal(5)) <= 0;

const isOrdered = (reserve: string, shortlist: string): boolean =>
  compareDecimals(decimal(reserve), decimal(shortlist)) <= 0 &&
  compareDecimals(decimal(shortlist), decimal(100)) <= 0;
