import type { StaffRole } from "#app/domain/accounts/actor.ts";
import type { Context } from "#app/features/context.ts";
import { findLink } from "./find-link.ts";

export interface OpenStaffInvitation {
  email: string;
  name: string;
  roles: StaffRole[];
  /** The address has an account, which must sign in to accept. */
  hasAccount: boolean;
  /** The person signed in now holds that address. */
  isMine: boolean;
}

/** What the holder of the link may see of an invitation; undefined when it is not open. */
export async function findStaffInvitation(
  ctx: Context,
  token: string,
): Promise<OpenStaffInvitation | undefined> {
  const link = await findLink(ctx, "invite_staff", token);
  if (!link) return undefined;
  const account = await ctx.db.read
    .selectFrom("person")
    .select("id")
    .where("email", "=", link.email)
    .executeTakeFirst();
  return {
    email: link.email,
    name: link.data.name ?? "",
    roles: (link.data.roles ?? []) as StaffRole[],
    hasAccount: account !== undefined,
    isMine: ctx.actor.kind === "person" && ctx.actor.personId === account?.id,
  };
}
