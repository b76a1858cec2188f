import { can } from "#app/domain/applications/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { type ApplicationHead, applicationHeads, roleIn, subjectOf } from "../application-head.ts";

export type AnsweredSignOff =
  { ok: true } | { ok: false; reason: "not_found" | "not_allowed" | "nothing_asked" };

/** An owner sends the open request back with what has to change first. */
export const declineSignOff = (
  ctx: Context,
  { applicationId, requestId, reason }: { applicationId: string; requestId: string; reason: string },
): Promise<AnsweredSignOff> =>
  endRequest(ctx, { applicationId, requestId, state: "declined", reason }, (head) =>
    can(ctx.actor, "decline_sign_off", subjectOf(head), ctx.now),
  );

/** Whoever asked takes the request back. */
export const withdrawSignOff = (
  ctx: Context,
  { applicationId, requestId }: { applicationId: string; requestId: string },
): Promise<AnsweredSignOff> =>
  endRequest(ctx, { applicationId, requestId, state: "withdrawn", reason: "" }, () => true);

interface Ending {
  applicationId: string;
  requestId: string;
  state: "declined" | "withdrawn";
  reason: string;
}

async function endRequest(
  ctx: Context,
  { applicationId, requestId, state, reason }: Ending,
  isAllowed: (head: ApplicationHead) => boolean,
): Promise<AnsweredSignOff> {
  return await ctx.db.write(async (trx) => {
    const head = await applicationHeads(trx, ctx.actor)
      .where("application.id", "=", applicationId)
      .executeTakeFirst();
    if (!head || !roleIn(ctx.actor, head) || ctx.actor.kind !== "person")
      return { ok: false, reason: "not_found" };
    if (!isAllowed(head)) return { ok: false, reason: "not_allowed" };
    const { personId } = ctx.actor;
    const ended = await trx
      .updateTable("sign_off_request")
      .set({ state, reason, answered_by: personId, answered_at: ctx.now.toISOString() })
      .where("id", "=", requestId)
      .where("application_id", "=", applicationId)
      .where("state", "=", "open")
      .$if(state === "withdrawn", (query) => query.where("asked_by", "=", personId))
      .executeTakeFirst();
    if (Number(ended.numUpdatedRows) !== 1) return { ok: false, reason: "nothing_asked" };
    await recordEvent(trx, ctx, {
      type: state === "declined" ? "application.sign_off_declined" : "application.sign_off_withdrawn",
      subject: { kind: "application", id: head.id },
      ...{ applicationId: head.id, companyId: head.companyId, callId: head.callId },
      data: { requestId },
    });
    return { ok: true };
  });
}
