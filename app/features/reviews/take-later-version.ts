import { canWithAssignment } from "#app/domain/reviews/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { findAssignment } from "./find-assignment.ts";

export type TakeLaterVersionResult = { ok: true } | { ok: false; reason: "not_found" | "closed" | "stale" };

/**
 * Goes on with the version that came in after the sheet was begun. Scores and comments stay as they are; the reviewer
 * names the version they were told of, so that nobody takes over one they never heard of.
 */
export async function takeLaterVersion(
  ctx: Context,
  assignmentId: string,
  told: number,
): Promise<TakeLaterVersionResult> {
  return ctx.db.write(async (trx) => {
    const assignment = await findAssignment(trx, ctx, assignmentId, true);
    if (!assignment || !canWithAssignment(ctx.actor, "read_application", assignment.subject))
      return { ok: false, reason: "not_found" };
    if (!canWithAssignment(ctx.actor, "score", assignment.subject)) return { ok: false, reason: "closed" };
    const review = await trx
      .selectFrom("review as r")
      .innerJoin("submission as s", "s.id", "r.submission_id")
      .select(["r.id", "r.version", "s.version as from"])
      .where("r.assignment_id", "=", assignmentId)
      .where("r.state", "=", "draft")
      .$call(forUpdate(trx))
      .executeTakeFirst();
    const standing = await trx
      .selectFrom("submission")
      .select(["id", "version"])
      .where("id", "=", assignment.submissionId ?? "")
      .executeTakeFirst();
    if (!review || !standing || standing.version !== told || told <= review.from)
      return { ok: false, reason: "stale" };
    await trx
      .updateTable("review")
      .set({
        submission_id: standing.id,
        updated_at: ctx.now.toISOString(),
        version: review.version + 1,
      })
      .where("id", "=", review.id)
      .where("version", "=", review.version)
      .execute();
    await recordEvent(trx, ctx, {
      type: "review.version_taken",
      subject: { kind: "review", id: review.id },
      applicationId: assignment.applicationId,
      companyId: assignment.companyId,
      callId: assignment.callId,
      data: { assignmentId, from: review.from, to: standing.version },
    });
    return { ok: true };
  });
}
