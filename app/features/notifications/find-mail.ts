import { isCancellable, isResendable } from "#app/domain/notifications/mail-state.ts";
import { carriesToken } from "#app/domain/notifications/mail-template.ts";
import { canWithMail } from "#app/domain/notifications/policy.ts";
import type { Context } from "#app/features/context.ts";
import { visibleMails } from "./visible-mails.ts";

/** One mail of the log with all that was sent, and what may be done with it; undefined when not to be seen. */
export async function findMail(ctx: Pick<Context, "db" | "actor">, id: string) {
  const row = await visibleMails(ctx.db.read, ctx.actor)
    .select(["m.id", "m.template", "m.state", "m.recipient_email as email", "p.name", "m.locale"])
    .select(["m.subject", "m.html", "m.text", "m.attempts", "m.message_id as messageId"])
    .select(["m.created_at as createdAt", "m.next_attempt_at as nextAttemptAt", "m.sent_at as sentAt"])
    .select(["m.last_error as lastError", "e.seq as eventSeq", "e.type as eventType", "e.at as eventAt"])
    .select("e.application_id as applicationId")
    .where("m.id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...row,
    eventSeq: Number(row.eventSeq),
    linkRemoved: carriesToken(row.template) && row.text?.includes("/…") === true,
    mayResend: isResendable(row.state) && canWithMail(ctx.actor, "resend"),
    mayCancel: isCancellable(row.state) && canWithMail(ctx.actor, "cancel"),
  };
}

export type FoundMail = NonNullable<Awaited<ReturnType<typeof findMail>>>;
