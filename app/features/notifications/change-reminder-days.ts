import { mayOffice } from "#app/domain/applications/office-policy.ts";
import { readReminderDays } from "#app/domain/notifications/delivery.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { findReminderDays, reminderSetting } from "#app/features/reminder-days.ts";
import type { Write } from "#app/platform/database/database.ts";

interface ChangeReminderDays {
  /** `2, 1`: working days before the deadline; empty for no reminders. */
  days: string;
  /** As the page had it. */
  version: number;
}

export type ReminderDaysRefusal = "not_allowed" | "days" | "stale";

/** Sets on which working days before its deadline a company is reminded of a correction. */
export function changeReminderDays(
  ctx: Context,
  input: ChangeReminderDays,
): Promise<{ ok: true } | { ok: false; reason: ReminderDaysRefusal }> {
  return ctx.db.write(async (trx) => {
    if (!mayOffice(ctx.actor, "change_working_days")) return { ok: false, reason: "not_allowed" };
    const days = readReminderDays(input.days);
    if (days === null) return { ok: false, reason: "days" };
    const before = await findReminderDays(trx);
    if (before.version !== input.version) return { ok: false, reason: "stale" };
    if (before.days.join() === days.join()) return { ok: true };
    if (!(await writeDays(trx, ctx, days, before.version))) return { ok: false, reason: "stale" };
    await recordEvent(trx, ctx, {
      type: "setting.changed",
      subject: { kind: "setting", id: reminderSetting },
      data: { before: [...before.days], after: days },
    });
    return { ok: true };
  });
}

/** False when somebody else was first. */
async function writeDays(trx: Write, { now }: Context, days: number[], from: number): Promise<boolean> {
  const row = { value: JSON.stringify(days), updated_at: now.toISOString(), version: from + 1 };
  if (from === 0) {
    const added = await trx
      .insertInto("setting")
      .values({ key: reminderSetting, ...row })
      .onConflict((conflict) => conflict.column("key").doNothing())
      .executeTakeFirst();
    return Number(added.numInsertedOrUpdatedRows ?? 0) === 1;
  }
  const changed = await trx
    .updateTable("setting")
    .set(row)
    .where("key", "=", reminderSetting)
    .where("version", "=", from)
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) === 1;
}
