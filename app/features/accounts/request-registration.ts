import { after } from "#app/domain/accounts/lifetimes.ts";
import { emailKey } from "#app/domain/shared/email.ts";
import { newToken } from "#app/platform/secret-token.ts";
import type { Context } from "#app/features/context.ts";
import { queueMail } from "#app/features/queue-mail.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { takeMailRequest } from "./attempt-limits.ts";

interface RegistrationRequest {
  name: string;
  email: string;
  locale: "zh" | "en";
  /** Page of this portal to go to afterwards. */
  next?: string | undefined;
  network: string;
}

type Answer = { ok: true } | { ok: false; reason: "too_many_attempts"; retryAfterSeconds: number };

/**
 * Sends a link that proves the address; only the link makes an account and asks for a password, so nobody can
 * prepare an account in another's name. A known address gets the same answer, the same statements and a mail
 * that says so.
 */
export async function requestRegistration(ctx: Context, input: RegistrationRequest): Promise<Answer> {
  const email = emailKey(input.email);
  const allowed = await takeMailRequest(ctx.db, email, input.network);
  if (!allowed.ok)
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds: allowed.retryAfterSeconds };
  const { token, hash } = newToken();
  const expiresAt = after(ctx.now, "emailVerification");
  await ctx.db.write(async (trx) => {
    const known = await trx
      .selectFrom("person")
      .select(["id", "name", "locale"])
      .where("email", "=", email)
      .executeTakeFirst();
    await trx
      .insertInto("one_time_token")
      .values({
        token_hash: hash,
        kind: "verify_email",
        person_id: null,
        email,
        data: JSON.stringify({ name: input.name, locale: input.locale, next: input.next ?? "" }),
        created_at: ctx.now.toISOString(),
        expires_at: expiresAt,
        used_at: null,
      })
      .execute();
    const subject = { kind: "person", id: known?.id ?? "" };
    const { id: eventId } = await recordEvent(trx, ctx, { type: "person.registration_asked", subject });
    if (known) {
      const { name, locale } = known;
      const mail = { eventId, recipientId: known.id, email, locale, name, fields: {} };
      await queueMail(trx, ctx, { ...mail, template: "already-registered" });
    } else {
      const { name, locale } = input;
      const mail = { eventId, email, locale, name, fields: { token, expiresAt } };
      await queueMail(trx, ctx, { ...mail, template: "verify-email" });
    }
  });
  return { ok: true };
}
