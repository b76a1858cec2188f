import {
  type AggregateScore,
  aggregateScores,
  type SheetScores,
} from "#app/domain/reviews/aggregate-scores.ts";
import { toHundredths } from "#app/domain/reviews/reviewer-total.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { type RawSheet, sheetScores } from "#app/domain/reviews/score-sheet.ts";
import { compareDecimals, type Decimal, formatDecimal } from "#app/domain/shared/decimal.ts";
import type { Write } from "#app/platform/database/database.ts";
import { rubricOfVersion } from "./rubric-versions.ts";

/**
 * Adds up what the submitted reviews of one application come to and keeps the sum beside it, so that a ranking
 * of thousands is read as one page of rows. Every command that changes which sheets count calls this in its
 * own transaction.
 */
export async function refreshScoreSummary(trx: Write, applicationId: string, now: Date): Promise<void> {
  const application = await trx
    .selectFrom("application as a")
    .innerJoin("call as c", "c.id", "a.call_id")
    .select(["a.call_id", "a.state", "c.rubric_version_id"])
    .where("a.id", "=", applicationId)
    .executeTakeFirstOrThrow();
  const reviews = await countedReviews(trx, applicationId);
  const rubricVersionId = reviews[0]?.rubric_version_id ?? application.rubric_version_id;
  if (!rubricVersionId) return;
  const rubric = await rubricOfVersion(trx, rubricVersionId);
  const sum = aggregateScores(
    rubric,
    reviews
      .filter((review) => review.rubric_version_id === rubricVersionId)
      .map((review) => sheetOf(rubric, review)),
  );
  const figures = {
    rubric_version_id: rubricVersionId,
    ...figuresOf(rubric, sum),
    refreshed_at: now.toISOString(),
  };
  await trx
    .insertInto("score_summary")
    .values({
      application_id: applicationId,
      call_id: application.call_id,
      state: application.state,
      ...figures,
    })
    .onConflict((conflict) =>
      conflict.column("application_id").doUpdateSet((eb) => ({
        ...figures,
        chair_order: 0,
        changes: eb("score_summary.changes", "+", 1),
      })),
    )
    .execute();
}

/** Sheets that are in, of reviewers who are not recused. */
const countedReviews = (trx: Write, applicationId: string) =>
  trx
    .selectFrom("assignment as g")
    .innerJoin("review as r", "r.assignment_id", "g.id")
    .select(["r.sheet", "r.advice", "r.in_scope", "r.rubric_version_id"])
    .where("g.application_id", "=", applicationId)
    .where("g.state", "=", "submitted")
    .where("r.state", "=", "submitted")
    .orderBy("r.id")
    .execute();

type CountedReview = Awaited<ReturnType<typeof countedReviews>>[number];

function sheetOf(rubric: Rubric, review: CountedReview): SheetScores {
  const scores = sheetScores(rubric, rawSheetOf(review.sheet)) as SheetScores["scores"];
  return { scores, advice: review.advice ?? "not_recommend", inScope: review.in_scope === 1 };
}

/** The stored sheet keeps a version and a time with every field; the rules want the texts alone. */
export function rawSheetOf(stored: string): RawSheet {
  const fields = JSON.parse(stored) as Record<string, { v: string } | undefined>;
  return Object.fromEntries(Object.entries(fields).map(([path, field]) => [path, field?.v]));
}

function figuresOf(rubric: Rubric, sum: AggregateScore) {
  // Without a score there is no place to break a tie for.
  const tie = (place: number) =>
    sum.score === null ? 0 : hundredthsOr0(sum.criterionMeans[rubric.tieBreak[place] ?? ""]);
  const means = rubric.criteria.map(({ key }) => sum.criterionMeans[key]);
  return {
    valid: sum.sheets,
    method: sum.method,
    score_x100: hundredths(sum.score),
    mean_x100: hundredths(sum.mean),
    median_x100: hundredths(sum.median),
    spread_x100: hundredths(sum.spread),
    tie_1: tie(0),
    tie_2: tie(1),
    tie_3: tie(2),
    criterion_means: means.map((mean) => (mean ? formatDecimal(mean, 2) : "")).join(","),
    totals: [...sum.totals]
      .sort((a, b) => compareDecimals(b, a))
      .map((total) => formatDecimal(total, 2))
      .join(" "),
    below_floor: sum.belowFloor.join(","),
    moderation: sum.moderation.join(","),
    outcome: sum.outcome,
    recommend: sum.advice.recommend,
    conditional: sum.advice.conditional,
    not_recommend: sum.advice.not_recommend,
    out_of_scope: sum.outOfScope,
  };
}

const hundredths = (value: Decimal | null): number | null => (value === null ? null : toHundredths(value));

const hundredthsOr0 = (value: Decimal | undefined): number => (value ? toHundredths(value) : 0);
