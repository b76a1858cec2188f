import { checkOverdueBefore } from "#app/domain/applications/check-deadline.ts";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import { waitingForOffice } from "#app/domain/reviews/question-workflow.ts";
import type { Context } from "#app/features/context.ts";
import { shortOfReviewers } from "#app/features/short-of-reviewers.ts";
import { readCalendar } from "#app/features/working-calendar.ts";

export interface RailCounts {
  applications: number;
  checks: number;
  /** Some check has taken longer than it should. */
  checksOverdue: boolean;
  shortOfReviewers: number;
  openConflicts: number;
  unreleased: number;
  /** Reviewers' questions that wait for the office: to be forwarded, or with an answer to pass on. */
  questions: number;
}

/** The figures beside the links of every staff page, in statements that no table's size slows down. */
export async function countForRail(ctx: Context): Promise<RailCounts | null> {
  if (!mayOffice(ctx.actor, "list")) return null;
  const db = ctx.db.read;
  const overdueBefore = checkOverdueBefore(ctx.now, await readCalendar(db)).toISOString();
  const tally = db.selectFrom("application_tally").select((eb) => eb.fn.sum<number | null>("n").as("n"));
  const row = await db
    .selectNoFrom([
      tally.where("state", "!=", "draft").as("applications"),
      tally.where("state", "=", "formal_review").as("checks"),
      db
        .selectFrom("application")
        .select("id")
        .where("state", "=", "formal_review")
        .where("state_since", "<", overdueBefore)
        .limit(1)
        .as("overdueId"),
      db
        .selectFrom("application")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .where(shortOfReviewers)
        .as("shortOfReviewers"),
      db
        .selectFrom("conflict")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .where("state", "=", "open")
        .as("openConflicts"),
      db
        .selectFrom("decision")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .where("state", "=", "recorded")
        .as("unreleased"),
      db
        .selectFrom("review_question")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .where("state", "in", [...waitingForOffice])
        .as("questions"),
    ])
    .executeTakeFirstOrThrow();
  return {
    applications: Number(row.applications ?? 0),
    checks: Number(row.checks ?? 0),
    checksOverdue: row.overdueId !== null,
    shortOfReviewers: Number(row.shortOfReviewers ?? 0),
    openConflicts: Number(row.openConflicts ?? 0),
    unreleased: Number(row.unreleased ?? 0),
    questions: Number(row.questions ?? 0),
  };
}
