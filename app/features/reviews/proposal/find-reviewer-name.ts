import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";

/** The name of a reviewer, for those who may read who would review what. */
export async function findReviewerName(ctx: Context, personId: string): Promise<string | undefined> {
  if (!mayReview(ctx.actor, "read_proposals")) return undefined;
  const row = await ctx.db.read
    .selectFrom("reviewer_profile as r")
    .innerJoin("person as p", "p.id", "r.person_id")
    .select("p.name")
    .where("r.person_id", "=", personId)
    .executeTakeFirst();
  return row?.name;
}
