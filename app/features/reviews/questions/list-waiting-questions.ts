import type { Context } from "#app/features/context.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";

/** By application of the actor's companies: how many questions wait for an answer, and when the first is due. */
export async function listWaitingQuestions(
  ctx: Context,
): Promise<Map<string, { count: number; dueAt: string }>> {
  if (ctx.actor.kind !== "person" || ctx.actor.memberships.length === 0) return new Map();
  const rows = await visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("review_question as q", "q.application_id", "application.id")
    .select((eb) => [
      "application.id",
      eb.fn.countAll<number>().as("count"),
      eb.fn.min<string>("q.due_at").as("dueAt"),
    ])
    .where(
      "application.company_id",
      "in",
      ctx.actor.memberships.map(({ companyId }) => companyId),
    )
    .where("application.state", "=", "expert_review")
    .where("q.state", "=", "forwarded")
    .where("q.due_at", ">", ctx.now.toISOString())
    .groupBy("application.id")
    .execute();
  return new Map(rows.map(({ id, count, dueAt }) => [id, { count: Number(count), dueAt }]));
}
