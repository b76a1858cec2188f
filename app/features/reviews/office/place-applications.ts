import { type Selection, sql, type SqlBool } from "kysely";
import type { Schema } from "#db/schema.ts";
import type { Context } from "#app/features/context.ts";
import { pageSize } from "#app/features/keyset.ts";

export const summaryColumns = [
  "application_id as id",
  "rubric_version_id as rubricVersionId",
  "valid",
  "method",
  "score_x100 as scoreX100",
  "mean_x100 as meanX100",
  "median_x100 as medianX100",
  "spread_x100 as spreadX100",
  "tie_1",
  "tie_2",
  "tie_3",
  "chair_order",
  "criterion_means",
  "below_floor",
  "moderation",
  "outcome",
  "recommend",
  "conditional",
  "not_recommend",
] as const;

export type Summary = Selection<Schema, "score_summary", (typeof summaryColumns)[number]>;
export interface Place extends Summary {
  rank: number | null;
  tied: boolean;
  separatedBy: number | "chair" | null;
}

/** Highest score first, then the tie-break criteria, then the chair; those without a score at the end. */
export const rankOrder = sql`coalesce(score_x100, -1) desc, tie_1 desc, tie_2 desc, tie_3 desc, chair_order`;

/** A page in the order of the index, with a neighbour on either side to tell ties from steps. */
export async function placePage(ctx: Context, callId: string, page: number): Promise<Place[]> {
  const offset = (page - 1) * pageSize;
  const lead = offset > 0 ? 1 : 0;
  const fetched = await ctx.db.read
    .selectFrom("score_summary")
    .select(summaryColumns)
    .where("call_id", "=", callId)
    .where("state", "!=", "withdrawn")
    .orderBy(rankOrder)
    .orderBy("application_id")
    .limit(lead + pageSize + 1)
    .offset(offset - lead)
    .execute();
  const before = fetched[0] && lead ? await rankOf(ctx, callId, fetched[0]) : 0;
  let rank = before;
  const placed = fetched.map((row, index): Place => {
    const above = fetched[index - 1];
    const below = fetched[index + 1];
    if (above ? !isTied(above, row) : !lead) rank = offset - lead + index + 1;
    const tied = (above !== undefined && isTied(above, row)) || (below !== undefined && isTied(row, below));
    const scored = row.scoreX100 !== null;
    return { ...row, rank: scored ? rank : null, tied, separatedBy: above ? stepShown(above, row) : null };
  });
  return placed.slice(lead, lead + pageSize);
}

/** Where the group begins that a row belongs to: one more than those placed strictly before it. */
export async function rankOf(ctx: Context, callId: string, row: Summary): Promise<number> {
  const key = sql`(coalesce(score_x100, -1), tie_1, tie_2, tie_3)`;
  const own = sql`(${row.scoreX100 ?? -1}, ${row.tie_1}, ${row.tie_2}, ${row.tie_3})`;
  const { n } = await ctx.db.read
    .selectFrom("score_summary")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("call_id", "=", callId)
    .where("state", "!=", "withdrawn")
    .where(sql<SqlBool>`(${key} > ${own} or (${key} = ${own} and chair_order < ${row.chair_order}))`)
    .executeTakeFirstOrThrow();
  return Number(n) + 1;
}

/** Only those marked for deliberation; their ranks are still those of the whole call. */
export async function placeModerated(ctx: Context, callId: string, page: number): Promise<Place[]> {
  const ranked = ctx.db.read
    .selectFrom("score_summary")
    .select(summaryColumns)
    .select([
      sql<number>`rank() over (order by ${rankOrder})`.as("rank"),
      sql<number>`count(*) over (partition by score_x100, tie_1, tie_2, tie_3, chair_order)`.as("equals"),
    ])
    .where("call_id", "=", callId)
    .where("state", "!=", "withdrawn")
    .as("ranked");
  const rows = await ctx.db.read
    .selectFrom(ranked)
    .selectAll()
    .where("moderation", "!=", "")
    .orderBy("rank")
    .orderBy("id")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return rows.map(({ equals, ...row }) => {
    const scored = row.scoreX100 !== null;
    return {
      ...row,
      rank: scored ? Number(row.rank) : null,
      tied: scored && Number(equals) > 1,
      separatedBy: null,
    };
  });
}

/** Equal in everything, and the chair has not said which comes first. */
const isTied = (a: Summary, b: Summary): boolean => a.scoreX100 !== null && stepBetween(a, b) === "equal";

/** What places `b` after `a`: null for the score itself, the number of the tie-break, or the chair. */
function stepBetween(a: Summary, b: Summary): number | "chair" | "equal" | null {
  if (a.scoreX100 !== b.scoreX100) return null;
  if (a.tie_1 !== b.tie_1) return 0;
  if (a.tie_2 !== b.tie_2) return 1;
  if (a.tie_3 !== b.tie_3) return 2;
  return a.chair_order === b.chair_order ? "equal" : "chair";
}

function stepShown(above: Summary, row: Summary): number | "chair" | null {
  const step = row.scoreX100 === null ? null : stepBetween(above, row);
  return step === "equal" ? null : step;
}
