import type { StaffRole } from "#app/domain/accounts/actor.ts";
import { after } from "#app/domain/accounts/lifetimes.ts";
import { can } from "#app/domain/accounts/policy.ts";
import { emailKey } from "#app/domain/shared/email.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newToken } from "#app/platform/secret-token.ts";
import type { Context } from "#app/features/context.ts";
import { queueMail } from "#app/features/queue-mail.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Link } from "./find-link.ts";

interface StaffInvitation {
  name: string;
  email: string;
  roles: readonly StaffRole[];
  locale: "zh" | "en";
}

type Answer =
  | { ok: true; token: string; expiresAt: string }
  | { ok: false; reason: "not_allowed" | "no_roles" | "already_staff" | "company_member" | "not_found" };

/**
 * The only way to a role: nobody registers as one of the fund's people. An earlier invitation to the same
 * address stops working. The token is for the mail; the command line prints it for the first administrator.
 */
export async function inviteStaff(ctx: Context, input: StaffInvitation): Promise<Answer> {
  if (!can(ctx.actor, "invite", { personId: null })) return { ok: false, reason: "not_allowed" };
  if (input.roles.length === 0) return { ok: false, reason: "no_roles" };
  return ctx.db.write((trx) => sendInvitation(trx, ctx, { ...input, email: emailKey(input.email) }));
}

/** The same invitation once more, with a new link. */
export async function resendStaffInvitation(ctx: Context, input: { invitation: string }): Promise<Answer> {
  if (!can(ctx.actor, "invite", { personId: null })) return { ok: false, reason: "not_allowed" };
  return ctx.db.write(async (trx): Promise<Answer> => {
    const row = await trx
      .selectFrom("one_time_token")
      .select(["email", "data"])
      .where("token_hash", "=", input.invitation)
      .where("kind", "=", "invite_staff")
      .where("used_at", "is", null)
      .executeTakeFirst();
    if (!row) return { ok: false, reason: "not_found" };
    const { name = "", locale = "zh", roles = [] } = JSON.parse(row.data) as Link["data"];
    return sendInvitation(trx, ctx, { name, email: row.email, locale, roles: roles as StaffRole[] });
  });
}

async function sendInvitation(trx: Write, ctx: Context, invitation: StaffInvitation): Promise<Answer> {
  const { email, name, locale, roles } = invitation;
  const refusal = await invitationRefusal(trx, email);
  if (refusal) return { ok: false, reason: refusal };
  const at = ctx.now.toISOString();
  await trx
    .updateTable("one_time_token")
    .set({ used_at: at })
    .where("kind", "=", "invite_staff")
    .where("email", "=", email)
    .where("used_at", "is", null)
    .execute();
  const { token, hash } = newToken();
  const expiresAt = after(ctx.now, "staffInvitation");
  const invitedBy = ctx.actor.kind === "person" ? ctx.actor.name : "";
  await trx
    .insertInto("one_time_token")
    .values({
      token_hash: hash,
      kind: "invite_staff",
      person_id: null,
      email,
      data: JSON.stringify({ name, locale, roles, invitedBy, invitedById: inviterId(ctx) }),
      created_at: at,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute();
  const { id: eventId } = await recordEvent(trx, ctx, {
    type: "person.invited",
    subject: { kind: "invitation", id: hash },
    data: { roles: [...roles] },
  });
  const fields = { token, expiresAt, roles, invitedBy };
  await queueMail(trx, ctx, { eventId, email, locale, name, template: "invite-staff", fields });
  return { ok: true, token, expiresAt };
}

const inviterId = ({ actor }: Context): string | null => (actor.kind === "person" ? actor.personId : null);

/** Company people keep to their company: the fund's work needs an account of its own. */
async function invitationRefusal(
  trx: Write,
  email: string,
): Promise<"already_staff" | "company_member" | undefined> {
  const person = await trx
    .selectFrom("person")
    .select((eb) => [
      eb
        .selectFrom("staff_role")
        .select((of) => of.fn.countAll<number>().as("n"))
        .whereRef("staff_role.person_id", "=", "person.id")
        .as("roles"),
      eb
        .selectFrom("company_member")
        .select((of) => of.fn.countAll<number>().as("n"))
        .whereRef("company_member.person_id", "=", "person.id")
        .as("companies"),
    ])
    .where("email", "=", email)
    .executeTakeFirst();
  if (Number(person?.roles ?? 0) > 0) return "already_staff";
  return Number(person?.companies ?? 0) > 0 ? "company_member" : undefined;
}
