import type { CompanyRole } from "#app/domain/accounts/actor.ts";
import { after } from "#app/domain/accounts/lifetimes.ts";
import { can } from "#app/domain/companies/policy.ts";
import { emailKey } from "#app/domain/shared/email.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import { newToken } from "#app/platform/secret-token.ts";
import type { Context } from "#app/features/context.ts";
import { queueMail } from "#app/features/queue-mail.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { takeInvitationMail } from "./company-limits.ts";
import { lockCompany, type LockedCompany } from "./lock-company.ts";

interface MemberInvitation {
  companyId: string;
  email: string;
  role: CompanyRole;
  /** Language of the mail, until the person has a setting of their own. */
  locale: "zh" | "en";
}

type Answer =
  | { ok: true; token: string }
  | { ok: false; reason: "not_found" | "not_allowed" | "already_member" | "already_invited" }
  | { ok: false; reason: "too_many_attempts"; retryAfterSeconds: number };

/** A link by mail that makes its receiver a member. Whether the address has an account stays unsaid. */
export async function inviteMember(ctx: Context, input: MemberInvitation): Promise<Answer> {
  const { companyId, role } = input;
  const email = emailKey(input.email);
  if (!mayInvite(ctx, companyId)) return { ok: false, reason: "not_allowed" };
  const allowed = await takeInvitationMail(ctx.db, companyId, email);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  return ctx.db.write(async (trx): Promise<Answer> => {
    const company = await lockCompany(trx, ctx, companyId);
    if (!company) return { ok: false, reason: "not_found" };
    if (!can(company.actor, "manage_members", { companyId, usccState: company.usccState }))
      return { ok: false, reason: "not_allowed" };
    const known = await trx
      .selectFrom("company_member as m")
      .innerJoin("person as p", "p.id", "m.person_id")
      .select("p.id")
      .where("m.company_id", "=", companyId)
      .where("p.email", "=", email)
      .executeTakeFirst();
    if (known) return { ok: false, reason: "already_member" };
    const open = await trx
      .selectFrom("company_invitation")
      .select("id")
      .where("company_id", "=", companyId)
      .where("email", "=", email)
      .where("accepted_at", "is", null)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    if (open) return { ok: false, reason: "already_invited" };
    return sendInvitation(trx, ctx, company, { email, role, locale: input.locale });
  });
}

/** The same invitation with a new link; the old one stops working. */
export async function resendInvitation(
  ctx: Context,
  input: { companyId: string; invitationId: string; locale: "zh" | "en" },
): Promise<Answer> {
  const { companyId, invitationId, locale } = input;
  if (!mayInvite(ctx, companyId)) return { ok: false, reason: "not_allowed" };
  const found = await ctx.db.read
    .selectFrom("company_invitation")
    .select("email")
    .where("id", "=", invitationId)
    .where("company_id", "=", companyId)
    .executeTakeFirst();
  if (!found) return { ok: false, reason: "not_found" };
  const allowed = await takeInvitationMail(ctx.db, companyId, found.email);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  return ctx.db.write(async (trx): Promise<Answer> => {
    const company = await lockCompany(trx, ctx, companyId);
    if (!company) return { ok: false, reason: "not_found" };
    if (!can(company.actor, "manage_members", { companyId, usccState: company.usccState }))
      return { ok: false, reason: "not_allowed" };
    const revoked = await trx
      .updateTable("company_invitation")
      .set({ revoked_at: ctx.now.toISOString() })
      .where("id", "=", invitationId)
      .where("company_id", "=", companyId)
      .where("accepted_at", "is", null)
      .where("revoked_at", "is", null)
      .returning(["email", "role"])
      .executeTakeFirst();
    if (!revoked) return { ok: false, reason: "not_found" };
    return sendInvitation(trx, ctx, company, { email: revoked.email, role: revoked.role, locale });
  });
}

/** Asked before an invitation counts against the company's limit, and again in the transaction. */
const mayInvite = ({ actor }: Context, companyId: string): boolean =>
  can(actor, "manage_members", { companyId, usccState: "" });

async function sendInvitation(
  trx: Write,
  ctx: Context,
  company: LockedCompany,
  invitation: { email: string; role: CompanyRole; locale: "zh" | "en" },
): Promise<Answer> {
  if (ctx.actor.kind !== "person") return { ok: false, reason: "not_allowed" };
  const { email, role } = invitation;
  const id = newId();
  const { token, hash } = newToken();
  const expiresAt = after(ctx.now, "companyInvitation");
  await trx
    .insertInto("company_invitation")
    .values({
      id,
      company_id: company.id,
      email,
      role,
      token_hash: hash,
      invited_by: ctx.actor.personId,
      created_at: ctx.now.toISOString(),
      expires_at: expiresAt,
      accepted_at: null,
      revoked_at: null,
    })
    .execute();
  const person = await trx
    .selectFrom("person")
    .select(["id", "name", "locale"])
    .where("email", "=", email)
    .executeTakeFirst();
  const { id: eventId } = await recordEvent(trx, ctx, {
    type: "company.member_invited",
    subject: { kind: "company_invitation", id },
    companyId: company.id,
    data: { role },
  });
  await queueMail(trx, ctx, {
    eventId,
    template: "invite-company-member",
    recipientId: person?.id ?? null,
    email,
    locale: person?.locale ?? invitation.locale,
    name: person?.name ?? "",
    fields: {
      token,
      expiresAt,
      role,
      company: { zh: company.nameZh, en: company.nameEn || company.nameZh },
      invitedBy: ctx.actor.name,
    },
  });
  return { ok: true, token };
}
