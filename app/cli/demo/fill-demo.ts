import { queueEventMails } from "#app/features/notifications/queue-event-mails.ts";
import { changeMix } from "#app/features/reviews/proposal/change-mix.ts";
import { newId } from "#app/platform/new-id.ts";
import { notices } from "#db/demo/office-texts.ts";
import { type PlannedApplication, plannedApplications } from "#db/demo/plan.ts";
import { applicantsOf } from "./applicants.ts";
import { fillCrowd } from "./bulk/fill-crowd.ts";
import { momentsBefore, play, type Story } from "./calendar.ts";
import { assembleCast, type Cast } from "./cast.ts";
import { storyOf } from "./stories/story-of.ts";
import { as, done, type Stage } from "./stage.ts";

export interface DemoSize {
  seed?: number;
  /** Beyond those of the stories they come as a crowd, written in bulk. */
  applications?: number;
  reviewers?: number;
  /** The only project the crowd comes with. */
  crowdProject?: string | undefined;
  planned?: readonly PlannedApplication[];
}

/**
 * Plays the fund's last three months through the same commands as real use: equal seeds give an equal
 * demonstration, and what the rules forbid cannot be in it.
 */
export async function fillDemo(stage: Stage, end: Date, size: DemoSize = {}): Promise<Cast> {
  const { seed = 1, applications: wanted = 0, reviewers = 0, planned = plannedApplications } = size;
  const { crowdProject: project } = size;
  const moments = momentsBefore(end);
  const cast = await assembleCast(stage, moments);
  const applicants = applicantsOf(stage);
  const applications = planned.map((part, index) =>
    storyOf({
      ...{ cast, planned: part, seed: seed * 100 + index },
      applicantAt: (now) => applicants(part.company, now),
    }),
  );
  await play(
    [...applications, askForWishes(cast), ...notices.map((notice) => publish(cast, notice))],
    (night) => queueMails(stage, night),
  );
  await queueMails(stage, end);
  const beyond = wanted - planned.length;
  if (beyond > 0) await fillCrowd(cast, { applications: beyond, reviewers, seed, project });
  return cast;
}

/** Of one call reviewers are still to be found: they are asked what they would like. */
async function* askForWishes({ stage, staff, calls, moments }: Cast): Story {
  const now = yield moments.office(2, 40);
  const call = calls.get("C7");
  if (!call) return;
  const asked = { declared: "50", text: "40", wish: "10", wishesOpen: true, version: 0 };
  done(
    await changeMix(as(stage, staff.officer, now), { callId: call.callId, ...asked }),
    "asking for wishes",
  );
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
