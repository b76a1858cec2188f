import type { CompanyRole } from "#app/domain/accounts/actor.ts";
import { can } from "#app/domain/companies/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { hasOtherOwner } from "./has-other-owner.ts";
import { lockCompany } from "./lock-company.ts";

type Answer = { ok: true } | { ok: false; reason: "not_found" | "not_allowed" | "last_owner" };

/** Effective with the member's next request, since every request reads the role anew. */
export async function changeMemberRole(
  ctx: Context,
  input: { companyId: string; personId: string; role: CompanyRole },
): Promise<Answer> {
  const { companyId, personId, role } = input;
  return ctx.db.write(async (trx): Promise<Answer> => {
    const company = await lockCompany(trx, ctx, companyId);
    if (!company) return { ok: false, reason: "not_found" };
    if (!can(company.actor, "manage_members", { companyId, usccState: company.usccState }))
      return { ok: false, reason: "not_allowed" };
    const member = await trx
      .selectFrom("company_member")
      .select("role")
      .where("company_id", "=", companyId)
      .where("person_id", "=", personId)
      .executeTakeFirst();
    if (!member) return { ok: false, reason: "not_found" };
    if (member.role === role) return { ok: true };
    if (member.role === "owner" && !(await hasOtherOwner(trx, companyId, personId)))
      return { ok: false, reason: "last_owner" };
    await trx
      .updateTable("company_member")
      .set({ role })
      .where("company_id", "=", companyId)
      .where("person_id", "=", personId)
      .execute();
    await recordEvent(trx, ctx, {
      type: "company.member_role_changed",
      subject: { kind: "person", id: personId },
      companyId,
      data: { from: member.role, to: role },
    });
    return { ok: true };
  });
}
