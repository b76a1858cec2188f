import { callState } from "#app/domain/calls/call-state.ts";
import { mayJoinCompanies } from "#app/domain/companies/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { hashToken } from "#app/platform/secret-token.ts";

type Answer = { ok: true } | { ok: false; reason: "link_expired" | "other_person" | "not_allowed" };

/** The invited address, signed in, may try the call until it opens. The link works once. */
export async function acceptTestInvitation(ctx: Context, { token }: { token: string }): Promise<Answer> {
  const { actor } = ctx;
  if (actor.kind !== "person" || !mayJoinCompanies(actor)) return { ok: false, reason: "not_allowed" };
  const at = ctx.now.toISOString();
  return ctx.db.write(async (trx): Promise<Answer> => {
    const tester = await trx
      .selectFrom("call_tester")
      .select(["id", "email", "call_id as callId"])
      .where("token_hash", "=", hashToken(token))
      .executeTakeFirst();
    if (!tester) return { ok: false, reason: "link_expired" };
    if (tester.email !== actor.email) return { ok: false, reason: "other_person" };
    const call = await trx
      .selectFrom("call")
      .select(["opens_at as opensAt", "closes_at as closesAt"])
      .where("id", "=", tester.callId)
      .$call(forUpdate(trx))
      .executeTakeFirstOrThrow();
    if (callState(call, ctx.now) !== "not_open") return { ok: false, reason: "link_expired" };
    const accepted = await trx
      .updateTable("call_tester")
      .set({ accepted_at: at, person_id: actor.personId })
      .where("id", "=", tester.id)
      .where("token_hash", "=", hashToken(token))
      .where("accepted_at", "is", null)
      .where("expires_at", ">", at)
      .executeTakeFirst();
    if (accepted.numUpdatedRows !== 1n) return { ok: false, reason: "link_expired" };
    await recordEvent(trx, ctx, {
      type: "call.tester_joined",
      subject: { kind: "call_tester", id: tester.id },
      callId: tester.callId,
    });
    return { ok: true };
  });
}
