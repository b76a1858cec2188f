import type { LocalText } from "#app/domain/forms/definition.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import type { Context } from "#app/features/context.ts";
import { draftRows, type FormDraft } from "./find-form-draft.ts";

export interface ListedDraft extends Omit<FormDraft, "definition" | "callState"> {
  title: LocalText;
}

/** Every draft, the one changed last first. */
export async function listFormDrafts(ctx: Context): Promise<ListedDraft[]> {
  if (!mayForm(ctx.actor, "read")) return [];
  const rows = await draftRows(ctx.db.read)
    .orderBy("form_draft.updated_at", "desc")
    .orderBy("form_draft.id", "desc")
    .execute();
  return rows.map(({ id, callId, callCode, callYear, definition, version, publishedVersion, ...row }) => ({
    ...{ id, callId, callCode, callYear, version, publishedVersion },
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy,
    title: (JSON.parse(definition) as { title: LocalText }).title,
  }));
}
