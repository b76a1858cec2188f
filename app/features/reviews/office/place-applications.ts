import { type Selection, sql, type SqlBool } from "kysely";
import type { Schema } from "#db/schema.ts";
import type { Context } from "#app/features/context.ts";

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
  /** From 0 in the order of the rule book. */
  position: number;
  /** Null with fewer than three valid sheets. */
  rank: number | null;
  tied: boolean;
  separatedBy: number | "chair" | null;
}

/** Highest score first, then the tie-break criteria, then the chair; those without a score at the end. */
export const rankOrder = sql`coalesce(score_x100, -1) desc, tie_1 desc, tie_2 desc, tie_3 desc, chair_order`;

/** Summaries in their order, each with its place: equals share one. */
export function placeApplications(rows: readonly Summary[]): Place[] {
  let rank = 0;
  return rows.map((row, position) => {
    const [above, below] = [rows[position - 1], rows[position + 1]];
    if (!above || !isTied(above, row)) rank = position + 1;
    const tied = (above !== undefined && isTied(above, row)) || (below !== undefined && isTied(row, below));
    return {
      ...{ ...row, position, tied },
      rank: row.scoreX100 === null ? null : rank,
      separatedBy: above ? stepShown(above, row) : null,
    };
  });
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
