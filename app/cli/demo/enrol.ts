import type { CompanyRole, PersonActor, StaffRole } from "#app/domain/accounts/actor.ts";
import { system } from "#app/domain/accounts/actor.ts";
import { acceptStaffInvitationAsNew } from "#app/features/accounts/accept-staff-invitation.ts";
import { completeRegistration } from "#app/features/accounts/complete-registration.ts";
import { inviteStaff } from "#app/features/accounts/invite-staff.ts";
import { registerInvited } from "#app/features/accounts/register-invited.ts";
import { requestRegistration } from "#app/features/accounts/request-registration.ts";
import { acceptInvitation } from "#app/features/companies/accept-invitation.ts";
import { createCompany } from "#app/features/companies/create-company.ts";
import { inviteMember } from "#app/features/companies/invite-member.ts";
import { as, done, type Stage } from "./stage.ts";

export interface Newcomer {
  email: string;
  name: string;
  locale: "zh" | "en";
}

/** One of the fund's people: invited by an administrator (the first by the command line), then accepting. */
export async function enrolStaff(
  stage: Stage,
  now: Date,
  person: Newcomer & { roles: readonly StaffRole[] },
  password: string,
  invitedBy: PersonActor | typeof system = system,
): Promise<PersonActor> {
  const { email, name, locale, roles } = person;
  const invited = await inviteStaff(as(stage, invitedBy, now), { email, name, locale, roles });
  const { token } = done(invited, `inviting ${name}`);
  const link = { ...deviceOf(email), token, name, password };
  done(await acceptStaffInvitationAsNew(as(stage, { kind: "anonymous" }, now), link), `accepting as ${name}`);
  return await actorOf(stage, email, { roles });
}

/** Somebody who registers: the mailed link, then a password. */
export async function register(
  stage: Stage,
  now: Date,
  person: Newcomer,
  password: string,
): Promise<PersonActor> {
  const ctx = as(stage, { kind: "anonymous" }, now);
  const device = deviceOf(person.email);
  done(await requestRegistration(ctx, { ...person, network: device.network }), `registering ${person.name}`);
  const token = await mailedToken(stage, person.email);
  done(await completeRegistration(ctx, { ...device, token, password }), `completing ${person.name}`);
  return await actorOf(stage, person.email, {});
}

export interface Founding {
  uscc: string;
  nameZh: string;
  nameEn: string;
}

/** Creates the company and returns its owner as the next request would find them. */
export async function found(
  stage: Stage,
  now: Date,
  founder: PersonActor,
  company: Founding,
): Promise<{ companyId: string; owner: PersonActor }> {
  const created = await createCompany(as(stage, founder, now), company);
  const { companyId } = done(created, `founding ${company.nameZh}`);
  return { companyId, owner: { ...founder, memberships: [{ companyId, role: "owner" }] } };
}

/** A colleague: invited by the owner, registering through that link. */
export async function join(
  stage: Stage,
  now: Date,
  owner: PersonActor,
  companyId: string,
  person: Newcomer & { role: CompanyRole },
  password: string,
): Promise<PersonActor> {
  const { email, name, locale, role } = person;
  const invitation = await inviteMember(as(stage, owner, now), { companyId, email, role, locale });
  const { token } = done(invitation, `inviting ${name}`);
  const link = { ...deviceOf(email), token, name, locale, password };
  done(await registerInvited(as(stage, { kind: "anonymous" }, now), link), `registering ${name}`);
  const colleague = await actorOf(stage, email, {});
  done(await acceptInvitation(as(stage, colleague, now), { token }), `joining as ${name}`);
  return { ...colleague, memberships: [{ companyId, role }] };
}

/** Each comes from a network of their own, or the limits on strangers would meet them. */
const deviceOf = (email: string) => ({ userAgent: "Demonstration", network: `demo ${email}` });

async function mailedToken({ db }: Stage, email: string): Promise<string> {
  const mail = await db.read
    .selectFrom("mail_delivery")
    .select("fields")
    .where("recipient_email", "=", email)
    .where("template", "=", "verify-email")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return (JSON.parse(mail.fields) as { token: string }).token;
}

async function actorOf(
  { db }: Stage,
  email: string,
  { roles = [] }: { roles?: readonly StaffRole[] },
): Promise<PersonActor> {
  const person = await db.read
    .selectFrom("person")
    .select(["id", "name", "email", "locale"])
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  const { id, ...rest } = person;
  return {
    ...rest,
    kind: "person",
    personId: id,
    sessionId: "",
    roles,
    memberships: [],
    fullySignedIn: true,
  };
}
