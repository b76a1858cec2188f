import { type WantedReviewers, wantedReviewers } from "#app/domain/calls/wanted-reviewers.ts";
import type { CallContent } from "#app/domain/calls/call-content.ts";
import { readCallReference } from "#app/domain/calls/call-reference.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";

export interface CallToAssign {
  id: string;
  code: string;
  year: number;
  titleZh: string;
  titleEn: string;
  wanted: WantedReviewers;
}

/** The call meant by `C5` (the latest) or `C5-2025`, for those who may read who would review what. */
export async function findCall(ctx: Context, reference: string): Promise<CallToAssign | undefined> {
  const meant = readCallReference(reference);
  if (!meant || !mayReview(ctx.actor, "read_proposals")) return undefined;
  const call = await ctx.db.read
    .selectFrom("call")
    .select(["id", "code", "year", "title_zh as titleZh", "title_en as titleEn", "content"])
    .where("code", "=", meant.code)
    .$if(meant.year !== undefined, (query) => query.where("year", "=", meant.year!))
    .orderBy("year", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!call) return undefined;
  const { content, ...facts } = call;
  return { ...facts, wanted: wantedReviewers(JSON.parse(content) as Partial<CallContent>) };
}
