import type { StaffRole } from "#app/domain/accounts/actor.ts";
import { can } from "#app/domain/accounts/policy.ts";
import type { Context } from "#app/features/context.ts";
import type { Link } from "./find-link.ts";

export interface StaffInvitationRow {
  /** Hash of the token: names the invitation, opens nothing. */
  invitation: string;
  email: string;
  name: string;
  roles: StaffRole[];
  sentAt: string;
  expiresAt: string;
  expired: boolean;
}

/** Invitations that were neither accepted nor taken back, the latest first. */
export async function listStaffInvitations(ctx: Context): Promise<StaffInvitationRow[]> {
  if (!can(ctx.actor, "list", { personId: null })) return [];
  const rows = await ctx.db.read
    .selectFrom("one_time_token")
    .select(["token_hash", "email", "data", "created_at", "expires_at"])
    .where("kind", "=", "invite_staff")
    .where("used_at", "is", null)
    .orderBy("created_at", "desc")
    .limit(200)
    .execute();
  return rows.map((row) => {
    const { name = "", roles = [] } = JSON.parse(row.data) as Link["data"];
    return {
      invitation: row.token_hash,
      email: row.email,
      name,
      roles: roles as StaffRole[],
      sentAt: row.created_at,
      expiresAt: row.expires_at,
      expired: row.expires_at <= ctx.now.toISOString(),
    };
  });
}
