import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { applyEdit } from "#app/domain/forms/edit/apply-edit.ts";
import type { EditOperation, EditProblem } from "#app/domain/forms/edit/edit-operation.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";

export type EditDraftResult =
  | { ok: true; version: number }
  | { ok: false; reason: "not_allowed" | "not_found" }
  | { ok: false; reason: "problem"; problem: EditProblem };

/**
 * Operations, all or none, on the newest version of the draft, whatever version they were thought of on: they
 * address by key and say what they saw, so that two editors merge or are told.
 */
export function editFormDraft(
  ctx: Context,
  { draftId, operations }: { draftId: string; operations: readonly EditOperation[] },
): Promise<EditDraftResult> {
  return ctx.db.write(async (trx) => {
    const { actor } = ctx;
    if (!mayForm(actor, "edit") || actor.kind !== "person") return { ok: false, reason: "not_allowed" };
    const draft = await lockDraft(trx, draftId);
    if (!draft) return { ok: false, reason: "not_found" };
    const applied = applyAll(draft.definition, operations);
    if (!applied.ok) return { ok: false, reason: "problem", problem: applied.problem };
    const at = ctx.now.toISOString();
    const version = draft.version + operations.length;
    await trx
      .updateTable("form_draft")
      .set({
        definition: canonicalJson(applied.definition as unknown as Json),
        ...{ version, updated_by: actor.personId, updated_at: at },
      })
      .where("id", "=", draftId)
      .where("version", "=", draft.version)
      .execute();
    for (const [index, operation] of operations.entries()) {
      await trx
        .insertInto("form_draft_change")
        .values({
          ...{ draft_id: draftId, version: draft.version + index + 1, person_id: actor.personId, at },
          operation: canonicalJson(operation as unknown as Json),
          inverse: canonicalJson(applied.inverses[index] as unknown as Json),
        })
        .execute();
    }
    await recordEvent(trx, ctx, {
      type: "form_draft.changed",
      subject: { kind: "form_draft", id: draftId },
      callId: draft.callId,
      data: { from: draft.version, to: version, operations: operations.map(({ op }) => op) },
    });
    return { ok: true, version };
  });
}

function applyAll(
  definition: FormDefinition,
  operations: readonly EditOperation[],
): { ok: true; definition: FormDefinition; inverses: EditOperation[] } | { ok: false; problem: EditProblem } {
  const inverses: EditOperation[] = [];
  let standing = definition;
  for (const operation of operations) {
    const result = applyEdit(standing, operation);
    if (!result.ok) return result;
    standing = result.definition;
    inverses.push(result.inverse);
  }
  return { ok: true, definition: standing, inverses };
}

export async function lockDraft(trx: Write, id: string) {
  const row = await trx
    .selectFrom("form_draft")
    .select(["id", "call_id as callId", "definition", "version"])
    .where("id", "=", id)
    .$call(forUpdate(trx))
    .executeTakeFirst();
  return row && { ...row, definition: JSON.parse(row.definition) as FormDefinition };
}
