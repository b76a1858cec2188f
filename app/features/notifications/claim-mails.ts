import { leaseMs } from "#app/domain/notifications/delivery.ts";
import type { MailTemplate } from "#app/domain/notifications/mail-template.ts";
import type { Context } from "#app/features/context.ts";
import type { Read } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";

export interface ClaimedMail {
  id: string;
  template: MailTemplate;
  recipientId: string | null;
  email: string;
  locale: "zh" | "en";
  /** With `name`, and all the template needs. */
  fields: Record<string, unknown>;
  messageId: string;
  createdAt: string;
  /** Which attempt this is. It also proves, afterwards, that the mail is still this worker's. */
  attempt: number;
}

/**
 * Takes mails that are due and writes a lease on them. A mail whose worker died is due again when its lease ends;
 * it may then arrive twice, under the same Message-ID.
 */
export async function claimMails(
  { db, now }: Pick<Context, "db" | "now">,
  limit: number,
): Promise<ClaimedMail[]> {
  const at = now.toISOString();
  // An idle worker only reads: the writer belongs to those who work.
  const anyDue = await dueMails(db.read, at).select("id").limit(1).executeTakeFirst();
  if (!anyDue) return [];
  return db.write(async (trx) => {
    const due = await dueMails(trx, at)
      .select(["id", "template", "recipient_id", "recipient_email", "locale", "fields"])
      .select(["message_id", "created_at", "attempts"])
      .orderBy("next_attempt_at")
      .orderBy("id")
      .limit(limit)
      .$call(forUpdate(trx))
      .execute();
    if (due.length === 0) return [];
    await trx
      .updateTable("mail_delivery")
      .set((eb) => ({
        state: "sending" as const,
        attempts: eb("attempts", "+", 1),
        lease_until: new Date(now.getTime() + leaseMs).toISOString(),
      }))
      .where(
        "id",
        "in",
        due.map(({ id }) => id),
      )
      .execute();
    return due.map((row) => ({
      id: row.id,
      template: row.template as MailTemplate,
      recipientId: row.recipient_id,
      email: row.recipient_email,
      locale: row.locale,
      fields: JSON.parse(row.fields) as Record<string, unknown>,
      messageId: row.message_id,
      createdAt: row.created_at,
      attempt: row.attempts + 1,
    }));
  });
}

const dueMails = (db: Read, at: string) =>
  db
    .selectFrom("mail_delivery")
    .where((eb) =>
      eb.or([
        eb.and([eb("state", "in", ["waiting", "retrying"]), eb("next_attempt_at", "<=", at)]),
        eb.and([eb("state", "=", "sending"), eb("lease_until", "<=", at)]),
      ]),
    );
