import { can } from "#app/domain/companies/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { lockCompany } from "./lock-company.ts";
import { readProfile, withRegistration } from "#app/features/profile-form.ts";

type Answer = { ok: true } | { ok: false; reason: "not_found" | "not_allowed" };

/** The names as on the licence, shown on every page and list. */
export async function renameCompany(
  ctx: Context,
  input: { companyId: string; nameZh: string; nameEn: string },
): Promise<Answer> {
  const { companyId, nameZh, nameEn } = input;
  return ctx.db.write(async (trx): Promise<Answer> => {
    const company = await lockCompany(trx, ctx, companyId);
    if (!company) return { ok: false, reason: "not_found" };
    if (!can(company.actor, "edit_profile", { companyId, usccState: company.usccState }))
      return { ok: false, reason: "not_allowed" };
    if (company.nameZh === nameZh && company.nameEn === nameEn) return { ok: true };
    await trx
      .updateTable("company")
      .set((eb) => ({
        name_zh: nameZh,
        name_en: nameEn,
        profile: JSON.stringify(
          withRegistration(readProfile(company.profile), { ...company, nameZh, nameEn }),
        ),
        version: eb("version", "+", 1),
      }))
      .where("id", "=", companyId)
      .execute();
    await recordEvent(trx, ctx, {
      type: "company.profile_changed",
      subject: { kind: "company", id: companyId },
      companyId,
      data: { part: "names" },
    });
    return { ok: true };
  });
}
