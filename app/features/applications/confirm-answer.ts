import type { DraftSection } from "#app/domain/applications/draft/draft-section.ts";
import { isOpenForChange } from "#app/domain/applications/correction.ts";
import { can } from "#app/domain/applications/policy.ts";
import { compositeOf } from "#app/domain/forms/composite-field.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { questionPairs } from "#app/domain/forms/paired-questions.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";
import { listCorrectionItems } from "./list-correction-items.ts";

export type ConfirmedAnswer =
  { ok: true } | { ok: false; reason: "not_found" | "not_editable" | "not_flagged" | "stale" };

/**
 * Somebody looked again at a text whose other language changed, or at an amount that looks like 元, and leaves it as it
 * is. The answer and its version stay; when it was looked at and by whom is kept with it.
 */
export async function confirmAnswer(
  ctx: Context,
  { applicationId, path }: { applicationId: string; path: string },
): Promise<ConfirmedAnswer> {
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
    const [key = ""] = path.split("/");
    const sectionKey = compileForm(definition).questionByKey.get(key)?.section.section.key;
    if (sectionKey === undefined || !isAskedAgain(definition, path))
      return { ok: false, reason: "not_found" };
    const flags =
      row.state === "supplement_required"
        ? await listCorrectionItems(trx, applicationId, row.correctionRound)
        : undefined;
    if (!isOpenForChange(flags, sectionKey, path)) return { ok: false, reason: "not_flagged" };

    const stored = await trx
      .selectFrom("draft_section")
      .select(["answers", "version"])
      .where("application_id", "=", applicationId)
      .where("section_key", "=", sectionKey)
      .executeTakeFirst();
    const fields = stored ? (JSON.parse(stored.answers) as DraftSection) : {};
    const field = fields[path];
    if (!stored || !field) return { ok: false, reason: "not_found" };
    const by = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
    const checked = { at: ctx.now.toISOString(), by };
    const written = await trx
      .updateTable("draft_section")
      .set({
        answers: JSON.stringify({ ...fields, [path]: { ...field, checked } }),
        version: stored.version + 1,
      })
      .where("application_id", "=", applicationId)
      .where("section_key", "=", sectionKey)
      .where("version", "=", stored.version)
      .executeTakeFirst();
    return Number(written.numUpdatedRows) === 1 ? { ok: true } : { ok: false, reason: "stale" };
  });
}

/** One of a pair, or an amount in a question or cell of its own. */
function isAskedAgain(definition: FormDefinition, path: string): boolean {
  const isPaired = questionPairs(definition).some(({ first, second }) =>
    [first, second].some(({ field }) => field.key === path),
  );
  if (isPaired) return true;
  const [key = "", , column] = path.split("/");
  const question = compileForm(definition).questionByKey.get(key);
  const field = column === undefined ? question?.field : question?.columnByKey.get(column)?.field;
  return field?.type === "money" && compositeOf(field) === undefined;
}
