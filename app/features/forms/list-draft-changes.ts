import type { EditOperation } from "#app/domain/forms/edit/edit-operation.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import type { Context } from "#app/features/context.ts";

export interface DraftChange {
  version: number;
  operation: EditOperation;
  inverse: EditOperation;
  by: string;
  at: string;
}

/** The latest changes of a draft, newest first. */
export async function listDraftChanges(ctx: Context, draftId: string, limit = 20): Promise<DraftChange[]> {
  if (!mayForm(ctx.actor, "read")) return [];
  const rows = await ctx.db.read
    .selectFrom("form_draft_change as change")
    .innerJoin("person", "person.id", "change.person_id")
    .select(["change.version", "change.operation", "change.inverse", "change.at", "person.name as by"])
    .where("change.draft_id", "=", draftId)
    .orderBy("change.version", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ operation, inverse, ...row }) => ({
    ...row,
    operation: JSON.parse(operation) as EditOperation,
    inverse: JSON.parse(inverse) as EditOperation,
  }));
}
