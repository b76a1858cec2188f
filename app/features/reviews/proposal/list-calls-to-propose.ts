import { callReference } from "#app/domain/calls/call-reference.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";

interface Call {
  id: string;
  code: string;
  year: number;
}

/** Of these calls those with applications in review, as addresses name them. */
export async function listCallsToPropose(ctx: Context, calls: readonly Call[]): Promise<string[]> {
  if (!mayReview(ctx.actor, "read_proposals")) return [];
  const rows = await ctx.db.read
    .selectFrom("application_tally")
    .select("call_id as id")
    .distinct()
    .where("state", "=", "expert_review")
    .where("n", ">", 0)
    .execute();
  const ids = new Set(rows.map(({ id }) => id));
  return calls.filter(({ id }) => ids.has(id)).map((call) => callReference(call, calls));
}
