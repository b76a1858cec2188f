import { holidayYears } from "#db/programme/holidays.ts";
import { type HolidayYear, workingCalendar, type WorkingCalendar } from "#app/domain/shared/working-days.ts";
import type { Read, Write } from "#app/platform/database/database.ts";
import { holdName } from "#app/platform/database/sql.ts";

/** A year's table with the number of its version; 0 is what a new portal begins with. */
export type StoredHolidayYear = HolidayYear & { readonly version: number };

export const calendarSetting = "working_calendar";

/** The State Council's days off and worked weekends as they stand, for showing and counting. */
export async function readCalendar(db: Read): Promise<WorkingCalendar> {
  return calendarOf((await findRow(db).executeTakeFirst())?.value);
}

/**
 * The same for a command that decides by it: nobody changes the table before it commits. Ask for it before any
 * application is locked, because whoever changes the table locks the applications after it.
 */
export async function holdCalendar(trx: Write): Promise<WorkingCalendar> {
  await holdName(trx, calendarSetting, "together");
  return await readCalendar(trx);
}

/** For the command that changes it. */
export async function lockCalendar(trx: Write): Promise<{ years: StoredHolidayYear[]; version: number }> {
  await holdName(trx, calendarSetting, "alone");
  const row = await findRow(trx).executeTakeFirst();
  return row ? { years: yearsOf(row.value), version: row.version } : { years: [...first], version: 0 };
}

/** Year by year, the earliest first. */
export async function readHolidayYears(db: Read): Promise<StoredHolidayYear[]> {
  const row = await findRow(db).executeTakeFirst();
  return row ? yearsOf(row.value) : [...first];
}

const first: readonly StoredHolidayYear[] = holidayYears.map((year) => ({ ...year, version: 0 }));

const findRow = (db: Read) =>
  db.selectFrom("setting").select(["value", "version"]).where("key", "=", calendarSetting);

const yearsOf = (value: string): StoredHolidayYear[] => JSON.parse(value) as StoredHolidayYear[];

let lastRead: { value: string | undefined; calendar: WorkingCalendar } = {
  value: undefined,
  calendar: workingCalendar(first),
};

/** Every page of the office counts working days; the text is the same for months. */
function calendarOf(value: string | undefined): WorkingCalendar {
  if (lastRead.value !== value)
    lastRead = { value, calendar: workingCalendar(value === undefined ? first : yearsOf(value)) };
  return lastRead.calendar;
}
