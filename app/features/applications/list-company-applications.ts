import type { CompanyRole } from "#app/domain/accounts/actor.ts";
import type { Context } from "#app/features/context.ts";
import { type ApplicationHead, applicationHeads } from "./application-head.ts";

export interface CompanyWorkspace {
  id: string;
  nameZh: string;
  nameEn: string;
  uscc: string;
  usccState: string;
  role: CompanyRole;
  applications: ApplicationHead[];
}

/** The companies the person belongs to, each with its applications, newest first. Two statements. */
export async function listCompanyApplications(ctx: Context): Promise<CompanyWorkspace[]> {
  if (ctx.actor.kind !== "person" || ctx.actor.memberships.length === 0) return [];
  const { memberships } = ctx.actor;
  const ids = memberships.map((membership) => membership.companyId);
  const companies = await ctx.db.read
    .selectFrom("company")
    .select(["id", "name_zh as nameZh", "name_en as nameEn", "uscc", "uscc_state as usccState"])
    .where("id", "in", ids)
    .where("is_test", "=", 0)
    .orderBy("created_at")
    .execute();
  const applications = await applicationHeads(ctx.db.read, ctx.actor)
    .where("application.company_id", "in", ids)
    .where("application.is_test", "=", 0)
    .orderBy("application.created_at", "desc")
    .limit(200)
    .execute();
  return companies.map((company) => ({
    ...company,
    role: memberships.find((membership) => membership.companyId === company.id)?.role ?? "viewer",
    applications: applications.filter((application) => application.companyId === company.id),
  }));
}
