import { landingOf, type Landing } from "#app/domain/accounts/landing.ts";
import { normaliseOneTimeCode } from "#app/domain/accounts/recovery-code.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { totpStep } from "#app/platform/totp.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { forgetSecondFactorAttempts, takeSecondFactorAttempt } from "./attempt-limits.ts";
import { issueRecoveryCodes } from "./issue-recovery-codes.ts";
import { rolesOf } from "./roles-of.ts";
import { sealSecondFactor, unsealSecondFactor } from "./second-factor-secret.ts";
import { type Device, type StartedSession, startSession } from "./start-session.ts";

type Answer =
  | { ok: true; session: StartedSession; recoveryCodes: string[]; landing: Landing }
  | { ok: false; reason: "signed_out" | "already_set_up" | "wrong_code" }
  | { ok: false; reason: "too_many_attempts"; retryAfterSeconds: number };

/**
 * The first code proves that the authenticator holds the offered secret. From now on every session of this
 * person needs a second factor: this one is renewed with it, the others have to give it.
 */
export async function setUpSecondFactor(
  ctx: Context,
  input: Device & { sealed: string; code: string },
): Promise<Answer> {
  const { actor } = ctx;
  if (actor.kind !== "person") return { ok: false, reason: "signed_out" };
  const { personId, sessionId } = actor;
  const allowed = await takeSecondFactorAttempt(ctx.db, personId);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  const secret = unsealSecondFactor(ctx, personId, input.sealed);
  const code = normaliseOneTimeCode(input.code);
  const step = secret && code ? totpStep(secret, code, ctx.now) : undefined;
  if (!secret || step === undefined) return { ok: false, reason: "wrong_code" };
  const at = ctx.now.toISOString();
  const answer = await ctx.db.write(async (trx): Promise<Answer> => {
    const person = await trx
      .selectFrom("session as s")
      .innerJoin("person as p", "p.id", "s.person_id")
      .select("p.totp_confirmed_at")
      .where("s.id", "=", sessionId)
      .where("p.id", "=", personId)
      .where("p.disabled_at", "is", null)
      .$call(forUpdate(trx))
      .executeTakeFirst();
    if (!person) return { ok: false, reason: "signed_out" };
    if (person.totp_confirmed_at !== null) return { ok: false, reason: "already_set_up" };
    await trx
      .updateTable("person")
      .set((eb) => ({
        totp_secret: sealSecondFactor(ctx, personId, secret),
        totp_confirmed_at: at,
        totp_last_step: step,
        version: eb("version", "+", 1),
      }))
      .where("id", "=", personId)
      .execute();
    await trx.deleteFrom("session").where("id", "=", sessionId).execute();
    const recoveryCodes = await issueRecoveryCodes(trx, personId);
    const session = await startSession(trx, ctx, {
      ...input,
      personId,
      secondFactorAt: at,
      awaitsSecondFactor: false,
    });
    const roles = await rolesOf(trx, personId);
    const subject = { kind: "person", id: personId };
    await recordEvent(trx, ctx, { type: "person.second_factor_set_up", subject });
    if (!actor.fullySignedIn)
      await recordEvent(trx, ctx, {
        type: "person.signed_in",
        subject,
        data: { sessionId: session.sessionId, secondFactor: true },
      });
    return { ok: true, session, recoveryCodes, landing: landingOf(roles) };
  });
  if (answer.ok) await forgetSecondFactorAttempts(ctx.db, personId);
  return answer;
}
