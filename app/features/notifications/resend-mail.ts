import { carriesToken } from "#app/domain/notifications/mail-template.ts";
import { isResendable } from "#app/domain/notifications/mail-state.ts";
import { canWithMail } from "#app/domain/notifications/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { regatherFields } from "./regather-fields.ts";
import { visibleMails } from "./visible-mails.ts";

export type ResendRefusal =
  "not_found" | "not_allowed" | "not_failed" | "link_gone" | "nothing_to_send" | "stale";
type Answer = { ok: true } | { ok: false; reason: ResendRefusal };

/**
 * Gives a mail that failed for good another series of attempts, with its facts read anew; under the same
 * Message-ID, should the first have arrived after all.
 */
export async function resendMail(ctx: Context, id: string): Promise<Answer> {
  const mail = await visibleMails(ctx.db.read, ctx.actor)
    .select(["m.id", "m.template", "m.state", "m.fields", "m.event_id", "m.recipient_id"])
    .select(["e.application_id as applicationId", "e.company_id as companyId", "e.call_id as callId"])
    .where("m.id", "=", id)
    .executeTakeFirst();
  if (!mail) return refuse("not_found");
  if (!canWithMail(ctx.actor, "resend")) return refuse("not_allowed");
  if (!isResendable(mail.state)) return refuse("not_failed");
  const fields = await freshFields(ctx, mail);
  if (fields === null) return refuse(carriesToken(mail.template) ? "link_gone" : "nothing_to_send");
  return ctx.db.write(async (trx): Promise<Answer> => {
    const { numUpdatedRows } = await trx
      .updateTable("mail_delivery")
      .set({
        state: "waiting",
        attempts: 0,
        next_attempt_at: ctx.now.toISOString(),
        lease_until: null,
        last_error: null,
        fields,
      })
      .where("id", "=", id)
      .where("state", "=", "failed")
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return refuse("stale");
    const { applicationId, companyId, callId, template } = mail;
    await recordEvent(trx, ctx, {
      type: "mail.resent",
      subject: { kind: "mail", id },
      ...{ applicationId, companyId, callId },
      data: { template },
    });
    return { ok: true };
  });
}

/** A one-time link cannot be read anew: either the row still holds it or it is gone. */
async function freshFields(
  ctx: Context,
  mail: { template: string; fields: string; event_id: string; recipient_id: string | null },
): Promise<string | null> {
  if (carriesToken(mail.template))
    return (JSON.parse(mail.fields) as { token?: string }).token ? mail.fields : null;
  if (mail.template === "already-registered") return mail.fields;
  return regatherFields(ctx.db.read, mail);
}

const refuse = (reason: ResendRefusal) => ({ ok: false, reason }) as const;
