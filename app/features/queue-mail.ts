import type { Transaction } from "kysely";
import type { Schema } from "#db/schema.ts";
import type { MailFields } from "#emails/mail-fields.ts";
import type { MailTemplate } from "#app/domain/notifications/mail-template.ts";
import { newId } from "#app/platform/new-id.ts";
import type { Context } from "./context.ts";

export interface Mail<T extends MailTemplate> {
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
  trx: Transaction<Schema>,
  ctx: Pick<Context, "now" | "settings">,
  mail: Mail<T>,
): Promise<void> {
  const id = newId();
  const now = ctx.now.toISOString();
  await trx
    .insertInto("mail_delivery")
    .values({
      id,
      event_id: mail.eventId,
      template: mail.template,
      recipient_id: mail.recipientId ?? null,
      recipient_email: mail.email,
      locale: mail.locale,
      fields: JSON.stringify({ name: mail.name ?? "", ...mail.fields }),
      state: "waiting",
      attempts: 0,
      next_attempt_at: now,
      lease_until: null,
      message_id: `<${id}@${mailDomain(ctx.settings.mailFrom)}>`,
      subject: null,
      html: null,
      text: null,
      last_error: null,
      created_at: now,
      sent_at: null,
    })
    .onConflict((oc) => oc.columns(["event_id", "recipient_email", "template"]).doNothing())
    .execute();
}

/** The right-hand side of `portal@example.cn` or `Name <portal@example.cn>`. */
const mailDomain = (from: string): string => /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
