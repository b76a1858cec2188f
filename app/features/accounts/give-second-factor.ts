import { landingOf, type Landing } from "#app/domain/accounts/landing.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { forgetSecondFactorAttempts, takeSecondFactorAttempt } from "./attempt-limits.ts";
import { rolesOf } from "./roles-of.ts";
import { spendCode } from "./spend-code.ts";
import { type Device, type StartedSession, startSession } from "./start-session.ts";

type Answer =
  | { ok: true; session: StartedSession; landing: Landing; recoveryCodesLeft: number | null }
  | { ok: false; reason: "signed_out" | "wrong_code" }
  | { ok: false; reason: "too_many_attempts"; retryAfterSeconds: number };

/** A code from the authenticator, or a recovery code; either works once. The session gets a new token. */
export async function giveSecondFactor(ctx: Context, input: Device & { code: string }): Promise<Answer> {
  const { actor } = ctx;
  if (actor.kind !== "person" || actor.fullySignedIn) return { ok: false, reason: "signed_out" };
  const allowed = await takeSecondFactorAttempt(ctx.db, actor.personId);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  const { personId, sessionId } = actor;
  const answer = await ctx.db.write(async (trx): Promise<Answer> => {
    const factor = await spendCode(trx, ctx, personId, input.code);
    if (!factor) return { ok: false, reason: "wrong_code" };
    const ended = await trx.deleteFrom("session").where("id", "=", sessionId).executeTakeFirst();
    // Ended meanwhile, from another device: the code is spent and opens nothing.
    if (ended.numDeletedRows !== 1n) return { ok: false, reason: "signed_out" };
    const secondFactorAt = ctx.now.toISOString();
    const session = await startSession(trx, ctx, {
      ...input,
      personId,
      secondFactorAt,
      awaitsSecondFactor: false,
    });
    const roles = await rolesOf(trx, personId);
    const subject = { kind: "person", id: personId };
    if (factor.recoveryCodesLeft !== null)
      await recordEvent(trx, ctx, {
        type: "person.recovery_code_used",
        subject,
        data: { left: factor.recoveryCodesLeft },
      });
    await recordEvent(trx, ctx, {
      type: "person.signed_in",
      subject,
      data: { sessionId: session.sessionId, secondFactor: true },
    });
    return { ok: true, session, landing: landingOf(roles), recoveryCodesLeft: factor.recoveryCodesLeft };
  });
  if (answer.ok) await forgetSecondFactorAttempts(ctx.db, personId);
  return answer;
}
