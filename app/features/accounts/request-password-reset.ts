import { after } from "#app/domain/accounts/lifetimes.ts";
import { emailKey } from "#app/domain/shared/email.ts";
import { newToken } from "#app/platform/secret-token.ts";
import type { Context } from "#app/features/context.ts";
import { queueMail } from "#app/features/queue-mail.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { takeMailRequest } from "./attempt-limits.ts";

type Answer = { ok: true } | { ok: false; reason: "too_many_attempts"; retryAfterSeconds: number };

/** The same answer and the same work for every address; only an account that can sign in gets a mail. */
export async function requestPasswordReset(
  ctx: Context,
  input: { email: string; network: string },
): Promise<Answer> {
  const email = emailKey(input.email);
  const allowed = await takeMailRequest(ctx.db, email, input.network);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  const { token, hash } = newToken();
  const expiresAt = after(ctx.now, "passwordReset");
  await ctx.db.write(async (trx) => {
    const person = await trx
      .selectFrom("person")
      .select(["id", "name", "locale", "email"])
      .where("email", "=", email)
      .where("disabled_at", "is", null)
      .executeTakeFirst();
    await trx
      .insertInto("one_time_token")
      .values({
        token_hash: hash,
        kind: "reset_password",
        person_id: person?.id ?? null,
        email,
        data: "{}",
        created_at: ctx.now.toISOString(),
        expires_at: expiresAt,
        used_at: null,
      })
      .execute();
    const subject = { kind: "person", id: person?.id ?? "" };
    const { id: eventId } = await recordEvent(trx, ctx, { type: "person.password_reset_asked", subject });
    if (!person) return;
    const { id: recipientId, locale, name } = person;
    await queueMail(trx, ctx, {
      eventId,
      recipientId,
      email: person.email,
      locale,
      name,
      template: "reset-password",
      fields: { token, expiresAt },
    });
  });
  return { ok: true };
}
