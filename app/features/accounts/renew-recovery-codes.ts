import { can } from "#app/domain/accounts/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { forgetSecondFactorAttempts, takeSecondFactorAttempt } from "./attempt-limits.ts";
import { issueRecoveryCodes } from "./issue-recovery-codes.ts";
import { spendCode } from "./spend-code.ts";

type Answer =
  | { ok: true; recoveryCodes: string[] }
  | { ok: false; reason: "not_allowed" | "wrong_code" }
  | { ok: false; reason: "too_many_attempts"; retryAfterSeconds: number };

/** A new set against a code; the old ones stop working. */
export async function renewRecoveryCodes(ctx: Context, input: { code: string }): Promise<Answer> {
  const { actor } = ctx;
  if (actor.kind !== "person" || !can(actor, "change_own", { personId: actor.personId }))
    return { ok: false, reason: "not_allowed" };
  const { personId } = actor;
  const allowed = await takeSecondFactorAttempt(ctx.db, personId);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  const answer = await ctx.db.write(async (trx): Promise<Answer> => {
    if (!(await spendCode(trx, ctx, personId, input.code))) return { ok: false, reason: "wrong_code" };
    const recoveryCodes = await issueRecoveryCodes(trx, personId);
    const subject = { kind: "person", id: personId };
    await recordEvent(trx, ctx, { type: "person.recovery_codes_renewed", subject });
    return { ok: true, recoveryCodes };
  });
  if (answer.ok) await forgetSecondFactorAttempts(ctx.db, personId);
  return answer;
}
