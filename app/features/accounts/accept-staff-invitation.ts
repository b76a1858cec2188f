import { landingOf, type Landing } from "#app/domain/accounts/landing.ts";
import { type PersonActor, type StaffRole, staffRoles } from "#app/domain/accounts/actor.ts";
import { hashPassword } from "#app/platform/password/hash-password.ts";
import type { Write } from "#app/platform/database/database.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { takeLinkAttempt } from "./attempt-limits.ts";
import { findLink, type Link, standingLink, useLink } from "./find-link.ts";
import { newAccount } from "./new-account.ts";
import { type PasswordProblem, passwordProblem } from "./password-problem.ts";
import { type Device, type StartedSession, startSession } from "./start-session.ts";

type Answer =
  | { ok: true; session: StartedSession; awaitsSecondFactor: boolean; landing: Landing }
  | {
      ok: false;
      reason: "link_expired" | "has_account" | "other_person" | "company_member" | PasswordProblem;
    }
  | { ok: false; reason: "too_many_attempts"; retryAfterSeconds: number };

/** A new account with the invited roles: the link proves the address. */
export async function acceptStaffInvitationAsNew(
  ctx: Context,
  input: Device & { token: string; name: string; password: string },
): Promise<Answer> {
  const allowed = await takeLinkAttempt(ctx.db, input.network);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  const found = await findLink(ctx, "invite_staff", input.token);
  if (!found) return { ok: false, reason: "link_expired" };
  const problem = passwordProblem(input.password, { email: found.email, name: input.name });
  if (problem) return { ok: false, reason: problem };
  const passwordHash = await hashPassword(input.password);
  return ctx.db.write(async (trx): Promise<Answer> => {
    const known = await trx
      .selectFrom("person")
      .select("id")
      .where("email", "=", found.email)
      .executeTakeFirst();
    if (known) return { ok: false, reason: "has_account" };
    const link = await useLink(trx, ctx.now, "invite_staff", input.token);
    if (!link) return { ok: false, reason: "link_expired" };
    const locale = link.data.locale ?? "zh";
    const actor = await newAccount(trx, ctx, { email: link.email, name: input.name, locale, passwordHash });
    if (!actor) return { ok: false, reason: "has_account" };
    await recordEvent(
      trx,
      { ...ctx, actor },
      {
        type: "person.registered",
        subject: { kind: "person", id: actor.personId },
        data: { by: "invitation" },
      },
    );
    return takeOffice(trx, ctx, actor, link, input, null);
  });
}

/** An existing account, signed in with the invited address, takes the roles; its sessions start afresh. */
export async function acceptStaffInvitation(
  ctx: Context,
  input: Device & { token: string },
): Promise<Answer> {
  const { actor } = ctx;
  if (actor.kind !== "person" || !actor.fullySignedIn) return { ok: false, reason: "other_person" };
  return ctx.db.write(async (trx): Promise<Answer> => {
    const link = await standingLink(trx, ctx.now, "invite_staff", input.token);
    if (!link) return { ok: false, reason: "link_expired" };
    if (link.email !== actor.email) return { ok: false, reason: "other_person" };
    const companies = await trx
      .selectFrom("company_member")
      .select("company_id")
      .where("person_id", "=", actor.personId)
      .limit(1)
      .execute();
    if (companies.length > 0) return { ok: false, reason: "company_member" };
    const present = await trx
      .selectFrom("session")
      .select("second_factor_at")
      .where("id", "=", actor.sessionId)
      .executeTakeFirst();
    await useLink(trx, ctx.now, "invite_staff", input.token);
    return takeOffice(trx, ctx, actor, link, input, present?.second_factor_at ?? null);
  });
}

async function takeOffice(
  trx: Write,
  ctx: Context,
  actor: PersonActor,
  link: Link,
  device: Device,
  secondFactorAt: string | null,
): Promise<Answer> {
  const { personId } = actor;
  const roles = staffRoles.filter((role): role is StaffRole => link.data.roles?.includes(role) ?? false);
  await trx
    .insertInto("staff_role")
    .values(
      roles.map((role) => ({
        person_id: personId,
        role,
        granted_by: link.data.invitedById ?? null,
        granted_at: ctx.now.toISOString(),
      })),
    )
    .onConflict((oc) => oc.columns(["person_id", "role"]).doNothing())
    .execute();
  await trx.deleteFrom("session").where("person_id", "=", personId).execute();
  const awaitsSecondFactor = ctx.settings.secondFactorRequired && secondFactorAt === null;
  const session = await startSession(trx, ctx, { ...device, personId, secondFactorAt, awaitsSecondFactor });
  await recordEvent(
    trx,
    { ...ctx, actor },
    {
      type: "person.invitation_accepted",
      subject: { kind: "person", id: personId },
      data: { roles },
    },
  );
  return { ok: true, session, awaitsSecondFactor, landing: landingOf(roles) };
}
