import type { CompanyRole } from "#app/domain/accounts/actor.ts";
import { can } from "#app/domain/companies/policy.ts";
import type { Context } from "#app/features/context.ts";
import { visibleCompanies } from "./visible-companies.ts";

export interface InvitationRow {
  id: string;
  email: string;
  role: CompanyRole;
  sentAt: string;
  expiresAt: string;
  expired: boolean;
}

/** Invitations an owner can still send again or take back. */
export async function listInvitations(ctx: Context, companyId: string): Promise<InvitationRow[]> {
  if (!can(ctx.actor, "manage_members", { companyId, usccState: "" })) return [];
  const rows = await visibleCompanies(ctx.db.read, ctx.actor)
    .innerJoin("company_invitation as i", "i.company_id", "company.id")
    .select(["i.id", "i.email", "i.role", "i.created_at as sentAt", "i.expires_at as expiresAt"])
    .where("company.id", "=", companyId)
    .where("i.accepted_at", "is", null)
    .where("i.revoked_at", "is", null)
    .orderBy("i.created_at", "desc")
    .execute();
  return rows.map((row) => ({ ...row, expired: row.expiresAt <= ctx.now.toISOString() }));
}
