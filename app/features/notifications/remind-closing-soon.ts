import { closingReminderDays, dueReminder, remindersBetween } from "#app/domain/notifications/delivery.ts";
import { beijingClock } from "#app/domain/shared/beijing-time.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { forUpdate } from "#app/platform/database/sql.ts";

/**
 * Reminds the owners and editors of every draft as its call draws to a close, once for each of the days in the
 * rule. The reminder is an event; the mail follows from it like any other. Returns how many were recorded.
 */
export async function remindClosingSoon(ctx: Context): Promise<number> {
  const { hour } = beijingClock(ctx.now);
  if (hour < remindersBetween.from || hour >= remindersBetween.until) return 0;
  const horizon = new Date(ctx.now.getTime() + closingReminderDays[0] * 24 * 60 * 60_000).toISOString();
  const calls = await ctx.db.read
    .selectFrom("call")
    .select(["id", "closes_at"])
    .where("closes_at", ">", ctx.now.toISOString())
    .where("closes_at", "<=", horizon)
    .execute();
  let reminded = 0;
  for (const { id, closes_at } of calls) if (closes_at) reminded += await remindCall(ctx, id, closes_at);
  return reminded;
}

async function remindCall(ctx: Context, callId: string, closesAt: string): Promise<number> {
  const days = dueReminder(closesAt, ctx.now);
  if (days === null) return 0;
  const data = { closesAt, days };
  const drafts = await ctx.db.read
    .selectFrom("application as a")
    .select("a.id")
    .where("a.call_id", "=", callId)
    .where("a.state", "=", "draft")
    .where("a.is_test", "=", 0)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("event as e")
            .select("e.seq")
            .whereRef("e.application_id", "=", "a.id")
            .where("e.type", "=", "application.closing_reminded")
            .where("e.data", "=", canonicalJson(data)),
        ),
      ),
    )
    .limit(500)
    .execute();
  const done = await Promise.all(drafts.map(({ id }) => remind(ctx, id, data)));
  return done.filter(Boolean).length;
}

/** Under the application's lock, so that of several workers one reminds. */
const remind = (
  ctx: Context,
  applicationId: string,
  data: { closesAt: string; days: number },
): Promise<boolean> =>
  ctx.db.write(async (trx) => {
    const draft = await trx
      .selectFrom("application")
      .select(["company_id", "call_id"])
      .where("id", "=", applicationId)
      .where("state", "=", "draft")
      .$call(forUpdate(trx))
      .executeTakeFirst();
    const before = await trx
      .selectFrom("event")
      .select("seq")
      .where("application_id", "=", applicationId)
      .where("type", "=", "application.closing_reminded")
      .where("data", "=", canonicalJson(data))
      .executeTakeFirst();
    if (!draft || before) return false;
    await recordEvent(trx, ctx, {
      type: "application.closing_reminded",
      subject: { kind: "application", id: applicationId },
      applicationId,
      companyId: draft.company_id,
      callId: draft.call_id,
      data,
    });
    return true;
  });
