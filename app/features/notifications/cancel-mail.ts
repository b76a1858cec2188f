import { isCancellable } from "#app/domain/notifications/mail-state.ts";
import { canWithMail } from "#app/domain/notifications/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { visibleMails } from "./visible-mails.ts";

export type CancelRefusal = "not_found" | "not_allowed" | "too_late";
type Answer = { ok: true } | { ok: false; reason: CancelRefusal };

/** Stops a mail that is not on its way yet. A letter can be stopped in the minutes after its release. */
export async function cancelMail(ctx: Context, id: string): Promise<Answer> {
  const mail = await visibleMails(ctx.db.read, ctx.actor)
    .select(["m.id", "m.state", "m.template"])
    .select(["e.application_id as applicationId", "e.company_id as companyId", "e.call_id as callId"])
    .where("m.id", "=", id)
    .executeTakeFirst();
  if (!mail) return refuse("not_found");
  if (!canWithMail(ctx.actor, "cancel")) return refuse("not_allowed");
  if (!isCancellable(mail.state)) return refuse("too_late");
  return ctx.db.write(async (trx): Promise<Answer> => {
    const { numUpdatedRows } = await trx
      .updateTable("mail_delivery")
      .set({ state: "cancelled", last_error: "stopped by the office" })
      .where("id", "=", id)
      .where("state", "in", ["waiting", "retrying"])
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return refuse("too_late");
    const { applicationId, companyId, callId, template } = mail;
    await recordEvent(trx, ctx, {
      type: "mail.cancelled",
      subject: { kind: "mail", id },
      ...{ applicationId, companyId, callId },
      data: { template },
    });
    return { ok: true };
  });
}

const refuse = (reason: CancelRefusal) => ({ ok: false, reason }) as const;
