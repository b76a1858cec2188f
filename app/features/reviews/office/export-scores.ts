import { type Selection, sql, type SqlBool } from "kysely";
import type { Schema } from "#db/schema.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import type { Context } from "#app/features/context.ts";
import { keysetBatches } from "#app/features/keyset-batches.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { findRankedCall, type RankedCall } from "./find-ranked-call.ts";
import { rankOrder } from "./place-applications.ts";

const columns = [
  "s.application_id as id",
  "s.valid",
  "s.method",
  "s.score_x100",
  "s.mean_x100",
  "s.median_x100",
  "s.spread_x100",
  "s.tie_1",
  "s.tie_2",
  "s.tie_3",
  "s.chair_order",
  "s.criterion_means",
  "s.totals",
  "s.below_floor",
  "s.moderation",
  "s.outcome",
  "s.recommend",
  "s.conditional",
  "s.not_recommend",
  "application.number",
  "application.title_zh",
  "application.title_en",
  "application.state",
  "company.name_zh",
  "company.name_en",
] as const;

type Tables = Pick<Schema, "application" | "company"> & { s: Schema["score_summary"] };
type ScoreRow = Selection<Tables, keyof Tables, (typeof columns)[number]>;
export interface ExportedScore extends ScoreRow {
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

async function* ranked(ctx: Context, callId: string, moderatedOnly: boolean): AsyncGenerator<ExportedScore> {
  let place = 0;
  let rank = 0;
  let above: ScoreRow | undefined;
  for await (const row of keysetBatches<ScoreRow>((last, limit) => fetchBatch(ctx, callId, last, limit))) {
    place += 1;
    if (!above || !isEqual(above, row)) rank = place;
    above = row;
    if (moderatedOnly && row.moderation === "") continue;
    yield { ...row, rank: row.score_x100 === null ? null : rank };
  }
}

const isEqual = (a: ScoreRow, b: ScoreRow): boolean =>
  a.score_x100 === b.score_x100 &&
  a.tie_1 === b.tie_1 &&
  a.tie_2 === b.tie_2 &&
  a.tie_3 === b.tie_3 &&
  a.chair_order === b.chair_order;

function fetchBatch(
  ctx: Context,
  callId: string,
  last: ScoreRow | undefined,
  limit: number,
): Promise<ScoreRow[]> {
  let rows = visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("score_summary as s", "s.application_id", "application.id")
    .innerJoin("company", "company.id", "application.company_id")
    .select(columns)
    .where("s.call_id", "=", callId)
    .where("s.state", "!=", "withdrawn")
    .orderBy(rankOrder)
    .orderBy("s.application_id")
    .limit(limit);
  if (last) rows = rows.where(after(last));
  return rows.execute();
}

/** Everything that comes after this row in the ranking's mixed directions. */
function after(last: ScoreRow) {
  const key = sql`(coalesce(s.score_x100, -1), s.tie_1, s.tie_2, s.tie_3)`;
  const own = sql`(${last.score_x100 ?? -1}, ${last.tie_1}, ${last.tie_2}, ${last.tie_3})`;
  return sql<SqlBool>`(${key} < ${own} or (${key} = ${own} and (s.chair_order, s.application_id) > (${last.chair_order}, ${last.id})))`;
}
