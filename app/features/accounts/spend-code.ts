import { normaliseOneTimeCode, normaliseRecoveryCode } from "#app/domain/accounts/recovery-code.ts";
import type { Write } from "#app/platform/database/database.ts";
import { hashToken } from "#app/platform/secret-token.ts";
import { totpStep } from "#app/platform/totp.ts";
import type { Context } from "#app/features/context.ts";
import { unsealSecondFactor } from "./second-factor-secret.ts";

/**
 * Accepts a code of the authenticator or a recovery code, and makes sure that it cannot be accepted again.
 * Undefined when it is neither; `recoveryCodesLeft` is set when it was a recovery code.
 */
export async function spendCode(
  trx: Write,
  ctx: Context,
  personId: string,
  typed: string,
): Promise<{ recoveryCodesLeft: number | null } | undefined> {
  const code = normaliseOneTimeCode(typed);
  if (code)
    return (await spendOneTimeCode(trx, ctx, personId, code)) ? { recoveryCodesLeft: null } : undefined;
  const recovery = normaliseRecoveryCode(typed);
  return recovery ? spendRecoveryCode(trx, ctx, personId, recovery) : undefined;
}

async function spendOneTimeCode(trx: Write, ctx: Context, personId: string, code: string): Promise<boolean> {
  const person = await trx
    .selectFrom("person")
    .select("totp_secret")
    .where("id", "=", personId)
    .where("totp_confirmed_at", "is not", null)
    .executeTakeFirst();
  const secret = person?.totp_secret && unsealSecondFactor(ctx, personId, person.totp_secret);
  const step = secret ? totpStep(secret, code, ctx.now) : undefined;
  if (step === undefined) return false;
  const taken = await trx
    .updateTable("person")
    .set({ totp_last_step: step })
    .where("id", "=", personId)
    .where((eb) => eb.or([eb("totp_last_step", "is", null), eb("totp_last_step", "<", step)]))
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

async function spendRecoveryCode(trx: Write, { now }: Context, personId: string, code: string) {
  const used = await trx
    .updateTable("recovery_code")
    .set({ used_at: now.toISOString() })
    .where("person_id", "=", personId)
    .where("code_hash", "=", hashToken(code))
    .where("used_at", "is", null)
    .executeTakeFirst();
  if (used.numUpdatedRows !== 1n) return undefined;
  const { left } = await trx
    .selectFrom("recovery_code")
    .select((eb) => eb.fn.countAll<number>().as("left"))
    .where("person_id", "=", personId)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return { recoveryCodesLeft: Number(left) };
}
