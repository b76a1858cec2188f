import { reasonProblem } from "#app/domain/applications/office-moves.ts";
import { assignmentTransition } from "#app/domain/reviews/assignment-workflow.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import { idsOf, lockApplication } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";

export interface WithdrawAssignment {
  assignmentId: string;
  version: number;
  reason: string;
}

export type WithdrawRefusal = "not_found" | "not_allowed" | "wrong_state" | "reason" | "stale";

/** Takes an application back from a reviewer who has not yet submitted; a submitted review stays. */
export function withdrawAssignment(
  ctx: Context,
  input: WithdrawAssignment,
): Promise<{ ok: true } | { ok: false; reason: WithdrawRefusal }> {
  return ctx.db.write(async (trx) => {
    const named = await trx
      .selectFrom("assignment")
      .select("application_id")
      .where("id", "=", input.assignmentId)
      .executeTakeFirst();
    const application = named && (await lockApplication(trx, ctx.actor, named.application_id));
    const assignment = application && (await lockAssignment(trx, input.assignmentId));
    if (!assignment) return refuse("not_found");
    const subject = { state: application.state, personId: assignment.reviewerId };
    if (!mayReview(ctx.actor, "withdraw", subject)) return refuse("not_allowed");
    if (assignment.version !== input.version) return refuse("stale");
    const to = assignmentTransition(assignment.state, "withdraw", "officer");
    if (to === null) return refuse("wrong_state");
    const reason = input.reason.trim();
    if (reasonProblem(reason) !== null) return refuse("reason");
    await trx
      .updateTable("assignment")
      .set({ state: to, version: assignment.version + 1 })
      .where("id", "=", assignment.id)
      .execute();
    await recordEvent(trx, ctx, {
      type: "assignment.withdrawn",
      subject: { kind: "assignment", id: assignment.id },
      ...idsOf(application),
      data: { reviewerId: assignment.reviewerId, from: assignment.state, reason },
    });
    return { ok: true };
  });
}

const lockAssignment = (trx: Write, id: string) =>
  trx
    .selectFrom("assignment")
    .select(["id", "reviewer_id as reviewerId", "state", "version"])
    .where("id", "=", id)
    .$call(forUpdate(trx))
    .executeTakeFirst();

const refuse = (reason: WithdrawRefusal) => ({ ok: false, reason }) as const;
