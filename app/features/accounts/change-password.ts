import { can } from "#app/domain/accounts/policy.ts";
import { hashPassword } from "#app/platform/password/hash-password.ts";
import { verifyPassword } from "#app/platform/password/verify-password.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { forgetCurrentPasswordAttempts, takeCurrentPasswordAttempt } from "./attempt-limits.ts";
import { type PasswordProblem, passwordProblem } from "./password-problem.ts";
import { type Device, type StartedSession, startSession } from "./start-session.ts";

type Answer =
  | { ok: true; session: StartedSession }
  | { ok: false; reason: "not_allowed" | "wrong_password" | "stale" | PasswordProblem }
  | { ok: false; reason: "too_many_attempts"; retryAfterSeconds: number };

/** Against the present password. Every other session ends, and this one gets a new token. */
export async function changePassword(
  ctx: Context,
  input: Device & { current: string; password: string },
): Promise<Answer> {
  const { actor } = ctx;
  if (actor.kind !== "person" || !can(actor, "change_own", { personId: actor.personId }))
    return { ok: false, reason: "not_allowed" };
  const { personId, email, name } = actor;
  const allowed = await takeCurrentPasswordAttempt(ctx.db, personId);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  const { password_hash: currentHash } = await ctx.db.read
    .selectFrom("person")
    .select("password_hash")
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  if (!currentHash || !(await verifyPassword(currentHash, input.current)).ok)
    return { ok: false, reason: "wrong_password" };
  const problem = passwordProblem(input.password, { email, name, current: input.current });
  if (problem) return { ok: false, reason: problem };
  const passwordHash = await hashPassword(input.password);
  const answer = await ctx.db.write(async (trx): Promise<Answer> => {
    const changed = await trx
      .updateTable("person")
      .set((eb) => ({ password_hash: passwordHash, version: eb("version", "+", 1) }))
      .where("id", "=", personId)
      .where("password_hash", "=", currentHash)
      .where("disabled_at", "is", null)
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) return { ok: false, reason: "stale" };
    const present = await trx
      .selectFrom("session")
      .select("second_factor_at")
      .where("id", "=", actor.sessionId)
      .executeTakeFirst();
    await trx.deleteFrom("session").where("person_id", "=", personId).execute();
    const session = await startSession(trx, ctx, {
      ...input,
      personId,
      secondFactorAt: present?.second_factor_at ?? null,
      awaitsSecondFactor: false,
    });
    await recordEvent(trx, ctx, {
      type: "person.password_changed",
      subject: { kind: "person", id: personId },
      data: { by: "person" },
    });
    return { ok: true, session };
  });
  if (answer.ok) await forgetCurrentPasswordAttempts(ctx.db, personId);
  return answer;
}
