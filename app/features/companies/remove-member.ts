import { can } from "#app/domain/companies/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { hasOtherOwner } from "./has-other-owner.ts";
import { lockCompany } from "./lock-company.ts";

type Answer = { ok: true } | { ok: false; reason: "not_found" | "not_allowed" | "last_owner" };

/** An owner removes a member, or a member leaves. From the commit on the person sees nothing of the company. */
export async function removeMember(
  ctx: Context,
  input: { companyId: string; personId: string },
): Promise<Answer> {
  const { companyId, personId } = input;
  return ctx.db.write(async (trx): Promise<Answer> => {
    const company = await lockCompany(trx, ctx, companyId);
    if (!company) return { ok: false, reason: "not_found" };
    const { actor } = company;
    const isSelf = actor.kind === "person" && actor.personId === personId;
    if (!can(actor, isSelf ? "leave" : "manage_members", { companyId, usccState: company.usccState }))
      return { ok: false, reason: "not_allowed" };
    const member = await trx
      .selectFrom("company_member")
      .select("role")
      .where("company_id", "=", companyId)
      .where("person_id", "=", personId)
      .executeTakeFirst();
    if (!member) return { ok: false, reason: "not_found" };
    if (member.role === "owner" && !(await hasOtherOwner(trx, companyId, personId)))
      return { ok: false, reason: "last_owner" };
    await trx
      .deleteFrom("company_member")
      .where("company_id", "=", companyId)
      .where("person_id", "=", personId)
      .execute();
    await recordEvent(trx, ctx, {
      type: "company.member_removed",
      subject: { kind: "person", id: personId },
      companyId,
      data: { role: member.role, by: isSelf ? "self" : "owner" },
    });
    return { ok: true };
  });
}
