import { sql } from "kysely";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import { addDays, beijingDay, beijingInstant } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";

export interface Upcoming {
  kind: "call_closes" | "corrections_due" | "reviews_due";
  at: string;
  /** The call, where it is one call's. */
  callId: string | null;
  count: number;
}

const lookAheadDays = 14;

/** What falls due in the next two weeks, soonest first. */
export async function listUpcoming(ctx: Context): Promise<Upcoming[]> {
  if (!mayOffice(ctx.actor, "list")) return [];
  const now = ctx.now.toISOString();
  const until = beijingInstant(addDays(beijingDay(ctx.now), lookAheadDays + 1)).toISOString();
  const rows = await ctx.db.read
    .selectFrom("call")
    .select([
      sql<Upcoming["kind"]>`'call_closes'`.as("kind"),
      sql<string>`call.closes_at`.as("at"),
      sql<string | null>`call.id`.as("callId"),
      sql<number>`1`.as("n"),
    ])
    .where("call.closes_at", ">", now)
    .where("call.closes_at", "<", until)
    .unionAll(
      visibleApplications(ctx.db.read, ctx.actor)
        .select((eb) => [
          sql<Upcoming["kind"]>`'corrections_due'`.as("kind"),
          sql<string>`application.due_at`.as("at"),
          sql<string | null>`null`.as("callId"),
          eb.fn.countAll<number>().as("n"),
        ])
        .where("application.state", "=", "supplement_required")
        .where("application.due_at", ">", now)
        .where("application.due_at", "<", until)
        .groupBy("application.due_at"),
    )
    .unionAll(
      ctx.db.read
        .selectFrom("assignment")
        .select((eb) => [
          sql<Upcoming["kind"]>`'reviews_due'`.as("kind"),
          "assignment.due_at as at",
          sql<string | null>`null`.as("callId"),
          eb.fn.countAll<number>().as("n"),
        ])
        .where("assignment.state", "in", ["assigned", "accepted"])
        .where("assignment.due_at", ">", now)
        .where("assignment.due_at", "<", until)
        .groupBy("assignment.due_at"),
    )
    .orderBy("at")
    .limit(8)
    .execute();
  return rows.map(({ n, ...row }) => ({ ...row, count: Number(n) }));
}
