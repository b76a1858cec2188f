import { assignmentTransition } from "#app/domain/reviews/assignment-workflow.ts";
import { canWithAssignment } from "#app/domain/reviews/policy.ts";
import { reviewerTotal, toHundredths } from "#app/domain/reviews/reviewer-total.ts";
import { readSheet, type SheetProblem } from "#app/domain/reviews/score-sheet.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { rawSheetOf, refreshScoreSummary } from "#app/features/refresh-score-summary.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { findAssignment } from "./find-assignment.ts";
import { keepReviewRecord } from "./keep-review-record.ts";

export type SubmitReviewResult =
  | { ok: true; totalX100: number }
  | { ok: false; reason: "not_found" | "closed" | "nothing_saved" | "later_version" | "stale" }
  | { ok: false; reason: "incomplete"; problems: SheetProblem[] };

/** Seals the sheet: total and advice are fixed, the application's summary follows in the same transaction. */
export async function submitReview(ctx: Context, assignmentId: string): Promise<SubmitReviewResult> {
  return ctx.db.write(async (trx) => {
    const assignment = await findAssignment(trx, ctx, assignmentId, true);
    if (!assignment || !canWithAssignment(ctx.actor, "read_application", assignment.subject))
      return { ok: false, reason: "not_found" };
    const to = assignmentTransition(assignment.state, "submit", "reviewer");
    if (to === null || !canWithAssignment(ctx.actor, "score", assignment.subject))
      return { ok: false, reason: "closed" };
    const review = await trx
      .selectFrom("review")
      .select(["id", "sheet", "version", "rubric_version_id", "submission_id"])
      .where("assignment_id", "=", assignmentId)
      .where("state", "=", "draft")
      .$call(forUpdate(trx))
      .executeTakeFirst();
    if (!review) return { ok: false, reason: "nothing_saved" };
    // What is sealed speaks of the version that stands; its reviewer goes over to it first.
    if (review.submission_id !== assignment.submissionId) return { ok: false, reason: "later_version" };
    const rubric = await rubricOfVersion(trx, review.rubric_version_id);
    const sheet = readSheet(rubric, rawSheetOf(review.sheet));
    if (!sheet.ok) return { ok: false, reason: "incomplete", problems: sheet.problems };

    const at = ctx.now.toISOString();
    const totalX100 = toHundredths(reviewerTotal(rubric, sheet.value.scores));
    const { numUpdatedRows } = await trx
      .updateTable("review")
      .set({
        state: "submitted",
        total_x100: totalX100,
        advice: sheet.value.advice,
        in_scope: sheet.value.inScope ? 1 : 0,
        submitted_at: at,
        updated_at: at,
        version: review.version + 1,
      })
      .where("id", "=", review.id)
      .where("version", "=", review.version)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return { ok: false, reason: "stale" };
    await trx
      .updateTable("assignment")
      .set({ state: "submitted", version: assignment.version + 1 })
      .where("id", "=", assignmentId)
      .execute();
    const { sha256 } = await keepReviewRecord(trx, ctx, review.id);
    await refreshScoreSummary(trx, assignment.applicationId, ctx.now);
    await recordEvent(trx, ctx, {
      type: "review.submitted",
      subject: { kind: "review", id: review.id },
      applicationId: assignment.applicationId,
      companyId: assignment.companyId,
      callId: assignment.callId,
      data: { reviewerId: assignment.subject.reviewerId, assignmentId, recordSha256: sha256 },
    });
    return { ok: true, totalX100 };
  });
}
