import { sql } from "kysely";
import type { StaffRole } from "#app/domain/accounts/actor.ts";
import { can } from "#app/domain/accounts/policy.ts";
import type { Context } from "#app/features/context.ts";

export interface PersonDetails {
  id: string;
  name: string;
  email: string;
  locale: "zh" | "en";
  roles: StaffRole[];
  companies: { id: string; nameZh: string; nameEn: string }[];
  secondFactorAt: string | null;
  disabledAt: string | null;
  createdAt: string;
  sessions: number;
}

/** One account for the administrator's page. */
export async function findPerson(ctx: Context, personId: string): Promise<PersonDetails | undefined> {
  if (!can(ctx.actor, "list", { personId })) return undefined;
  const row = await ctx.db.read
    .selectFrom("person")
    .select([
      "id",
      "name",
      "email",
      "locale",
      "totp_confirmed_at as secondFactorAt",
      "disabled_at as disabledAt",
      "created_at as createdAt",
      sql<string | null>`(select string_agg(role, ',') from staff_role where person_id = person.id)`.as(
        "roles",
      ),
      sql<number>`(select count(*) from session where person_id = person.id and expires_at > ${ctx.now.toISOString()})`.as(
        "sessions",
      ),
    ])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!row) return undefined;
  const companies = await ctx.db.read
    .selectFrom("company_member as m")
    .innerJoin("company as c", "c.id", "m.company_id")
    .select(["c.id", "c.name_zh as nameZh", "c.name_en as nameEn"])
    .where("m.person_id", "=", personId)
    .orderBy("c.id")
    .execute();
  const roles = (row.roles ? row.roles.split(",") : []) as StaffRole[];
  return { ...row, roles, companies, sessions: Number(row.sessions) };
}
