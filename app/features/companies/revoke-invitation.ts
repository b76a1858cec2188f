import { can } from "#app/domain/companies/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { lockCompany } from "./lock-company.ts";

type Answer = { ok: true } | { ok: false; reason: "not_found" | "not_allowed" };

/** The link in the mail stops working. */
export async function revokeInvitation(
  ctx: Context,
  input: { companyId: string; invitationId: string },
): Promise<Answer> {
  const { companyId, invitationId } = input;
  return ctx.db.write(async (trx): Promise<Answer> => {
    const company = await lockCompany(trx, ctx, companyId);
    if (!company) return { ok: false, reason: "not_found" };
    if (!can(company.actor, "manage_members", { companyId, usccState: company.usccState }))
      return { ok: false, reason: "not_allowed" };
    const revoked = await trx
      .updateTable("company_invitation")
      .set({ revoked_at: ctx.now.toISOString() })
      .where("id", "=", invitationId)
      .where("company_id", "=", companyId)
      .where("accepted_at", "is", null)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    if (revoked.numUpdatedRows !== 1n) return { ok: false, reason: "not_found" };
    await recordEvent(trx, ctx, {
      type: "company.invitation_revoked",
      subject: { kind: "company_invitation", id: invitationId },
      companyId,
    });
    return { ok: true };
  });
}
