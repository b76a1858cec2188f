import { sendingLimitMs } from "#app/domain/notifications/delivery.ts";
import { queueEventMails } from "#app/features/notifications/queue-event-mails.ts";
import { openMailer } from "#app/platform/mailer/mailer.ts";
import { deliverMails } from "./deliver-mails.ts";
import { startLoop } from "./loop.ts";
import { startSchedule } from "./schedule.ts";
import type { WorkerServices } from "./worker-services.ts";

const pollMs = 1_000;

/** Starts the loops that turn events into mail and deliver it; `stop` finishes what is under way. */
export function startWorker(services: WorkerServices): { stop(): Promise<void> } {
  const { settings, logger } = services;
  const mailer = settings.smtpUrl
    ? openMailer({
        url: settings.smtpUrl,
        from: settings.mailFrom,
        perSecond: settings.mailPerSecond,
        limitMs: sendingLimitMs,
      })
    : undefined;
  const loops = [
    startLoop({ name: "queue mails", everyMs: pollMs, logger, run: () => queueMails(services) }),
    startLoop({ name: "deliver mails", everyMs: pollMs, logger, run: () => deliverMails(services, mailer) }),
    ...startSchedule(services),
  ];
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
      mailer?.close();
    },
  };
}

async function queueMails({ db, clock, settings, logger }: WorkerServices): Promise<boolean> {
  const { events, unreadable } = await queueEventMails({ db, now: clock(), settings });
  for (const mailId of unreadable)
    logger.error({ mailId, alert: "mail" }, "a mail could not be put together; see the mail log");
  return events > 0;
}
