import type { DraftSection } from "#app/domain/applications/draft/draft-section.ts";
import { isOpenForChange } from "#app/domain/applications/correction.ts";
import { can } from "#app/domain/applications/policy.ts";
import { questionPairs } from "#app/domain/forms/paired-questions.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";
import { listCorrectionItems } from "./list-correction-items.ts";

export type ConfirmedPair =
  { ok: true } | { ok: false; reason: "not_found" | "not_editable" | "not_flagged" | "stale" };

/**
 * Somebody looked at a text again after its other language changed and leaves it as it is. The answer and its
 * version stay; when it was looked at and by whom is kept with it.
 */
export async function confirmPair(
  ctx: Context,
  { applicationId, key }: { applicationId: string; key: string },
): Promise<ConfirmedPair> {
  return await ctx.db.write(async (trx) => {
    const row = await visibleWithTests(trx, ctx.actor)
      .innerJoin("call", "call.id", "application.call_id")
      .select([
        "application.company_id as companyId",
        "application.state as state",
        "application.due_at as dueAt",
        "application.form_version_id as formVersionId",
        "application.correction_round as correctionRound",
        "call.closes_at as closesAt",
      ])
      .where("application.id", "=", applicationId)
      .executeTakeFirst();
    if (!row) return { ok: false, reason: "not_found" };
    if (!can(ctx.actor, "edit", row, ctx.now)) return { ok: false, reason: "not_editable" };
    const definition = await formOfVersion(trx, row.formVersionId);
    const sectionKey = compileForm(definition).questionByKey.get(key)?.section.section.key;
    const isPaired = questionPairs(definition).some(({ first, second }) =>
      [first, second].some(({ field }) => field.key === key),
    );
    if (sectionKey === undefined || !isPaired) return { ok: false, reason: "not_found" };
    const flags =
      row.state === "supplement_required"
        ? await listCorrectionItems(trx, applicationId, row.correctionRound)
        : undefined;
    if (!isOpenForChange(flags, sectionKey, key)) return { ok: false, reason: "not_flagged" };

    const stored = await trx
      .selectFrom("draft_section")
      .select(["answers", "version"])
      .where("application_id", "=", applicationId)
      .where("section_key", "=", sectionKey)
      .executeTakeFirst();
    const fields = stored ? (JSON.parse(stored.answers) as DraftSection) : {};
    const field = fields[key];
    if (!stored || !field) return { ok: false, reason: "not_found" };
    const by = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
    const checked = { at: ctx.now.toISOString(), by };
    const written = await trx
      .updateTable("draft_section")
      .set({
        answers: JSON.stringify({ ...fields, [key]: { ...field, checked } }),
        version: stored.version + 1,
      })
      .where("application_id", "=", applicationId)
      .where("section_key", "=", sectionKey)
      .where("version", "=", stored.version)
      .executeTakeFirst();
    return Number(written.numUpdatedRows) === 1 ? { ok: true } : { ok: false, reason: "stale" };
  });
}
