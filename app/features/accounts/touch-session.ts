import type { Database } from "#app/platform/database/database.ts";

const touchEveryMs = 5 * 60_000;

/** Notes that a session is in use, at most once in five minutes so that reading costs no write. */
export async function touchSession(
  db: Database,
  sessionId: string,
  seenAt: string,
  now: Date,
): Promise<void> {
  if (now.getTime() - Date.parse(seenAt) < touchEveryMs) return;
  await db.write((trx) =>
    trx.updateTable("session").set({ last_seen_at: now.toISOString() }).where("id", "=", sessionId).execute(),
  );
}
