import type { AnswerConflict } from "#app/domain/forms/merge-answers.ts";
import { mergeSection, type SectionEdit } from "#app/domain/forms/merge-section.ts";
import { mayRegistry } from "#app/domain/reviews/registry-policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { holdName } from "#app/platform/database/sql.ts";
import { registryForm, standingAnswers } from "./registry-form.ts";
import { registryColumns, visibleReviewers } from "./visible-reviewers.ts";

interface RegistrySave extends SectionEdit {
  personId: string;
}

type Answer =
  | { ok: true; conflicts: AnswerConflict[] }
  | { ok: false; reason: "not_found" | "not_allowed" | "not_in_form" };

/** Keeps exactly what the reviewer typed; a wrong answer is kept too, and shown as wrong. */
export async function saveRegistry(ctx: Context, input: RegistrySave): Promise<Answer> {
  const { personId, sectionKey } = input;
  return ctx.db.write(async (trx): Promise<Answer> => {
    await holdName(trx, `reviewer_registry:${personId}`, "alone");
    const reviewer = await visibleReviewers(trx, ctx.actor)
      .select(registryColumns)
      .where("p.id", "=", personId)
      .executeTakeFirst();
    if (!reviewer) return { ok: false, reason: "not_found" };
    if (!mayRegistry(ctx.actor, "edit", personId)) return { ok: false, reason: "not_allowed" };
    const standing = standingAnswers(reviewer);
    const merged = mergeSection(registryForm, standing, input);
    if (!merged) return { ok: false, reason: "not_in_form" };
    const { changes, conflicts } = merged;
    const answers = JSON.stringify(merged.answers);
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
      data: { part: sectionKey, changes, version: facts.version },
    });
    return { ok: true, conflicts };
  });
}
