import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { type CallState, callState } from "#app/domain/calls/call-state.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import type { Context } from "#app/features/context.ts";
import type { Read } from "#app/platform/database/database.ts";

export interface FormDraft {
  id: string;
  /** All four are null for a form that no call uses yet. */
  callId: string | null;
  callCode: string | null;
  callYear: number | null;
  callState: CallState | null;
  definition: FormDefinition;
  version: number;
  /** Of the draft when it was last published. */
  publishedVersion: number | null;
  updatedAt: string;
  updatedBy: string;
}

/** One draft, for those who may read forms. */
export async function findFormDraft(ctx: Context, id: string): Promise<FormDraft | undefined> {
  if (!mayForm(ctx.actor, "read")) return undefined;
  const row = await draftRows(ctx.db.read).where("form_draft.id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const { definition, opensAt, closesAt, reviewStartedAt, publishedAt, ...draft } = row;
  return {
    ...draft,
    definition: JSON.parse(definition) as FormDefinition,
    callState:
      draft.callId === null ? null : callState({ opensAt, closesAt, reviewStartedAt, publishedAt }, ctx.now),
  };
}

export const draftRows = (db: Read) =>
  db
    .selectFrom("form_draft")
    .leftJoin("call", "call.id", "form_draft.call_id")
    .innerJoin("person", "person.id", "form_draft.updated_by")
    .select([
      "form_draft.id",
      "form_draft.call_id as callId",
      "call.code as callCode",
      "call.year as callYear",
      "call.opens_at as opensAt",
      "call.closes_at as closesAt",
      "call.review_started_at as reviewStartedAt",
      "call.published_at as publishedAt",
      "form_draft.definition",
      "form_draft.version",
      "form_draft.published_version as publishedVersion",
      "form_draft.updated_at as updatedAt",
      "person.name as updatedBy",
    ]);
