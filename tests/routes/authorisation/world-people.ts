import { hashToken } from "#app/platform/secret-token.ts";
import type { StaffRole } from "#app/domain/accounts/actor.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import { type ActorName, actorNames } from "./actors.ts";
import { canary } from "./canaries.ts";

/** Reviewers without a session who only make the scores of an application complete. */
export const extraReviewers = ["reviewerExtraOne", "reviewerExtraTwo"] as const;
export type PersonName = ActorName | (typeof extraReviewers)[number];

const rolesOf: Partial<Record<ActorName, StaffRole>> = {
  halfway: "administrator",
  disabled: "officer",
  officer: "officer",
  officerConflicted: "officer",
  member: "committee_member",
  chair: "committee_chair",
  administrator: "administrator",
  auditor: "auditor",
};

const longAgo = "2026-09-01T01:00:00.000Z";
/** Sessions hold before and after the deadline alike, whatever the clock of a test says. */
const inUse = "2027-06-30T00:00:00.000Z";
const expires = "2028-01-01T00:00:00.000Z";
const ranOut = "2026-10-01T00:00:00.000Z";

export const tokenOf = (name: ActorName): string | undefined =>
  name === "anonymous" ? undefined : `token-of-${name}`;

export const password = "tongtian-feng-walks-at-dusk";
export const emailOf = (name: PersonName): string => `${canary("email", name).toLowerCase()}@example.test`;
export const sessionIdOf = (name: ActorName): string => `session-of-${name}`;

/** Two companies, reviewers in every relation to one application, and a fund office with every role. */
export async function addPeople(trx: Write, passwordHash: string): Promise<Record<PersonName, string>> {
  const ids = {} as Record<PersonName, string>;
  for (const name of [...actorNames, ...extraReviewers]) {
    if (name === "anonymous") continue;
    ids[name] = await addPerson(trx, name, passwordHash);
    if (name.startsWith("reviewer")) await addReviewer(trx, ids[name]);
  }
  return ids;
}

async function addPerson(trx: Write, name: PersonName, passwordHash: string): Promise<string> {
  const id = newId();
  const role = name.startsWith("reviewer") ? "reviewer" : rolesOf[name as ActorName];
  await trx
    .insertInto("person")
    .values({
      id,
      email: emailOf(name),
      name: canary("person", name),
      locale: "zh",
      password_hash: passwordHash,
      email_verified_at: longAgo,
      disabled_at: name === "disabled" ? longAgo : null,
      totp_secret: null,
      totp_confirmed_at: null,
      created_at: longAgo,
      version: 1,
    })
    .execute();
  if (role) await trx.insertInto("staff_role").values({ person_id: id, role, granted_at: longAgo }).execute();
  const token = tokenOf(name as ActorName) as string;
  await trx
    .insertInto("session")
    .values({
      token_hash: hashToken(token),
      id: sessionIdOf(name as ActorName),
      person_id: id,
      created_at: longAgo,
      last_seen_at: inUse,
      expires_at: name === "expired" ? ranOut : expires,
      user_agent: "Mozilla/5.0 (X11; Linux x64) Firefox/140.0",
      network: "10.0.0",
      second_factor_at: role && name !== "halfway" ? longAgo : null,
    })
    .execute();
  return id;
}

const addReviewer = (trx: Write, personId: string) =>
  trx
    .insertInto("reviewer_profile")
    .values({
      person_id: personId,
      affiliation: "甲子示例研究院",
      affiliation_uscc: "",
      discipline: "technology",
      expertise: "[]",
      max_load: 10,
    })
    .execute();
