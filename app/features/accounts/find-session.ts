import { sql } from "kysely";
import type { CompanyRole, PersonActor, StaffRole } from "#app/domain/accounts/actor.ts";
import { lifetimes } from "#app/domain/accounts/lifetimes.ts";
import type { Database } from "#app/platform/database/open-database.ts";
import { keptStatement } from "#app/platform/database/kept-statement.ts";
import { hashToken } from "#app/platform/secret-token.ts";

/**
 * Who holds this session token, with roles and companies, in one statement; undefined when unknown,
 * expired, idle too long for the fund's people, or disabled. `seenAt` lets the caller decide whether to touch
 * the row. Until the second factor is given the person has no role and no company.
 */
export async function findSession(
  db: Database,
  token: string,
  now: Date,
  secondFactorRequired: boolean,
): Promise<{ actor: PersonActor; seenAt: string } | undefined> {
  const [row] = await standingSession(db.read, { token: hashToken(token), now: now.toISOString() });
  if (!row) return undefined;
  const roles = split(row.roles) as StaffRole[];
  if (roles.length > 0 && now.getTime() - Date.parse(row.seenAt) > lifetimes.staffIdle) return undefined;
  const mustHaveSecond = row.totpConfirmedAt !== null || (secondFactorRequired && roles.length > 0);
  const fullySignedIn = !mustHaveSecond || row.secondFactorAt !== null;
  const { sessionId, personId, name, email, locale, seenAt } = row;
  const actor: PersonActor = {
    kind: "person",
    personId,
    sessionId,
    name,
    email,
    locale,
    roles: fullySignedIn ? roles : [],
    memberships: fullySignedIn ? split(row.memberships).map(membership) : [],
    fullySignedIn,
  };
  return { actor, seenAt };
}

const standingSession = keptStatement(["token", "now"], (db, { token, now }) =>
  db
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
      sql<
        string | null
      >`(select string_agg(company_id || ':' || role || ':' || is_test, ',') from company_member where person_id = p.id)`.as(
        "memberships",
      ),
    ])
    .where("s.token_hash", "=", token)
    .where("s.expires_at", ">", now)
    .where("p.disabled_at", "is", null),
);

function membership(entry: string): PersonActor["memberships"][number] {
  const [companyId = "", role = "viewer", isTest] = entry.split(":");
  return { companyId, role: role as CompanyRole, ...(isTest === "1" && { isTest: true as const }) };
}

const split = (list: string | null): string[] => (list ? list.split(",") : []);
