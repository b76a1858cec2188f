import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { hashPassword } from "#app/platform/password/hash-password.ts";
import { hashToken } from "#app/platform/secret-token.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { takeLinkAttempt } from "./attempt-limits.ts";
import { newAccount } from "./new-account.ts";
import { type PasswordProblem, passwordProblem } from "./password-problem.ts";
import { type Device, type StartedSession, startSession } from "./start-session.ts";

type Answer =
  | { ok: true; session: StartedSession; actor: PersonActor }
  | { ok: false; reason: "link_expired" | "has_account" | PasswordProblem }
  | { ok: false; reason: "too_many_attempts"; retryAfterSeconds: number };

/** An account for somebody invited to a company, or to try a call: the link in that mail proves the address, so no second one is sent. */
export async function registerInvited(
  ctx: Context,
  input: Device & { token: string; name: string; password: string; locale: "zh" | "en" },
): Promise<Answer> {
  const allowed = await takeLinkAttempt(ctx.db, input.network);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  const email = await invitedAddress(ctx, input.token);
  if (email === undefined) return { ok: false, reason: "link_expired" };
  const { name, locale } = input;
  const problem = passwordProblem(input.password, { email, name });
  if (problem) return { ok: false, reason: problem };
  const passwordHash = await hashPassword(input.password);
  return ctx.db.write(async (trx): Promise<Answer> => {
    const account = await newAccount(trx, ctx, { email, name, locale, passwordHash });
    if (!account) return { ok: false, reason: "has_account" };
    const { personId } = account;
    const session = await startSession(trx, ctx, {
      ...input,
      personId,
      secondFactorAt: null,
      awaitsSecondFactor: false,
    });
    const actor = { ...account, sessionId: session.sessionId, fullySignedIn: true };
    await recordEvent(
      trx,
      { ...ctx, actor },
      {
        type: "person.registered",
        subject: { kind: "person", id: personId },
        data: { by: "invitation" },
      },
    );
    return { ok: true, session, actor };
  });
}

async function invitedAddress({ db, now }: Context, token: string): Promise<string | undefined> {
  const [hash, at] = [hashToken(token), now.toISOString()];
  const invitation = await db.read
    .selectFrom("company_invitation")
    .select("email")
    .where("token_hash", "=", hash)
    .where("accepted_at", "is", null)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", at)
    .unionAll(
      db.read
        .selectFrom("call_tester")
        .select("email")
        .where("token_hash", "=", hash)
        .where("accepted_at", "is", null)
        .where("expires_at", ">", at),
    )
    .executeTakeFirst();
  return invitation?.email;
}
