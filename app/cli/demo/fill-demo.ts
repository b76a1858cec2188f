import { queueEventMails } from "#app/features/notifications/queue-event-mails.ts";
import { newId } from "#app/platform/new-id.ts";
import { notices } from "#db/demo/office-texts.ts";
import { plannedApplications } from "#db/demo/plan.ts";
import { applicantsOf } from "./applicants.ts";
import { momentsBefore, play, type Story } from "./calendar.ts";
import { assembleCast, type Cast } from "./cast.ts";
import { storyOf } from "./stories/story-of.ts";
import type { Stage } from "./stage.ts";

/**
 * Plays the fund's last three months through the same commands as real use: equal seeds give an equal
 * demonstration, and what the rules forbid cannot be in it.
 */
export async function fillDemo(stage: Stage, end: Date, seed = 1): Promise<Cast> {
  const moments = momentsBefore(end);
  const cast = await assembleCast(stage, moments);
  const applicants = applicantsOf(stage);
  const applications = plannedApplications.map((planned, index) =>
    storyOf({
      cast,
      planned,
      seed: seed * 100 + index,
      applicantAt: (now) => applicants(planned.company, now),
    }),
  );
  await play([...applications, ...notices.map((notice) => publish(cast, notice))], (night) =>
    queueMails(stage, night),
  );
  await queueMails(stage, end);
  return cast;
}

async function* publish({ stage, callId, moments }: Cast, notice: (typeof notices)[number]): Story {
  const now = yield moments.office(notice.daysAgo, 20);
  await stage.db.write((trx) =>
    trx
      .insertInto("notice")
      .values({
        ...{ id: newId(), call_id: callId, published_at: now.toISOString() },
        ...{ title_zh: notice.titleZh, title_en: notice.titleEn },
        ...{ body_zh: notice.bodyZh, body_en: notice.bodyEn },
      })
      .execute(),
  );
}

/** Each evening's mails from the facts of that evening. */
async function queueMails({ db, settings }: Stage, now: Date): Promise<void> {
  for (;;) {
    const { events, unreadable } = await queueEventMails({ db, now, settings });
    if (unreadable.length > 0) throw new Error(`Demo: ${unreadable.length} mails could not be put together`);
    if (events === 0) return;
  }
}
