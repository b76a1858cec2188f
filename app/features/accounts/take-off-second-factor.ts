import { can } from "#app/domain/accounts/policy.ts";
import type { Write } from "#app/platform/database/database.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { forgetSecondFactorAttempts, takeSecondFactorAttempt } from "./attempt-limits.ts";
import { spendCode } from "./spend-code.ts";

type Answer =
  | { ok: true }
  | { ok: false; reason: "not_allowed" | "not_set_up" | "wrong_code" }
  | { ok: false; reason: "too_many_attempts"; retryAfterSeconds: number };

/**
 * One's own second factor, against a code of it. Whoever must have one is then asked to set up the next before
 * anything else, which is how an authenticator is replaced.
 */
export async function takeOffSecondFactor(ctx: Context, input: { code: string }): Promise<Answer> {
  const { actor } = ctx;
  if (actor.kind !== "person" || !can(actor, "change_own", { personId: actor.personId }))
    return { ok: false, reason: "not_allowed" };
  const { personId, sessionId } = actor;
  const allowed = await takeSecondFactorAttempt(ctx.db, personId);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  const answer = await ctx.db.write(async (trx): Promise<Answer> => {
    if (!(await spendCode(trx, ctx, personId, input.code))) return { ok: false, reason: "wrong_code" };
    await removeSecondFactor(trx, personId);
    await trx.updateTable("session").set({ second_factor_at: null }).where("id", "=", sessionId).execute();
    await trx.deleteFrom("session").where("person_id", "=", personId).where("id", "!=", sessionId).execute();
    const subject = { kind: "person", id: personId };
    await recordEvent(trx, ctx, { type: "person.second_factor_removed", subject });
    return { ok: true };
  });
  if (answer.ok) await forgetSecondFactorAttempts(ctx.db, personId);
  return answer;
}

/** For somebody who lost both authenticator and recovery codes; they have been identified by other means. */
export async function takeSecondFactorOf(ctx: Context, input: { personId: string }): Promise<Answer> {
  const { personId } = input;
  if (!can(ctx.actor, "take_second_factor", { personId })) return { ok: false, reason: "not_allowed" };
  return ctx.db.write(async (trx): Promise<Answer> => {
    if (!(await removeSecondFactor(trx, personId))) return { ok: false, reason: "not_set_up" };
    await trx.deleteFrom("session").where("person_id", "=", personId).execute();
    const subject = { kind: "person", id: personId };
    await recordEvent(trx, ctx, { type: "person.second_factor_removed", subject });
    return { ok: true };
  });
}

async function removeSecondFactor(trx: Write, personId: string): Promise<boolean> {
  const changed = await trx
    .updateTable("person")
    .set((eb) => ({
      totp_secret: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", personId)
    .where("totp_confirmed_at", "is not", null)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) return false;
  await trx.deleteFrom("recovery_code").where("person_id", "=", personId).execute();
  return true;
}
