import { correctionWorkingDays, formalCheckProblems } from "#app/domain/applications/formal-check.ts";
import { reminderSchedule } from "#app/domain/notifications/delivery.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import { unsettledYears, workingDayDeadline } from "#app/domain/shared/working-days.ts";
import { type FoundApplication, findApplication } from "#app/features/applications/find-application.ts";
import { listFormalCheckRecords } from "#app/features/applications/office/list-formal-check-records.ts";
import { previewCorrection } from "#app/features/notifications/preview-correction.ts";
import { readReminderDays } from "#app/features/reminder-days.ts";
import { readCalendar } from "#app/features/working-calendar.ts";
import type { RequestContext } from "#app/http/request-context.ts";

/** The notice as it would go out now; undefined where no check is open or this person may not send one. */
export async function readNotice(ctx: RequestContext["ctx"], applicationId: string) {
  const head = await findApplication(ctx, applicationId);
  if (!head) return undefined;
  const check = (await listFormalCheckRecords(ctx, head.id)).find(({ result }) => result === "open");
  if (!check) return undefined;
  const calendar = await readCalendar(ctx.db.read);
  const dueAt = workingDayDeadline(ctx.now, correctionWorkingDays, calendar).toISOString();
  const round = head.correctionRound + 1;
  const preview = await previewCorrection(ctx, {
    applicationId: head.id,
    items: check.flags,
    round,
    dueAt,
  });
  const reminders = reminderSchedule(dueAt, ctx.now, await readReminderDays(ctx.db.read), calendar);
  const unsettled = unsettledYears(beijingDay(ctx.now), beijingDay(dueAt), calendar);
  return (
    preview && {
      ...{ head, check, dueAt, round, preview, reminders, unsettled },
      sendable: isSendable(head, check),
    }
  );
}

const isSendable = (
  head: FoundApplication,
  { checklist, flags }: Awaited<ReturnType<typeof listFormalCheckRecords>>[number],
): boolean =>
  formalCheckProblems(checklist, {
    result: "correction",
    items: flags,
    roundsUsed: head.correctionRound,
  }).length === 0;
