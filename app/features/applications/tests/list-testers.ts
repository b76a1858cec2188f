import { mayCall } from "#app/domain/calls/policy.ts";
import type { Context } from "#app/features/context.ts";

export interface TesterRow {
  id: string;
  email: string;
  /** Of the account, once accepted. */
  name: string | null;
  invitedAt: string;
  expiresAt: string;
  acceptedAt: string | null;
  /** The link has run out without being used. */
  expired: boolean;
}

/** Who from outside was invited to try a call, the newest first; for those who run the tests. */
export async function listTesters({ db, actor, now }: Context, callId: string): Promise<TesterRow[]> {
  if (!mayCall(actor, "test")) return [];
  const rows = await db.read
    .selectFrom("call_tester as t")
    .leftJoin("person as p", "p.id", "t.person_id")
    .select(["t.id", "t.email", "p.name", "t.invited_at as invitedAt", "t.expires_at as expiresAt"])
    .select("t.accepted_at as acceptedAt")
    .where("t.call_id", "=", callId)
    .orderBy("t.invited_at", "desc")
    .orderBy("t.id", "desc")
    .execute();
  const at = now.toISOString();
  return rows.map((row) => ({ ...row, expired: row.acceptedAt === null && row.expiresAt <= at }));
}
