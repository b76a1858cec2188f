import { mostAttempts } from "#app/domain/notifications/delivery.ts";
import { claimMails, type ClaimedMail } from "#app/features/notifications/claim-mails.ts";
import { isLetter, letterDisagreements } from "#app/features/notifications/letter-disagreements.ts";
import { type Settlement, settleMail } from "#app/features/notifications/settle-mail.ts";
import { whyNoLongerDue } from "#app/features/notifications/why-no-longer-due.ts";
import { languageTag } from "#app/i18n/locale.ts";
import type { Mailer } from "#app/platform/mailer/mailer.ts";
import type { RenderedMail } from "#emails/render-mail.tsx";
import { renderDelivery } from "./render-delivery.ts";
import type { WorkerServices } from "./worker-services.ts";

/** As many as the mailer has connections: four mails each, at most a minute a mail, end within the lease. */
const lanes = 5;
const largestBatch = 20;

/**
 * Delivers what is due, a batch at a time; true when there may be more. Without a mailer every mail is rendered
 * and kept in the log, to be read there.
 */
export async function deliverMails(services: WorkerServices, mailer: Mailer | undefined): Promise<boolean> {
  const { settings, db, clock } = services;
  // No mail may wait for its turn so long that its lease ends.
  const limit = mailer
    ? Math.max(1, Math.min(largestBatch, Math.floor(settings.mailPerSecond * 30)))
    : largestBatch;
  const mails = await claimMails({ db, now: clock() }, limit);
  const waiting = [...mails];
  const lane = async () => {
    for (let mail = waiting.shift(); mail; mail = waiting.shift()) await deliver(services, mailer, mail);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return mails.length === limit;
}

async function deliver(
  services: WorkerServices,
  mailer: Mailer | undefined,
  mail: ClaimedMail,
): Promise<void> {
  const { settings, db, clock, logger, metrics } = services;
  const settlement = await attempt(services, mailer, mail);
  const state = await settleMail({ db, now: clock(), settings }, mail, settlement);
  metrics.mails.inc({ result: state ?? "lost_lease" });
  const about = { mailId: mail.id, template: mail.template, attempt: mail.attempt };
  if (state === "failed" && "error" in settlement)
    logger.error(
      { ...about, reason: settlement.error, alert: "mail" },
      "a mail failed for good; see the mail log",
    );
  else if (state === "retrying") logger.warn(about, "a mail will be tried again");
}

async function attempt(
  services: WorkerServices,
  mailer: Mailer | undefined,
  mail: ClaimedMail,
): Promise<Settlement> {
  if (mail.attempt > mostAttempts) return { result: "failed", error: "gave up after too many attempts" };
  const ctx = { db: services.db, now: services.clock() };
  const why = await whyNoLongerDue(ctx, mail);
  if (why !== null) return { result: "cancelled", why };
  let rendered: RenderedMail;
  try {
    rendered = await renderDelivery(mail, services.settings);
  } catch (error) {
    return { result: "failed", error: `not rendered: ${String(error)}` };
  }
  const refusal = await letterRefusal(services, mail, rendered);
  if (refusal) return refusal;
  if (!mailer) return { result: "kept", mail: rendered };
  const { email: to, messageId, locale } = mail;
  const outcome = await mailer.send({ ...rendered, to, messageId, language: languageTag[locale] });
  if (outcome.result === "sent") return { result: "sent", mail: rendered };
  if (outcome.result === "refused") return { result: "failed", error: outcome.error, mail: rendered };
  return { result: "later", error: outcome.error };
}

/** A letter that contradicts its decision does not leave the house; one to a former member is not sent. */
async function letterRefusal(
  { db }: WorkerServices,
  mail: ClaimedMail,
  { subject, html, text }: RenderedMail,
): Promise<Settlement | undefined> {
  const { template, recipientId, fields } = mail;
  if (!isLetter(template)) return undefined;
  const found = await letterDisagreements(db.read, { template, recipientId, fields, subject, text });
  if (found.length === 0) return undefined;
  if (found.length === 1 && found[0] === "recipient")
    return { result: "cancelled", why: "no longer a member of the company" };
  return {
    result: "failed",
    mail: { subject, html, text },
    error: `letter disagrees with the decision: ${found.join(", ")}`,
  };
}
