import { callState } from "#app/domain/calls/call-state.ts";
import { checkDefinition } from "#app/domain/forms/check-definition.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { lockDraft } from "./edit-form-draft.ts";
import { keepForm, markPublished } from "./keep-form.ts";

export type PublishRefusal = "not_allowed" | "not_found" | "stale" | "problems" | "opened" | "no_call";

/** The draft as it was read becomes an immutable version, and the form of its call until that opens. */
export function publishFormDraft(
  ctx: Context,
  { draftId, version }: { draftId: string; version: number },
): Promise<{ ok: true; formId: string } | { ok: false; reason: PublishRefusal }> {
  return ctx.db.write(async (trx) => {
    if (!mayForm(ctx.actor, "publish")) return { ok: false, reason: "not_allowed" };
    const draft = await lockDraft(trx, draftId);
    if (!draft) return { ok: false, reason: "not_found" };
    if (draft.version !== version) return { ok: false, reason: "stale" };
    if (draft.callId === null) return { ok: false, reason: "no_call" };
    const call = await lockCall(trx, draft.callId);
    // What applicants work with is frozen at opening.
    if (callState(call, ctx.now) !== "not_open") return { ok: false, reason: "opened" };
    const checked = checkDefinition(draft.definition);
    if (!checked.ok) return { ok: false, reason: "problems" };
    const formId = await keepForm(trx, ctx, call.code, checked.definition, { by: ctx.actor });
    await trx
      .updateTable("call")
      .set({ form_version_id: formId, version: call.version + 1 })
      .where("id", "=", draft.callId)
      .execute();
    await markPublished(trx, { id: draftId, version }, formId);
    await recordEvent(trx, ctx, {
      type: "form_draft.published",
      subject: { kind: "form_draft", id: draftId },
      callId: draft.callId,
      data: { version, form: formId, before: call.formId },
    });
    return { ok: true, formId: formId ?? "" };
  });
}

async function lockCall(trx: Write, id: string) {
  return trx
    .selectFrom("call")
    .select([
      "code",
      "version",
      "form_version_id as formId",
      "opens_at as opensAt",
      "closes_at as closesAt",
      "review_started_at as reviewStartedAt",
      "published_at as publishedAt",
    ])
    .where("id", "=", id)
    .$call(forUpdate(trx))
    .executeTakeFirstOrThrow();
}
