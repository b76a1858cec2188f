import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { CompanyRole, PersonActor, StaffRole } from "#app/domain/accounts/actor.ts";
import type { Database } from "#app/platform/database/database.ts";

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/**
 * Who holds this session token, with roles and companies, in one statement; undefined when unknown,
 * expired or disabled. `seenAt` lets the caller decide whether to touch the row.
 */
export async function findSession(
  db: Database,
  token: string,
  now: Date,
  secondFactorRequired: boolean,
): Promise<{ actor: PersonActor; seenAt: string } | undefined> {
  const row = await db.read
    .selectFrom("session as s")
    .innerJoin("person as p", "p.id", "s.person_id")
    .select([
      "s.id as sessionId",
      "s.last_seen_at as seenAt",
      "s.second_factor_at as secondFactorAt",
      "p.id as personId",
      "p.name",
      "p.email",
      "p.locale",
      "p.totp_confirmed_at as totpConfirmedAt",
      sql<string | null>`(select string_agg(role, ',') from staff_role where person_id = p.id)`.as("roles"),
      sql<string | null>`(select string_agg(company_id || ':' || role, ',') from company_member where person_id = p.id)`.as(
        "memberships",
      ),
    ])
    .where("s.token_hash", "=", hashToken(token))
    .where("s.expires_at", ">", now.toISOString())
    .where("p.disabled_at", "is", null)
    .executeTakeFirst();
  if (!row) return undefined;
  const roles = split(row.roles) as StaffRole[];
  const mustHaveSecond = row.totpConfirmedAt !== null || (secondFactorRequired && roles.length > 0);
  const memberships = split(row.memberships).map((pair) => {
    const [companyId = "", role = "viewer"] = pair.split(":");
    return { companyId, role: role as CompanyRole };
  });
  const actor: PersonActor = {
    kind: "person",
    personId: row.personId,
    sessionId: row.sessionId,
    name: row.name,
    email: row.email,
    locale: row.locale,
    roles,
    memberships,
    fullySignedIn: !mustHaveSecond || row.secondFactorAt !== null,
  };
  return { actor, seenAt: row.seenAt };
}

const split = (list: string | null): string[] => (list ? list.split(",") : []);
