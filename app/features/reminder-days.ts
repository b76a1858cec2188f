import { usualReminderDays } from "#app/domain/notifications/delivery.ts";
import type { Read } from "#app/platform/database/database.ts";

export const reminderSetting = "correction_reminder_days";

/** Working days before a correction is due on which its company is reminded. */
export const readReminderDays = async (db: Read): Promise<readonly number[]> =>
  (await findReminderDays(db)).days;

/** The same with the version a change is written against; 0 before anybody has changed it. */
export async function findReminderDays(db: Read): Promise<{ days: readonly number[]; version: number }> {
  const row = await db
    .selectFrom("setting")
    .select(["value", "version"])
    .where("key", "=", reminderSetting)
    .executeTakeFirst();
  return row
    ? { days: JSON.parse(row.value) as number[], version: row.version }
    : { days: usualReminderDays, version: 0 };
}
