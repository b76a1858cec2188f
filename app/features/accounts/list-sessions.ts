import { lifetimes } from "#app/domain/accounts/lifetimes.ts";
import { can } from "#app/domain/accounts/policy.ts";
import type { Context } from "#app/features/context.ts";

export interface SessionRow {
  id: string;
  startedAt: string;
  seenAt: string;
  userAgent: string;
  network: string;
  current: boolean;
}

/** The person's own sessions that are still good, this one first, then the latest used. */
export async function listSessions(ctx: Context): Promise<SessionRow[]> {
  const { actor } = ctx;
  if (actor.kind !== "person" || !can(actor, "change_own", { personId: actor.personId })) return [];
  const rows = await ctx.db.read
    .selectFrom("session")
    .select(["id", "created_at as startedAt", "last_seen_at as seenAt", "user_agent as userAgent", "network"])
    .where("person_id", "=", actor.personId)
    .where("expires_at", ">", ctx.now.toISOString())
    .orderBy("last_seen_at", "desc")
    .limit(100)
    .execute();
  const idle = actor.roles.length > 0 ? new Date(ctx.now.getTime() - lifetimes.staffIdle).toISOString() : "";
  const sessions = rows
    .filter((row) => row.seenAt >= idle)
    .map((row) => ({ ...row, current: row.id === actor.sessionId }));
  return sessions.sort((a, b) => Number(b.current) - Number(a.current));
}
