import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { rankOf, type Summary, summaryColumns } from "./place-applications.ts";

export interface TiedApplication {
  id: string;
  number: string | null;
  titleZh: string;
  titleEn: string;
  /** The chair's place for it, 1 upwards; 0 while undecided. */
  chairOrder: number;
}

export interface Standing {
  /** Null with fewer than three valid sheets. */
  rank: number | null;
  scoreX100: number | null;
  outcome: "shortlist" | "reserve" | "fail" | null;
  /** Applications of the call that have a score. */
  of: number;
  /** Equal in score and every tie-break, itself among them; empty when it stands alone. */
  ties: readonly TiedApplication[];
  /** Some of the equals are of a kind this reader may not see, so that it cannot be ordered here. */
  tiesHidden: boolean;
}

/** Where one application stands in its call's ranking, and beside whom. */
export async function findStanding(
  ctx: Context,
  callId: string,
  applicationId: string,
): Promise<Standing | undefined> {
  if (!mayReview(ctx.actor, "read_scores")) return undefined;
  const own = await ctx.db.read
    .selectFrom("score_summary")
    .select(summaryColumns)
    .where("application_id", "=", applicationId)
    .where("call_id", "=", callId)
    .where("state", "!=", "withdrawn")
    .executeTakeFirst();
  if (!own) return undefined;
  const [rank, counts, ties] = await Promise.all([
    own.scoreX100 === null ? null : rankOf(ctx, callId, own),
    countScored(ctx, callId, own),
    own.scoreX100 === null ? [] : findEquals(ctx, callId, own),
  ]);
  const hasEquals = counts.equals > 1;
  return {
    ...{ rank, scoreX100: own.scoreX100, outcome: own.outcome },
    of: counts.of,
    ties: hasEquals ? ties : [],
    tiesHidden: hasEquals && ties.length < counts.equals,
  };
}

async function countScored(ctx: Context, callId: string, own: Summary) {
  const scored = ctx.db.read
    .selectFrom("score_summary")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("call_id", "=", callId)
    .where("state", "!=", "withdrawn")
    .where("score_x100", "is not", null);
  const row = await ctx.db.read
    .selectNoFrom([
      scored.as("of"),
      scored
        .where("score_x100", "=", own.scoreX100)
        .where("tie_1", "=", own.tie_1)
        .where("tie_2", "=", own.tie_2)
        .where("tie_3", "=", own.tie_3)
        .as("equals"),
    ])
    .executeTakeFirstOrThrow();
  return { of: Number(row.of), equals: Number(row.equals) };
}

const findEquals = (ctx: Context, callId: string, own: Summary): Promise<TiedApplication[]> =>
  visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("score_summary as s", "s.application_id", "application.id")
    .select([
      "application.id as id",
      "application.number as number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "s.chair_order as chairOrder",
    ])
    .where("s.call_id", "=", callId)
    .where("s.state", "!=", "withdrawn")
    .where("s.score_x100", "=", own.scoreX100)
    .where("s.tie_1", "=", own.tie_1)
    .where("s.tie_2", "=", own.tie_2)
    .where("s.tie_3", "=", own.tie_3)
    .orderBy("s.chair_order")
    .orderBy("application.number")
    .execute();
