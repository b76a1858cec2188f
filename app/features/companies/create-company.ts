import { mayJoinCompanies } from "#app/domain/companies/policy.ts";
import { canApplyWithUscc, checkUscc } from "#app/domain/companies/uscc.ts";
import { newId } from "#app/platform/new-id.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { takeCompanyCreation } from "./company-limits.ts";
import { keepLicence, type LicenceUpload } from "./keep-licence.ts";
import { withRegistration } from "#app/features/profile-form.ts";

interface NewCompany {
  uscc: string;
  nameZh: string;
  nameEn: string;
  /** Needed when only the check character is wrong: a person then looks at it. */
  licence?: LicenceUpload | undefined;
}

type Answer =
  | { ok: true; companyId: string; usccState: "valid" | "pending" }
  | { ok: false; reason: "not_allowed" | "uscc_unusable" | "licence_needed" | "already_registered" }
  | { ok: false; reason: "too_many_attempts"; retryAfterSeconds: number };

/**
 * One company per code; who creates it is its first owner. A second registrant learns only that it exists:
 * not who is in it.
 */
export async function createCompany(ctx: Context, input: NewCompany): Promise<Answer> {
  const { actor } = ctx;
  if (actor.kind !== "person" || !mayJoinCompanies(actor)) return { ok: false, reason: "not_allowed" };
  const check = checkUscc(input.uscc);
  if (!check.ok && check.reason !== "check_digit") return { ok: false, reason: "uscc_unusable" };
  const { value: uscc } = check;
  if (!canApplyWithUscc(uscc)) return { ok: false, reason: "uscc_unusable" };
  const allowed = await takeCompanyCreation(ctx.db, actor.personId);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  const usccState = check.ok ? "valid" : "pending";
  return ctx.db.write(async (trx): Promise<Answer> => {
    const known = await trx.selectFrom("company").select("id").where("uscc", "=", uscc).executeTakeFirst();
    if (known) return { ok: false, reason: "already_registered" };
    if (!check.ok && !input.licence) return { ok: false, reason: "licence_needed" };
    const id = newId();
    const at = ctx.now.toISOString();
    const inserted = await trx
      .insertInto("company")
      .values({
        id,
        uscc,
        uscc_state: usccState,
        uscc_note: "",
        name_zh: input.nameZh,
        name_en: input.nameEn,
        licence_file_id: null,
        profile: JSON.stringify(withRegistration({}, { uscc, nameZh: input.nameZh, nameEn: input.nameEn })),
        created_at: at,
        created_by: actor.personId,
        version: 1,
      })
      .onConflict((oc) => oc.column("uscc").doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) return { ok: false, reason: "already_registered" };
    if (input.licence) await keepLicence(trx, ctx, id, input.licence);
    await trx
      .insertInto("company_member")
      .values({ company_id: id, person_id: actor.personId, role: "owner", added_by: null, added_at: at })
      .execute();
    const subject = { kind: "company", id };
    await recordEvent(trx, ctx, { type: "company.created", subject, companyId: id, data: { usccState } });
    if (usccState === "pending")
      await recordEvent(trx, ctx, { type: "company.uscc_pending", subject, companyId: id });
    return { ok: true, companyId: id, usccState };
  });
}
