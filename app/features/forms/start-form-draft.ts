import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { emptyForm } from "#app/domain/forms/edit/fresh-node.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";

export type DraftSource =
  | { kind: "empty" }
  /** The form another call (or this one) uses now. */
  | { kind: "call"; callId: string };

export type StartRefusal = "not_allowed" | "not_found" | "no_form";

/** A draft for one call, from nothing or from the form of a call. */
export function startFormDraft(
  ctx: Context,
  { callId, source }: { callId: string; source: DraftSource },
): Promise<{ ok: true; draftId: string } | { ok: false; reason: StartRefusal }> {
  return ctx.db.write(async (trx) => {
    const { actor } = ctx;
    if (!mayForm(actor, "edit") || actor.kind !== "person") return { ok: false, reason: "not_allowed" };
    const call = await trx
      .selectFrom("call")
      .select(["id", "code", "title_zh", "title_en"])
      .where("id", "=", callId)
      .executeTakeFirst();
    if (!call) return { ok: false, reason: "not_found" };
    const title = { zh: call.title_zh, en: call.title_en };
    const definition = await definitionFrom(trx, source, emptyForm(call.code, title));
    if (typeof definition === "string") return { ok: false, reason: definition };
    const id = newId();
    const now = ctx.now.toISOString();
    await trx
      .insertInto("form_draft")
      .values({
        ...{ id, call_id: call.id, version: 1 },
        // The code says whose versions these are.
        definition: canonicalJson({ ...definition, code: call.code } as unknown as Json),
        ...{ created_by: actor.personId, created_at: now, updated_by: actor.personId, updated_at: now },
        ...{ published_version: null, published_form_id: null },
      })
      .execute();
    await recordEvent(trx, ctx, {
      type: "form_draft.started",
      subject: { kind: "form_draft", id },
      callId: call.id,
      data: { from: source.kind, ...(source.kind === "call" && { call: source.callId }) },
    });
    return { ok: true, draftId: id };
  });
}

async function definitionFrom(
  trx: Write,
  source: DraftSource,
  empty: FormDefinition,
): Promise<FormDefinition | StartRefusal> {
  if (source.kind === "empty") return empty;
  const call = await trx
    .selectFrom("call")
    .select("form_version_id")
    .where("id", "=", source.callId)
    .executeTakeFirst();
  if (!call) return "not_found";
  return call.form_version_id === null ? "no_form" : formOfVersion(trx, call.form_version_id);
}
