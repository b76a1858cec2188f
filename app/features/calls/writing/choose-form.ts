import { mayCall } from "#app/domain/calls/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { lockStandingCall } from "./standing-call.ts";

export interface ChooseForm {
  callId: string;
  /** Of the call, as the page had it. */
  version: number;
  formVersionId: string;
}

export type ChooseFormRefusal = "not_allowed" | "not_found" | "stale" | "opened" | "form";

/** Another published version of the call's own form; at once, as when one is published, and until the call opens. */
export function chooseForm(
  ctx: Context,
  input: ChooseForm,
): Promise<{ ok: true } | { ok: false; reason: ChooseFormRefusal }> {
  return ctx.db.write(async (trx) => {
    if (!mayCall(ctx.actor, "publish")) return { ok: false, reason: "not_allowed" };
    const call = await lockStandingCall(trx, ctx, input.callId);
    if (!call) return { ok: false, reason: "not_found" };
    if (call.version !== input.version) return { ok: false, reason: "stale" };
    if (call.state !== "not_open") return { ok: false, reason: "opened" };
    const form = await trx
      .selectFrom("form_version")
      .select("version")
      .where("id", "=", input.formVersionId)
      .where("code", "=", call.code)
      .executeTakeFirst();
    if (!form) return { ok: false, reason: "form" };
    if (input.formVersionId === call.formVersionId) return { ok: true };
    await trx
      .updateTable("call")
      .set({ form_version_id: input.formVersionId, version: call.version + 1 })
      .where("id", "=", call.id)
      .execute();
    await recordEvent(trx, ctx, {
      type: "call.form_chosen",
      subject: { kind: "call", id: call.id },
      callId: call.id,
      data: { from: call.formVersionId, to: input.formVersionId, version: form.version },
    });
    return { ok: true };
  });
}
