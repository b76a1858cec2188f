import { admitsOperation, sectionOfPath } from "#app/domain/forms/admit-operation.ts";
import { type AnswerConflict, type Choice, mergeAnswers } from "#app/domain/forms/merge-answers.ts";
import {
  type AnswerOperation,
  applyAnswerOperation,
  type RawAnswers,
} from "#app/domain/forms/raw-answers.ts";
import { mayRegistry } from "#app/domain/reviews/registry-policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { holdName } from "#app/platform/database/sql.ts";
import { registryForm, standingAnswers } from "./registry-form.ts";
import { registryColumns, visibleReviewers } from "./visible-reviewers.ts";

interface RegistrySave {
  personId: string;
  sectionKey: string;
  /** The section's answers as the page showed them, and as they came back. */
  base: RawAnswers;
  typed: RawAnswers;
  choices?: ReadonlyMap<string, Choice>;
  /** A button that adds or removes a row besides saving. */
  row?: Extract<AnswerOperation, { kind: "add_row" | "remove_row" }> | undefined;
}

type Answer =
  | { ok: true; conflicts: AnswerConflict[] }
  | { ok: false; reason: "not_found" | "not_allowed" | "not_in_form" };

/** Keeps exactly what the reviewer typed; a wrong answer is kept too, and shown as wrong. */
export async function saveRegistry(ctx: Context, input: RegistrySave): Promise<Answer> {
  const { personId, sectionKey, base, typed, choices, row } = input;
  return ctx.db.write(async (trx): Promise<Answer> => {
    await holdName(trx, `reviewer_registry:${personId}`, "alone");
    const reviewer = await visibleReviewers(trx, ctx.actor)
      .select(registryColumns)
      .where("p.id", "=", personId)
      .executeTakeFirst();
    if (!reviewer) return { ok: false, reason: "not_found" };
    if (!mayRegistry(ctx.actor, "edit", personId)) return { ok: false, reason: "not_allowed" };
    const standing = standingAnswers(reviewer);
    const growing = row?.kind === "add_row" ? row.table : undefined;
    const { merged, operations, conflicts } = mergeAnswers({ standing, base, typed, choices, growing });
    const all = row ? [...operations, row] : operations;
    if (!all.every((operation) => belongs(operation, sectionKey)))
      return { ok: false, reason: "not_in_form" };
    const answers = JSON.stringify(row ? applyAnswerOperation(merged, row) : merged);
    if (answers === JSON.stringify(standing)) return { ok: true, conflicts };
    const facts = { answers, version: (reviewer.version ?? 0) + 1, updated_at: ctx.now.toISOString() };
    await trx
      .insertInto("reviewer_registry")
      .values({ person_id: personId, ...facts })
      .onConflict((conflict) => conflict.column("person_id").doUpdateSet(facts))
      .execute();
    await recordEvent(trx, ctx, {
      type: "reviewer.registry_changed",
      subject: { kind: "person", id: personId },
      data: { part: sectionKey, changes: all.length, version: facts.version },
    });
    return { ok: true, conflicts };
  });
}

function belongs(operation: AnswerOperation, sectionKey: string): boolean {
  const path = operation.kind === "set" ? operation.path : operation.table;
  return admitsOperation(registryForm, operation) && sectionOfPath(registryForm, path) === sectionKey;
}
