import type { Insertable } from "kysely";
import type { MailDeliveryTable } from "#db/schema.ts";
import type { MailFields } from "#emails/mail-fields.ts";
import type { MailTemplate } from "#app/domain/notifications/mail-template.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import type { Context } from "./context.ts";

export interface Mail<T extends MailTemplate = MailTemplate> {
  /** The event this mail tells of: one mail per event, recipient and template, however often it is queued. */
  eventId: string;
  template: T;
  /** Absent for somebody who has no account yet. */
  recipientId?: string | null;
  email: string;
  locale: "zh" | "en";
  /** How the mail addresses the recipient; empty when unknown. */
  name?: string;
  fields: MailFields[T];
}

/**
 * Puts a mail in the outbox as part of the command's own transaction: it is sent if and only if the act stands.
 * Commands call this for mails with a one-time link; every other mail is derived from its event by the worker.
 */
export async function queueMail<T extends MailTemplate>(
  trx: Write,
  ctx: Pick<Context, "now" | "settings">,
  mail: Mail<T>,
): Promise<void> {
  await insertMails(trx, [mailRow(ctx, mail)]);
}

/** A row of the outbox, ready to be sent. */
export function mailRow<T extends MailTemplate>(
  { now, settings }: Pick<Context, "now" | "settings">,
  mail: Mail<T>,
): Insertable<MailDeliveryTable> {
  const id = newId();
  return {
    id,
    event_id: mail.eventId,
    template: mail.template,
    recipient_id: mail.recipientId ?? null,
    recipient_email: mail.email,
    locale: mail.locale,
    fields: JSON.stringify({ name: mail.name ?? "", ...mail.fields }),
    state: "waiting",
    attempts: 0,
    next_attempt_at: now.toISOString(),
    lease_until: null,
    message_id: `<${id}@${mailDomain(settings.mailFrom)}>`,
    subject: null,
    html: null,
    text: null,
    last_error: null,
    created_at: now.toISOString(),
    sent_at: null,
  };
}

/** A mail that is in the outbox already stays as it is. */
export async function insertMails(trx: Write, rows: readonly Insertable<MailDeliveryTable>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 500)
    await trx
      .insertInto("mail_delivery")
      .values(rows.slice(from, from + 500))
      .onConflict((oc) => oc.columns(["event_id", "recipient_email", "template"]).doNothing())
      .execute();
}

/** The right-hand side of `portal@example.cn` or `Name <portal@example.cn>`. */
const mailDomain = (from: string): string => /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
