import type { Actor, CompanyRole } from "#app/domain/accounts/actor.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import type { Context } from "#app/features/context.ts";
import { visibleCompanies } from "./visible-companies.ts";

export interface LockedCompany {
  id: string;
  uscc: string;
  usccState: "valid" | "pending" | "confirmed" | "refused";
  nameZh: string;
  nameEn: string;
  /** Raw answers as JSON. */
  profile: string;
  version: number;
  /** The actor with the role they hold in this company now, not when the request began. */
  actor: Actor;
}

/**
 * The company of a command: through the row scope, and locked, so that two commands about its members take
 * turns. Undefined when the actor may not know it.
 */
export async function lockCompany(
  trx: Write,
  ctx: Context,
  companyId: string,
): Promise<LockedCompany | undefined> {
  const company = await visibleCompanies(trx, ctx.actor)
    .select([
      "company.id",
      "company.uscc",
      "company.uscc_state as usccState",
      "company.name_zh as nameZh",
      "company.name_en as nameEn",
      "company.profile",
      "company.version",
    ])
    .where("company.id", "=", companyId)
    .$call(forUpdate(trx))
    .executeTakeFirst();
  if (!company) return undefined;
  if (ctx.actor.kind !== "person" || ctx.actor.memberships.length === 0)
    return { ...company, actor: ctx.actor };
  const member = await trx
    .selectFrom("company_member")
    .select("role")
    .where("company_id", "=", companyId)
    .where("person_id", "=", ctx.actor.personId)
    .executeTakeFirst();
  const role: CompanyRole | undefined = member?.role;
  return { ...company, actor: { ...ctx.actor, memberships: role ? [{ companyId, role }] : [] } };
}
