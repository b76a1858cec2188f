import { dueCorrectionReminder, remindersBetween } from "#app/domain/notifications/delivery.ts";
import { beijingClock } from "#app/domain/shared/beijing-time.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { readReminderDays } from "#app/features/reminder-days.ts";
import { readCalendar } from "#app/features/working-calendar.ts";
import type { Read } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";

/**
 * Reminds the owners and editors of every running correction as its deadline draws near, once for each of the
 * working days in the settings. The reminder is an event; the mail follows from it. Returns how many were recorded.
 */
export async function remindCorrections(ctx: Context): Promise<number> {
  const { hour } = beijingClock(ctx.now);
  if (hour < remindersBetween.from || hour >= remindersBetween.until) return 0;
  const running = await ctx.db.read
    .selectFrom("application")
    .select(["id", "due_at as dueAt"])
    .where("state", "=", "supplement_required")
    .where("due_at", ">", ctx.now.toISOString())
    .orderBy("due_at")
    .limit(500)
    .execute();
  const due = await dueNow(ctx.db.read, ctx.now);
  const candidates = running.filter(({ dueAt }) => due(dueAt ?? "") !== null);
  const reminded = await Promise.all(candidates.map(({ id, dueAt }) => remind(ctx, id, dueAt ?? "")));
  return reminded.filter(Boolean).length;
}

/** Which reminder is due, by the holidays and the reminder days as they stand. */
async function dueNow(db: Read, now: Date): Promise<(dueAt: string) => number | null> {
  const [calendar, reminders] = [await readCalendar(db), await readReminderDays(db)];
  return (dueAt) => dueCorrectionReminder(dueAt, now, reminders, calendar);
}

/** Under the application's lock, so that of several workers one reminds; after a new deadline it begins anew. */
function remind(ctx: Context, id: string, dueAt: string): Promise<boolean> {
  return ctx.db.write(async (trx) => {
    const application = await trx
      .selectFrom("application")
      .select(["company_id", "call_id", "correction_round as round"])
      .where("id", "=", id)
      .where("state", "=", "supplement_required")
      .where("due_at", "=", dueAt)
      .$call(forUpdate(trx))
      .executeTakeFirst();
    const days = application ? (await dueNow(trx, ctx.now))(dueAt) : null;
    if (!application || days === null) return false;
    const data = { dueAt, days, round: application.round };
    const before = await trx
      .selectFrom("event")
      .select("seq")
      .where("application_id", "=", id)
      .where("type", "=", "correction.reminded")
      .where("data", "=", canonicalJson(data))
      .executeTakeFirst();
    if (before) return false;
    await recordEvent(trx, ctx, {
      type: "correction.reminded",
      subject: { kind: "application", id },
      ...{ applicationId: id, companyId: application.company_id, callId: application.call_id },
      data,
    });
    return true;
  });
}
