import { after } from "#app/domain/accounts/lifetimes.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import { newToken } from "#app/platform/secret-token.ts";
import type { Context } from "#app/features/context.ts";

/** From where a person signs in. */
export interface Device {
  userAgent: string;
  /** Truncated client network. */
  network: string;
}

export interface StartedSession {
  /** For the cookie; only its hash is stored. */
  token: string;
  sessionId: string;
  expiresAt: string;
}

/** A new session with a token nobody has seen: at every sign-in and whenever what the person may do changes. */
export async function startSession(
  trx: Write,
  { now }: Pick<Context, "now">,
  session: Device & { personId: string; secondFactorAt: string | null; awaitsSecondFactor: boolean },
): Promise<StartedSession> {
  const { token, hash } = newToken();
  const id = newId();
  const at = now.toISOString();
  const expiresAt = after(now, session.awaitsSecondFactor ? "halfSession" : "session");
  await trx
    .insertInto("session")
    .values({
      token_hash: hash,
      id,
      person_id: session.personId,
      created_at: at,
      last_seen_at: at,
      expires_at: expiresAt,
      user_agent: session.userAgent.slice(0, 300),
      network: session.network,
      second_factor_at: session.secondFactorAt,
    })
    .execute();
  return { token, sessionId: id, expiresAt };
}
