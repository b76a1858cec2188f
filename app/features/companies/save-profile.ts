import { can } from "#app/domain/companies/policy.ts";
import type { AnswerConflict } from "#app/domain/forms/merge-answers.ts";
import { mergeSection, type SectionEdit } from "#app/domain/forms/merge-section.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { lockCompany } from "./lock-company.ts";
import { profileForm, readProfile, registeredKeys } from "#app/features/profile-form.ts";

interface ProfileSave extends SectionEdit {
  companyId: string;
}

type Answer =
  | { ok: true; conflicts: AnswerConflict[] }
  | { ok: false; reason: "not_found" | "not_allowed" | "not_in_form" };

/** Keeps exactly what was typed; a wrong answer is kept too, and shown as wrong. */
export async function saveProfile(ctx: Context, input: ProfileSave): Promise<Answer> {
  const { companyId, sectionKey } = input;
  if (Object.keys(input.typed).some((key) => registeredKeys.has(key)))
    return { ok: false, reason: "not_in_form" };
  return ctx.db.write(async (trx): Promise<Answer> => {
    const company = await lockCompany(trx, ctx, companyId);
    if (!company) return { ok: false, reason: "not_found" };
    if (!can(company.actor, "edit_profile", { companyId, usccState: company.usccState }))
      return { ok: false, reason: "not_allowed" };
    const merged = mergeSection(profileForm, readProfile(company.profile), input);
    if (!merged) return { ok: false, reason: "not_in_form" };
    const { changes, conflicts } = merged;
    const json = JSON.stringify(merged.answers);
    if (json === company.profile) return { ok: true, conflicts };
    await trx.updateTable("company").set({ profile: json }).where("id", "=", companyId).execute();
    await recordEvent(trx, ctx, {
      type: "company.profile_changed",
      subject: { kind: "company", id: companyId },
      companyId,
      data: { part: sectionKey, changes },
    });
    return { ok: true, conflicts };
  });
}
