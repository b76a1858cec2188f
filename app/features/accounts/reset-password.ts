import { hashPassword } from "#app/platform/password/hash-password.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { actingPerson } from "./acting-person.ts";
import { takeLinkAttempt } from "./attempt-limits.ts";
import { findLink, useLink } from "./find-link.ts";
import { type PasswordProblem, passwordProblem } from "./password-problem.ts";

type Answer =
  | { ok: true }
  | { ok: false; reason: "link_expired" | PasswordProblem }
  | { ok: false; reason: "too_many_attempts"; retryAfterSeconds: number };

/** A new password through the mailed link. Whoever was signed in with the old one is signed out everywhere. */
export async function resetPassword(
  ctx: Context,
  input: { token: string; password: string; network: string },
): Promise<Answer> {
  const allowed = await takeLinkAttempt(ctx.db, input.network);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  const found = await findLink(ctx, "reset_password", input.token);
  if (!found?.personId) return { ok: false, reason: "link_expired" };
  const problem = passwordProblem(input.password, { email: found.email });
  if (problem) return { ok: false, reason: problem };
  const passwordHash = await hashPassword(input.password);
  return ctx.db.write(async (trx): Promise<Answer> => {
    const link = await useLink(trx, ctx.now, "reset_password", input.token);
    const personId = link?.personId;
    if (!personId) return { ok: false, reason: "link_expired" };
    const at = ctx.now.toISOString();
    const person = await trx
      .updateTable("person")
      .set((eb) => ({ password_hash: passwordHash, version: eb("version", "+", 1) }))
      .where("id", "=", personId)
      .where("disabled_at", "is", null)
      .returning(["id", "name", "email", "locale"])
      .executeTakeFirst();
    if (!person) return { ok: false, reason: "link_expired" };
    await trx.deleteFrom("session").where("person_id", "=", personId).execute();
    await trx
      .updateTable("one_time_token")
      .set({ used_at: at })
      .where("person_id", "=", personId)
      .where("kind", "=", "reset_password")
      .where("used_at", "is", null)
      .execute();
    await recordEvent(
      trx,
      { ...ctx, actor: actingPerson(person) },
      {
        type: "person.password_changed",
        subject: { kind: "person", id: personId },
        data: { by: "link" },
      },
    );
    return { ok: true };
  });
}
