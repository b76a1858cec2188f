import { landingOf, type Landing } from "#app/domain/accounts/landing.ts";
import { emailKey } from "#app/domain/shared/email.ts";
import { hashPassword } from "#app/platform/password/hash-password.ts";
import { verifyPassword } from "#app/platform/password/verify-password.ts";
import type { Write } from "#app/platform/database/database.ts";
import { hashToken } from "#app/platform/secret-token.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { actingPerson } from "./acting-person.ts";
import { forgetSignInAttempts, takeSignInAttempt } from "./attempt-limits.ts";
import { rolesOf } from "./roles-of.ts";
import { type Device, type StartedSession, startSession } from "./start-session.ts";

interface Credentials extends Device {
  email: string;
  password: string;
  /** Of the browser's present session, which ends here. */
  previousToken?: string | undefined;
}

type Answer =
  | { ok: true; session: StartedSession; awaitsSecondFactor: boolean; landing: Landing }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "too_many_attempts"; retryAfterSeconds: number };

/**
 * The same answer after the same work, whether the address is unknown, the account is disabled or the password
 * is wrong. Every sign-in starts a session of its own.
 */
export async function signIn(ctx: Context, input: Credentials): Promise<Answer> {
  const allowed = await takeSignInAttempt(ctx.db, input.email, input.network);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  const email = emailKey(input.email);
  const person = await ctx.db.read
    .selectFrom("person")
    .select(["id", "name", "email", "locale", "password_hash", "disabled_at"])
    .where("email", "=", email)
    .executeTakeFirst();
  const verified = await verifyPassword(person?.password_hash ?? null, input.password);
  if (!person?.password_hash || !verified.ok || person.disabled_at !== null)
    return { ok: false, reason: "wrong" };
  const renewedHash = verified.outdated ? await hashPassword(input.password) : undefined;
  const answer = await ctx.db.write((trx) =>
    enter(trx, ctx, { ...person, password_hash: person.password_hash, renewedHash }, input),
  );
  if (answer.ok) await forgetSignInAttempts(ctx.db, email, input.network);
  return answer;
}

interface Entrant {
  id: string;
  name: string;
  email: string;
  locale: "zh" | "en";
  password_hash: string | null;
  renewedHash: string | undefined;
}

async function enter(trx: Write, ctx: Context, entrant: Entrant, input: Credentials): Promise<Answer> {
  const person = await trx
    .selectFrom("person")
    .select(["id", "totp_confirmed_at"])
    .where("id", "=", entrant.id)
    .where("password_hash", "=", entrant.password_hash)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  if (!person) return { ok: false, reason: "wrong" };
  const roles = await rolesOf(trx, person.id);
  const awaitsSecondFactor =
    person.totp_confirmed_at !== null || (ctx.settings.secondFactorRequired && roles.length > 0);
  if (entrant.renewedHash)
    await trx
      .updateTable("person")
      .set({ password_hash: entrant.renewedHash })
      .where("id", "=", person.id)
      .execute();
  if (input.previousToken)
    await trx.deleteFrom("session").where("token_hash", "=", hashToken(input.previousToken)).execute();
  const session = await startSession(trx, ctx, {
    ...input,
    personId: person.id,
    secondFactorAt: null,
    awaitsSecondFactor,
  });
  if (!awaitsSecondFactor)
    await recordEvent(
      trx,
      { ...ctx, actor: actingPerson(entrant) },
      {
        type: "person.signed_in",
        subject: { kind: "person", id: person.id },
        data: { sessionId: session.sessionId, secondFactor: false },
      },
    );
  return { ok: true, session, awaitsSecondFactor, landing: landingOf(roles) };
}
