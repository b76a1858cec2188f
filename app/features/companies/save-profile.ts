import { type Choice, mergeAnswers, type AnswerConflict } from "#app/domain/forms/merge-answers.ts";
import { can } from "#app/domain/companies/policy.ts";
import { admitsOperation, sectionOfPath } from "#app/domain/forms/admit-operation.ts";
import {
  type AnswerOperation,
  applyAnswerOperation,
  type RawAnswers,
} from "#app/domain/forms/raw-answers.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { lockCompany } from "./lock-company.ts";
import { profileForm, readProfile, registeredKeys } from "./profile-form.ts";

interface ProfileSave {
  companyId: string;
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

/** Keeps exactly what was typed; a wrong answer is kept too, and shown as wrong. */
export async function saveProfile(ctx: Context, input: ProfileSave): Promise<Answer> {
  const { companyId, sectionKey, base, typed, choices, row } = input;
  if (Object.keys(typed).some((key) => registeredKeys.has(key))) return { ok: false, reason: "not_in_form" };
  return ctx.db.write(async (trx): Promise<Answer> => {
    const company = await lockCompany(trx, ctx, companyId);
    if (!company) return { ok: false, reason: "not_found" };
    if (!can(company.actor, "edit_profile", { companyId, usccState: company.usccState }))
      return { ok: false, reason: "not_allowed" };
    const { profile } = company;
    const { merged, operations, conflicts } = mergeAnswers({
      standing: readProfile(profile),
      base,
      typed,
      choices,
      growing: row?.kind === "add_row" ? row.table : undefined,
    });
    const all = row ? [...operations, row] : operations;
    if (!all.every((operation) => belongs(operation, sectionKey)))
      return { ok: false, reason: "not_in_form" };
    const json = JSON.stringify(row ? applyAnswerOperation(merged, row) : merged);
    if (json === profile) return { ok: true, conflicts };
    await trx.updateTable("company").set({ profile: json }).where("id", "=", companyId).execute();
    await recordEvent(trx, ctx, {
      type: "company.profile_changed",
      subject: { kind: "company", id: companyId },
      companyId,
      data: { part: sectionKey, changes: all.length },
    });
    return { ok: true, conflicts };
  });
}

function belongs(operation: AnswerOperation, sectionKey: string): boolean {
  const path = operation.kind === "set" ? operation.path : operation.table;
  return admitsOperation(profileForm, operation) && sectionOfPath(profileForm, path) === sectionKey;
}
