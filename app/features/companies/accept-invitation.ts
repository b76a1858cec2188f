import { mayJoinCompanies } from "#app/domain/companies/policy.ts";
import { hashToken } from "#app/platform/secret-token.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";

type Answer =
  { ok: true; companyId: string } | { ok: false; reason: "link_expired" | "other_person" | "not_allowed" };

/** The invited address, signed in, becomes a member. The link works once. */
export async function acceptInvitation(ctx: Context, input: { token: string }): Promise<Answer> {
  const { actor } = ctx;
  if (actor.kind !== "person" || !mayJoinCompanies(actor)) return { ok: false, reason: "not_allowed" };
  const at = ctx.now.toISOString();
  return ctx.db.write(async (trx): Promise<Answer> => {
    const invitation = await trx
      .selectFrom("company_invitation")
      .select(["id", "email"])
      .where("token_hash", "=", hashToken(input.token))
      .executeTakeFirst();
    if (!invitation) return { ok: false, reason: "link_expired" };
    if (invitation.email !== actor.email) return { ok: false, reason: "other_person" };
    const accepted = await trx
      .updateTable("company_invitation")
      .set({ accepted_at: at })
      .where("id", "=", invitation.id)
      .where("accepted_at", "is", null)
      .where("revoked_at", "is", null)
      .where("expires_at", ">", at)
      .returning(["company_id", "role", "invited_by"])
      .executeTakeFirst();
    if (!accepted) return { ok: false, reason: "link_expired" };
    const { company_id: companyId, role, invited_by: invitedBy } = accepted;
    await trx
      .insertInto("company_member")
      .values({ company_id: companyId, person_id: actor.personId, role, added_by: invitedBy, added_at: at })
      .onConflict((oc) => oc.columns(["company_id", "person_id"]).doNothing())
      .execute();
    await recordEvent(trx, ctx, {
      type: "company.member_joined",
      subject: { kind: "person", id: actor.personId },
      companyId,
      data: { role, invitationId: invitation.id },
    });
    return { ok: true, companyId };
  });
}
