import { sql } from "kysely";
import { checkOverdueBefore, lapsingBefore } from "#app/domain/applications/check-deadline.ts";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import type { StuckKind } from "#app/domain/applications/stuck.ts";
import { minimumValidSheets } from "#app/domain/reviews/aggregate-scores.ts";
import type { Context } from "#app/features/context.ts";
import { shortOfReviewers } from "#app/features/short-of-reviewers.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { readCalendar } from "#app/features/working-calendar.ts";

export interface StuckItem {
  kind: StuckKind;
  callId: string;
  count: number;
  /** Since when the oldest has waited (or when it falls due), and its number. */
  oldest: { at: string; number: string };
}

/** What needs a hand, counted by call. Each count has its list. */
export async function listStuck(ctx: Context): Promise<StuckItem[]> {
  if (!mayOffice(ctx.actor, "list")) return [];
  const now = ctx.now.toISOString();
  const overdueBefore = checkOverdueBefore(ctx.now, await readCalendar(ctx.db.read)).toISOString();
  const at = (column: string) =>
    sql<string>`min(${sql.ref(column)} || '~' || coalesce(application.number, ''))`.as("oldest");
  const counted = (kind: StuckKind, column: string) =>
    visibleApplications(ctx.db.read, ctx.actor)
      .select((eb) => [
        sql<StuckKind>`${sql.lit(kind)}`.as("kind"),
        "application.call_id as callId",
        eb.fn.countAll<number>().as("n"),
        at(column),
      ])
      .groupBy("application.call_id");
  const since = "application.state_since";
  const rows = await counted("check_overdue", since)
    .where("application.state", "=", "formal_review")
    .where(since, "<", overdueBefore)
    .unionAll(
      counted("unclaimed", since)
        .where("application.state", "in", ["submitted", "formal_review"])
        .where("application.officer_id", "is", null),
    )
    .unionAll(
      counted("correction_lapsing", "application.due_at")
        .where("application.state", "=", "supplement_required")
        .where("application.due_at", "<", lapsingBefore(ctx.now).toISOString()),
    )
    .unionAll(counted("short_of_reviewers", since).where(shortOfReviewers))
    .unionAll(
      counted("ready_to_close", since)
        .where("application.state", "=", "expert_review")
        .where("application.reviews", ">=", minimumValidSheets)
        .where("application.reviews", "=", sql.ref<number>("application.reviewers")),
    )
    .unionAll(lateReviews(ctx, now))
    .unionAll(
      counted("conflicts_open", "conflict.created_at")
        .innerJoin("conflict", "conflict.application_id", "application.id")
        .where("conflict.state", "=", "open"),
    )
    .unionAll(
      counted("decisions_unreleased", "decision.recorded_at")
        .innerJoin("decision", "decision.application_id", "application.id")
        .where("decision.state", "=", "recorded"),
    )
    .execute();
  return rows.map(({ kind, callId, n, oldest }) => ({
    kind,
    callId,
    count: Number(n),
    oldest: oldestOf(oldest),
  }));
}

/** Applications with a review overdue, not the reviews: that is what the list behind the count holds. */
const lateReviews = (ctx: Context, now: string) =>
  visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("assignment", "assignment.application_id", "application.id")
    .select([
      sql<StuckKind>`'reviews_late'`.as("kind"),
      "application.call_id as callId",
      sql<number>`count(distinct application.id)`.as("n"),
      sql<string>`min(assignment.due_at || '~' || coalesce(application.number, ''))`.as("oldest"),
    ])
    .where("application.state", "=", "expert_review")
    .where("assignment.state", "in", ["assigned", "accepted"])
    .where("assignment.due_at", "<=", now)
    .groupBy("application.call_id");

function oldestOf(text: string): StuckItem["oldest"] {
  const [at = "", number = ""] = text.split("~");
  return { at, number };
}
