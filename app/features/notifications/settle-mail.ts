import type { Updateable } from "kysely";
import type { MailDeliveryTable } from "#db/schema.ts";
import { nextAttemptAt } from "#app/domain/notifications/delivery.ts";
import { carriesToken } from "#app/domain/notifications/mail-template.ts";
import type { Context } from "#app/features/context.ts";
import type { ClaimedMail } from "./claim-mails.ts";

export interface KeptText {
  subject: string;
  html: string;
  text: string;
}

export type Settlement =
  | { result: "sent" | "kept"; mail: KeptText }
  | { result: "later"; error: string }
  | { result: "failed"; error: string; mail?: KeptText }
  /** It no longer applies: the draft was submitted, the member has left. */
  | { result: "cancelled"; why: string };

/**
 * Writes down how an attempt ended, if the mail is still this worker's. Returns the mail's new state, or null
 * when another worker has taken it over.
 */
export async function settleMail(
  { db, now, settings }: Pick<Context, "db" | "now" | "settings">,
  mail: ClaimedMail,
  settlement: Settlement,
): Promise<MailDeliveryTable["state"] | null> {
  const change = changeOf(mail, settlement, now, settings.demo);
  return db.write(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("mail_delivery")
      .set({ ...change, lease_until: null })
      .where("id", "=", mail.id)
      .where("state", "=", "sending")
      .where("attempts", "=", mail.attempt)
      .executeTakeFirst();
    return numUpdatedRows === 1n ? change.state : null;
  });
}

type Change = Updateable<MailDeliveryTable> & { state: MailDeliveryTable["state"] };

function changeOf(mail: ClaimedMail, settlement: Settlement, now: Date, demo: boolean): Change {
  switch (settlement.result) {
    case "sent":
    case "kept":
      return {
        state: settlement.result,
        sent_at: settlement.result === "sent" ? now.toISOString() : null,
        last_error: null,
        ...keptContent(mail, settlement.mail, demo),
        ...(carriesToken(mail.template) && !demo
          ? { fields: JSON.stringify({ ...mail.fields, token: "" }) }
          : {}),
      };
    case "later": {
      const next = nextAttemptAt(mail.attempt, now);
      const error = shortened(settlement.error);
      return next
        ? { state: "retrying", next_attempt_at: next.toISOString(), last_error: error }
        : { state: "failed", last_error: error };
    }
    case "failed":
      return {
        state: "failed",
        last_error: shortened(settlement.error),
        ...(settlement.mail ? keptContent(mail, settlement.mail, demo) : {}),
      };
    case "cancelled":
      return { state: "cancelled", last_error: settlement.why };
  }
}

/** Whoever reads the log later must not be able to use a one-time link, so it is taken out of what is kept. */
function keptContent(mail: ClaimedMail, { subject, html, text }: KeptText, demo: boolean): KeptText {
  const token = carriesToken(mail.template) && !demo ? String(mail.fields["token"] ?? "") : "";
  const hide = (content: string) => (token === "" ? content : content.replaceAll(token, "…"));
  return { subject: hide(subject), html: hide(html), text: hide(text) };
}

/** Servers quote the address back at us; the log of errors stays short and without it. */
const shortened = (error: string): string =>
  error
    .replace(/[^\s<>"]+@[^\s<>"]+/g, "…")
    .replace(/\s+/g, " ")
    .slice(0, 300);
