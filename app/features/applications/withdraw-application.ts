import { can } from "#app/domain/applications/policy.ts";
import { transition } from "#app/domain/applications/workflow.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { applicationHeads, roleIn, subjectOf } from "./application-head.ts";

export type Withdrawn = { ok: true } | { ok: false; reason: "not_found" | "not_owner" | "too_late" };

/** Takes an application out of the process for good; what was submitted stays on record. */
export async function withdrawApplication(
  ctx: Context,
  input: { applicationId: string },
): Promise<Withdrawn> {
  return await ctx.db.write(async (trx) => {
    const head = await applicationHeads(trx, ctx.actor)
      .where("application.id", "=", input.applicationId)
      .executeTakeFirst();
    if (!head || !roleIn(ctx.actor, head)) return { ok: false, reason: "not_found" };
    if (!can(ctx.actor, "withdraw", subjectOf(head), ctx.now)) return { ok: false, reason: "not_owner" };
    const to = transition(head.state, "withdraw", "owner");
    if (!to) return { ok: false, reason: "too_late" };
    const at = ctx.now.toISOString();
    const moved = await trx
      .updateTable("application")
      .set({ state: to, state_since: at, updated_at: at, due_at: null, version: head.version + 1 })
      .where("id", "=", head.id)
      .where("state", "=", head.state)
      .where("version", "=", head.version)
      .executeTakeFirst();
    if (Number(moved.numUpdatedRows) !== 1) return { ok: false, reason: "too_late" };
    await recordEvent(trx, ctx, {
      type: "application.withdrawn",
      subject: { kind: "application", id: head.id },
      applicationId: head.id,
      companyId: head.companyId,
      callId: head.callId,
      data: { from: head.state, to },
    });
    return { ok: true };
  });
}
