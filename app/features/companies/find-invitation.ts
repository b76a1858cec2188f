import type { CompanyRole } from "#app/domain/accounts/actor.ts";
import { hashToken } from "#app/platform/secret-token.ts";
import type { Context } from "#app/features/context.ts";

export interface OpenInvitation {
  companyId: string;
  companyNameZh: string;
  companyNameEn: string;
  email: string;
  role: CompanyRole;
  invitedBy: string;
  expiresAt: string;
  /** The address has an account, which must sign in to accept. */
  hasAccount: boolean;
  /** The person signed in now holds that address. */
  isMine: boolean;
}

/** What the holder of a mailed link may see; undefined when it is unknown, used, withdrawn or too old. */
export async function findInvitation(ctx: Context, token: string): Promise<OpenInvitation | undefined> {
  const row = await ctx.db.read
    .selectFrom("company_invitation as i")
    .innerJoin("company as c", "c.id", "i.company_id")
    .innerJoin("person as inviter", "inviter.id", "i.invited_by")
    .leftJoin("person as invited", "invited.email", "i.email")
    .select([
      "c.id as companyId",
      "c.name_zh as companyNameZh",
      "c.name_en as companyNameEn",
      "i.email",
      "i.role",
      "inviter.name as invitedBy",
      "i.expires_at as expiresAt",
      "invited.id as accountId",
    ])
    .where("i.token_hash", "=", hashToken(token))
    .where("i.accepted_at", "is", null)
    .where("i.revoked_at", "is", null)
    .where("i.expires_at", ">", ctx.now.toISOString())
    .executeTakeFirst();
  if (!row) return undefined;
  const { accountId, ...invitation } = row;
  const isMine = ctx.actor.kind === "person" && ctx.actor.personId === accountId;
  return { ...invitation, hasAccount: accountId !== null, isMine };
}
