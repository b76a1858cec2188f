import { hashPassword } from "#app/platform/password/hash-password.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { takeLinkAttempt } from "./attempt-limits.ts";
import { findLink, useLink } from "./find-link.ts";
import { newAccount } from "./new-account.ts";
import { type PasswordProblem, passwordProblem } from "./password-problem.ts";
import { type Device, type StartedSession, startSession } from "./start-session.ts";

type Answer =
  | { ok: true; session: StartedSession; next: string }
  | { ok: false; reason: "link_expired" | "already_registered" | PasswordProblem }
  | { ok: false; reason: "too_many_attempts"; retryAfterSeconds: number };

/** The mailed link and a password make the account, and sign in. */
export async function completeRegistration(
  ctx: Context,
  input: Device & { token: string; password: string },
): Promise<Answer> {
  const allowed = await takeLinkAttempt(ctx.db, input.network);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  const found = await findLink(ctx, "verify_email", input.token);
  if (!found) return { ok: false, reason: "link_expired" };
  const { name = "", locale = "zh", next = "" } = found.data;
  const problem = passwordProblem(input.password, { email: found.email, name });
  if (problem) return { ok: false, reason: problem };
  const passwordHash = await hashPassword(input.password);
  return ctx.db.write(async (trx): Promise<Answer> => {
    const link = await useLink(trx, ctx.now, "verify_email", input.token);
    if (!link) return { ok: false, reason: "link_expired" };
    const actor = await newAccount(trx, ctx, { email: link.email, name, locale, passwordHash });
    if (!actor) return { ok: false, reason: "already_registered" };
    const personId = actor.personId;
    const session = await startSession(trx, ctx, {
      ...input,
      personId,
      secondFactorAt: null,
      awaitsSecondFactor: false,
    });
    await recordEvent(
      trx,
      { ...ctx, actor },
      { type: "person.registered", subject: { kind: "person", id: personId } },
    );
    return { ok: true, session, next };
  });
}
