import type { Context } from "#app/features/context.ts";
import { callState } from "#app/domain/calls/call-state.ts";
import { hashToken } from "#app/platform/secret-token.ts";

export interface TestInvitation {
  call: { code: string; title: { zh: string; en: string } };
  opensAt: string | null;
  email: string;
  invitedBy: string;
  /** The address has an account, which must sign in to accept. */
  hasAccount: boolean;
  /** The person signed in now holds that address. */
  isMine: boolean;
}

/** What the holder of a mailed link may see; undefined when it is unknown, used, too old or the call has opened. */
export async function findTestInvitation(ctx: Context, token: string): Promise<TestInvitation | undefined> {
  const row = await ctx.db.read
    .selectFrom("call_tester as t")
    .innerJoin("call as c", "c.id", "t.call_id")
    .innerJoin("person as inviter", "inviter.id", "t.invited_by")
    .leftJoin("person as invited", "invited.email", "t.email")
    .select(["c.code", "c.title_zh", "c.title_en", "c.opens_at as opensAt", "c.closes_at as closesAt"])
    .select(["t.email", "inviter.name as invitedBy", "invited.id as accountId"])
    .where("t.token_hash", "=", hashToken(token))
    .where("t.accepted_at", "is", null)
    .where("t.expires_at", ">", ctx.now.toISOString())
    .executeTakeFirst();
  if (!row || callState(row, ctx.now) !== "not_open") return undefined;
  const { code, title_zh: zh, title_en: en, opensAt, email, invitedBy, accountId } = row;
  return {
    call: { code, title: { zh, en } },
    ...{ opensAt, email, invitedBy },
    hasAccount: accountId !== null,
    isMine: ctx.actor.kind === "person" && ctx.actor.personId === accountId,
  };
}
