import type { FormDefinition, LocalText } from "#app/domain/forms/definition.ts";
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
  | { kind: "call"; callId: string }
  | { kind: "draft"; draftId: string }
  /** A version that was published. */
  | { kind: "version"; formId: string }
  /** A definition that was read from a file. */
  | { kind: "file"; definition: FormDefinition };

export type StartRefusal = "not_allowed" | "not_found" | "no_form" | "no_title";

interface NewDraft {
  /** Null for a form without a call as yet. */
  callId: string | null;
  source: DraftSource;
  /** In place of the call's or of what it starts from; an empty form for no call needs one. */
  title?: LocalText;
}

type Started = { ok: true; draftId: string } | { ok: false; reason: StartRefusal };

/** A draft, from nothing or from what stands somewhere; for one call, or for none as yet. */
export function startFormDraft(ctx: Context, { callId, source, title }: NewDraft): Promise<Started> {
  return ctx.db.write(async (trx) => {
    const { actor } = ctx;
    if (!mayForm(actor, "edit") || actor.kind !== "person") return { ok: false, reason: "not_allowed" };
    const call = callId === null ? null : await callNamed(trx, callId);
    if (call === undefined) return { ok: false, reason: "not_found" };
    const wanted = await definitionFrom(trx, source, call?.title ?? title);
    if (typeof wanted === "string") return { ok: false, reason: wanted };
    // The code says whose versions these are.
    const definition = {
      ...wanted,
      ...(title && source.kind !== "file" && { title }),
      ...(call && { code: call.code }),
    };
    const id = newId();
    const now = ctx.now.toISOString();
    await trx
      .insertInto("form_draft")
      .values({
        ...{ id, call_id: callId, version: 1 },
        definition: canonicalJson(definition as unknown as Json),
        ...{ created_by: actor.personId, created_at: now, updated_by: actor.personId, updated_at: now },
        ...{ published_version: null, published_form_id: null },
      })
      .execute();
    await recordEvent(trx, ctx, {
      type: "form_draft.started",
      subject: { kind: "form_draft", id },
      callId,
      data: { from: source.kind, ...named(source) },
    });
    return { ok: true, draftId: id };
  });
}

/** Codes of forms that no call uses yet. */
const codeWithoutCall = "FORM";

const callNamed = async (trx: Write, id: string) => {
  const call = await trx
    .selectFrom("call")
    .select(["code", "title_zh", "title_en"])
    .where("id", "=", id)
    .executeTakeFirst();
  return call && { code: call.code, title: { zh: call.title_zh, en: call.title_en } };
};

async function definitionFrom(
  trx: Write,
  source: DraftSource,
  title: LocalText | undefined,
): Promise<FormDefinition | StartRefusal> {
  switch (source.kind) {
    case "empty":
      return title ? emptyForm(codeWithoutCall, title) : "no_title";
    case "file":
      return source.definition;
    case "draft": {
      const draft = await trx
        .selectFrom("form_draft")
        .select("definition")
        .where("id", "=", source.draftId)
        .executeTakeFirst();
      return draft ? (JSON.parse(draft.definition) as FormDefinition) : "not_found";
    }
    case "version": {
      const version = await trx
        .selectFrom("form_version")
        .select("id")
        .where("id", "=", source.formId)
        .executeTakeFirst();
      return version ? formOfVersion(trx, version.id) : "not_found";
    }
    case "call": {
      const call = await trx
        .selectFrom("call")
        .select("form_version_id as formId")
        .where("id", "=", source.callId)
        .executeTakeFirst();
      if (!call) return "not_found";
      return call.formId === null ? "no_form" : formOfVersion(trx, call.formId);
    }
  }
}

function named(source: DraftSource): Record<string, string> {
  switch (source.kind) {
    case "call":
      return { call: source.callId };
    case "draft":
      return { draft: source.draftId };
    case "version":
      return { form: source.formId };
    default:
      return {};
  }
}
