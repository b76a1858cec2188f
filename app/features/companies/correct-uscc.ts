import { can } from "#app/domain/companies/policy.ts";
import { canApplyWithUscc, checkUscc } from "#app/domain/companies/uscc.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { takeCompanyCreation } from "./company-limits.ts";
import { keepLicence, type LicenceUpload } from "./keep-licence.ts";
import { lockCompany } from "./lock-company.ts";
import { readProfile, withRegistration } from "#app/features/profile-form.ts";

interface Correction {
  companyId: string;
  uscc: string;
  licence?: LicenceUpload | undefined;
}

type Answer =
  | { ok: true; usccState: "valid" | "pending" }
  | {
      ok: false;
      reason: "not_found" | "not_allowed" | "uscc_unusable" | "licence_needed" | "already_registered";
    }
  | { ok: false; reason: "too_many_attempts"; retryAfterSeconds: number };

/** While nobody has confirmed the code the owner may put it right, or send a better picture of the licence. */
export async function correctUscc(ctx: Context, input: Correction): Promise<Answer> {
  const { actor } = ctx;
  if (actor.kind !== "person") return { ok: false, reason: "not_allowed" };
  const check = checkUscc(input.uscc);
  if (!check.ok && check.reason !== "check_digit") return { ok: false, reason: "uscc_unusable" };
  const { value: uscc } = check;
  if (!canApplyWithUscc(uscc)) return { ok: false, reason: "uscc_unusable" };
  const allowed = await takeCompanyCreation(ctx.db, actor.personId);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  const usccState = check.ok ? "valid" : "pending";
  const { companyId } = input;
  return ctx.db.write(async (trx): Promise<Answer> => {
    const company = await lockCompany(trx, ctx, companyId);
    if (!company) return { ok: false, reason: "not_found" };
    if (!can(company.actor, "correct_uscc", { companyId, usccState: company.usccState }))
      return { ok: false, reason: "not_allowed" };
    if (usccState === "pending" && !input.licence) return { ok: false, reason: "licence_needed" };
    const other = await trx
      .selectFrom("company")
      .select("id")
      .where("uscc", "=", uscc)
      .where("id", "!=", companyId)
      .executeTakeFirst();
    if (other) return { ok: false, reason: "already_registered" };
    await trx
      .updateTable("company")
      .set((eb) => ({
        uscc,
        uscc_state: usccState,
        uscc_note: "",
        profile: JSON.stringify(withRegistration(readProfile(company.profile), { ...company, uscc })),
        version: eb("version", "+", 1),
      }))
      .where("id", "=", companyId)
      .execute();
    if (input.licence) await keepLicence(trx, ctx, companyId, input.licence);
    const subject = { kind: "company", id: companyId };
    const type = usccState === "pending" ? "company.uscc_pending" : "company.uscc_corrected";
    await recordEvent(trx, ctx, { type, subject, companyId });
    return { ok: true, usccState };
  });
}
