import { type Selection, sql, type SqlBool } from "kysely";
import type { Schema } from "#db/schema.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import type { Context } from "#app/features/context.ts";
import { batchSize } from "#app/features/keyset-batches.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { findRankedCall, type RankedCall } from "./find-ranked-call.ts";
import { rankOrder } from "./place-applications.ts";

const columns = [
  "application_id as id",
  "valid",
  "method",
  "score_x100",
  "mean_x100",
  "median_x100",
  "spread_x100",
  "tie_1",
  "tie_2",
  "tie_3",
  "chair_order",
  "criterion_means",
  "totals",
  "below_floor",
  "moderation",
  "outcome",
  "recommend",
  "conditional",
  "not_recommend",
  "state",
] as const;

type SummaryRow = Selection<Schema, "score_summary", (typeof columns)[number]>;
type RankedRow = Awaited<ReturnType<typeof fetchBatch>>[number];

export interface ExportedScore extends SummaryRow {
  number: string | null;
  title_zh: string;
  title_en: string;
  name_zh: string;
  name_en: string;
  /** In the rubric's order. */
  means: readonly (number | null)[];
  /** Null with fewer than three valid sheets. */
  rank: number | null;
}

export interface ScoreExport {
  call: RankedCall;
  rubric: Rubric;
  rows: AsyncIterable<ExportedScore>;
}

/** A call's ranking as rows to take away, in its order; undefined for those who may not. */
export async function exportScores(
  ctx: Context,
  code: string,
  moderatedOnly: boolean,
): Promise<ScoreExport | undefined> {
  if (!mayReview(ctx.actor, "export_scores")) return undefined;
  const call = await findRankedCall(ctx, code);
  if (!call) return undefined;
  const rubric = await rubricOfVersion(ctx.db.read, call.rubricVersionId);
  return { call, rubric, rows: ranked(ctx, call.id, moderatedOnly) };
}

/** Ranks count every row of the call, also those this reader may not see. */
async function* ranked(ctx: Context, callId: string, moderatedOnly: boolean): AsyncGenerator<ExportedScore> {
  let place = 0;
  let rank = 0;
  let above: RankedRow | undefined;
  for (;;) {
    const batch: RankedRow[] = await fetchBatch(ctx, callId, above);
    for (const row of batch) {
      place += 1;
      if (!above || !isEqual(above, row)) rank = place;
      above = row;
      if (isNamed(row) && (!moderatedOnly || row.moderation !== ""))
        yield { ...row, means: meansOf(row), rank: row.score_x100 === null ? null : rank };
    }
    if (batch.length < batchSize) return;
  }
}

/** Whether this reader may know of it. */
const isNamed = (row: RankedRow): row is RankedRow & Named => row.title_zh !== null;

type Named = Pick<ExportedScore, "title_zh" | "title_en" | "name_zh" | "name_en">;

const meansOf = ({ criterion_means: means }: SummaryRow): (number | null)[] =>
  means.split(",").map((mean) => (mean === "" ? null : Number(mean)));

const isEqual = (a: SummaryRow, b: SummaryRow): boolean =>
  a.score_x100 === b.score_x100 &&
  a.tie_1 === b.tie_1 &&
  a.tie_2 === b.tie_2 &&
  a.tie_3 === b.tie_3 &&
  a.chair_order === b.chair_order;

/** In the order of the sums' index; what this reader may not see comes without its names. */
function fetchBatch(ctx: Context, callId: string, last: SummaryRow | undefined) {
  let rows = ctx.db.read
    .selectFrom("score_summary")
    .leftJoin(
      visibleApplications(ctx.db.read, ctx.actor)
        .select(["application.id", "company_id", "number", "title_zh", "title_en"])
        .as("named"),
      "named.id",
      "score_summary.application_id",
    )
    .leftJoin("company", "company.id", "named.company_id")
    .select(columns)
    .select(["number", "title_zh", "title_en", "name_zh", "name_en"])
    .where("call_id", "=", callId)
    .where("state", "!=", "withdrawn")
    .orderBy(rankOrder)
    .orderBy("application_id")
    .limit(batchSize);
  if (last) rows = rows.where(after(last));
  return rows.execute();
}

/** Everything that comes after this row in the ranking's mixed directions. */
function after(last: SummaryRow) {
  const key = sql`(coalesce(score_x100, -1), tie_1, tie_2, tie_3)`;
  const own = sql`(${last.score_x100 ?? -1}, ${last.tie_1}, ${last.tie_2}, ${last.tie_3})`;
  const beneath = sql`(chair_order, application_id) > (${last.chair_order}, ${last.id})`;
  return sql<SqlBool>`(${key} < ${own} or (${key} = ${own} and ${beneath}))`;
}
