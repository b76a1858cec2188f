import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import { shortOfReviewers } from "#app/features/short-of-reviewers.ts";

export interface RankedCallRow {
  id: string;
  code: string;
  year: number;
  titleZh: string;
  titleEn: string;
  /** Being scored, with or without a review in. */
  inScoring: number;
  /** Of them, those that lack reviewers, in all or of a discipline. */
  short: number;
  ranked: number;
  moderated: number;
}

/** Calls that are scored, with how far they are; the newest year first, then by code. */
export async function listRankedCalls(ctx: Context): Promise<RankedCallRow[]> {
  if (!mayReview(ctx.actor, "read_scores")) return [];
  const rows = await ctx.db.read
    .selectFrom("call")
    .select(["id", "code", "year", "title_zh as titleZh", "title_en as titleEn"])
    .select((eb) => {
      const summaries = eb
        .selectFrom("score_summary as s")
        .select((count) => count.fn.countAll<number>().as("n"))
        .whereRef("s.call_id", "=", "call.id")
        .where("s.state", "!=", "withdrawn");
      return [
        eb
          .selectFrom("application_tally as t")
          .select((count) => count.fn.sum<number | null>("t.n").as("n"))
          .whereRef("t.call_id", "=", "call.id")
          .where("t.state", "=", "expert_review")
          .as("inScoring"),
        eb
          .selectFrom("application")
          .select((count) => count.fn.countAll<number>().as("n"))
          .whereRef("application.call_id", "=", "call.id")
          .where(shortOfReviewers)
          .as("short"),
        summaries.as("ranked"),
        summaries.where("s.moderation", "!=", "").as("moderated"),
      ];
    })
    .where("rubric_version_id", "is not", null)
    .execute();
  return rows
    .map(({ inScoring, short, ranked, moderated, ...row }) => ({
      ...row,
      inScoring: Number(inScoring ?? 0),
      short: Number(short ?? 0),
      ranked: Number(ranked ?? 0),
      moderated: Number(moderated ?? 0),
    }))
    .sort((a, b) => b.year - a.year || serial(a.code) - serial(b.code));
}

const serial = (code: string): number => Number(code.replace(/\D/g, "")) || 0;
