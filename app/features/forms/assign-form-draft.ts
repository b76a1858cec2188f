import { callState } from "#app/domain/calls/call-state.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { lockDraft } from "./edit-form-draft.ts";

export type AssignRefusal = "not_allowed" | "not_found" | "no_call" | "opened" | "has_call";

/** A draft that belongs to no call becomes one for a call that has not opened; its versions get the call's code. */
export function assignFormDraft(
  ctx: Context,
  { draftId, callId }: { draftId: string; callId: string },
): Promise<{ ok: true } | { ok: false; reason: AssignRefusal }> {
  return ctx.db.write(async (trx) => {
    if (!mayForm(ctx.actor, "edit")) return { ok: false, reason: "not_allowed" };
    const draft = await lockDraft(trx, draftId);
    if (!draft) return { ok: false, reason: "not_found" };
    if (draft.callId !== null) return { ok: false, reason: "has_call" };
    const call = await trx
      .selectFrom("call")
      .select([
        "code",
        "opens_at as opensAt",
        "closes_at as closesAt",
        "review_started_at as reviewStartedAt",
        "published_at as publishedAt",
      ])
      .where("id", "=", callId)
      .executeTakeFirst();
    if (!call) return { ok: false, reason: "no_call" };
    if (callState(call, ctx.now) !== "not_open") return { ok: false, reason: "opened" };
    await trx
      .updateTable("form_draft")
      .set({
        call_id: callId,
        definition: canonicalJson({ ...draft.definition, code: call.code } as unknown as Json),
      })
      .where("id", "=", draftId)
      .where("call_id", "is", null)
      .execute();
    await recordEvent(trx, ctx, {
      type: "form_draft.assigned",
      subject: { kind: "form_draft", id: draftId },
      callId,
      data: { version: draft.version },
    });
    return { ok: true };
  });
}
