import { type CompanyRole, companyRoles } from "#app/domain/accounts/actor.ts";
import type { Context } from "#app/features/context.ts";
import { visibleCompanies } from "./visible-companies.ts";

export interface MemberRow {
  personId: string;
  name: string;
  email: string;
  role: CompanyRole;
  addedAt: string;
  disabled: boolean;
}

/** Who is in the company, owners first; nothing of a company the actor may not see. */
export async function listMembers(ctx: Context, companyId: string): Promise<MemberRow[]> {
  const rows = await visibleCompanies(ctx.db.read, ctx.actor)
    .innerJoin("company_member as m", "m.company_id", "company.id")
    .innerJoin("person as p", "p.id", "m.person_id")
    .select([
      "p.id as personId",
      "p.name",
      "p.email",
      "m.role",
      "m.added_at as addedAt",
      "p.disabled_at as disabledAt",
    ])
    .where("company.id", "=", companyId)
    .orderBy("m.added_at")
    .orderBy("p.id")
    .execute();
  const members = rows.map(({ disabledAt, ...row }) => ({ ...row, disabled: disabledAt !== null }));
  return members.sort((a, b) => companyRoles.indexOf(a.role) - companyRoles.indexOf(b.role));
}
