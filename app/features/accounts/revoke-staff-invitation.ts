import { can } from "#app/domain/accounts/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";

type Answer = { ok: true } | { ok: false; reason: "not_allowed" | "not_found" };

/** Takes an invitation back before it is accepted. `invitation` is the hash of its token, as the list names it. */
export async function revokeStaffInvitation(ctx: Context, input: { invitation: string }): Promise<Answer> {
  if (!can(ctx.actor, "invite", { personId: null })) return { ok: false, reason: "not_allowed" };
  return ctx.db.write(async (trx): Promise<Answer> => {
    const revoked = await trx
      .updateTable("one_time_token")
      .set({ used_at: ctx.now.toISOString() })
      .where("token_hash", "=", input.invitation)
      .where("kind", "=", "invite_staff")
      .where("used_at", "is", null)
      .executeTakeFirst();
    if (revoked.numUpdatedRows !== 1n) return { ok: false, reason: "not_found" };
    const subject = { kind: "invitation", id: input.invitation };
    await recordEvent(trx, ctx, { type: "person.invitation_revoked", subject });
    return { ok: true };
  });
}
