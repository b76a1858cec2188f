import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dueCorrectionReminder,
  mostReminderDays,
  readReminderDays,
  reminderSchedule,
} from "#app/domain/notifications/delivery.ts";
import { correctionWorkingDays } from "#app/domain/applications/formal-check.ts";
import { addDays, beijingDay, beijingInstant, daysBetween } from "#app/domain/shared/beijing-time.ts";
import {
  isWorkingDay,
  workingCalendar,
  workingDayDeadline,
  workingDaysBetween,
} from "#app/domain/shared/working-days.ts";
import { holidayYears } from "#db/programme/holidays.ts";

const calendar = workingCalendar(holidayYears);

test.each([
  ["2,1", [2, 1]],
  ["1，2、 4", [4, 2, 1]],
  ["0", [0]],
  ["2,2", [2]],
  ["", []],
  ["  ", []],
  ["5", null],
  ["-1", null],
  ["1.5", null],
  ["two", null],
])("%j typed as reminder days is %j", (typed, days) => expect(readReminderDays(typed)).toEqual(days));

test("over National Day, with its worked Saturday", () => {
  const schedule = reminderSchedule(
    "2026-10-13T09:00:00.000Z",
    beijingInstant("2026-09-30", "10:00"),
    [4, 2, 1, 0],
    calendar,
  );
  expect(schedule).toEqual([
    { days: 4, on: "2026-10-08" },
    { days: 2, on: "2026-10-10" },
    { days: 1, on: "2026-10-12" },
    { days: 0, on: "2026-10-13" },
  ]);
});

/** The worker as it runs: asked at nine every day, each reminder once. */
function remindersSent(from: string, dueAt: string, reminders: readonly number[]) {
  const sent: { days: number; on: string }[] = [];
  for (let on = from; on <= beijingDay(dueAt); on = addDays(on, 1)) {
    const days = dueCorrectionReminder(dueAt, beijingInstant(on, "09:00"), reminders, calendar);
    if (days !== null && !sent.some((each) => each.days === days)) sent.push({ days, on });
  }
  return sent;
}

test("what the notice says is what the worker does, on working days, whatever the day and the settings", () => {
  const settings = fc.uniqueArray(fc.nat(mostReminderDays), { maxLength: 5 });
  const start = fc.nat(daysBetween("2026-01-01", "2027-10-01")).map((days) => addDays("2026-01-01", days));
  fc.assert(
    fc.property(start, settings, fc.nat(10), (from, reminders, extension) => {
      const now = beijingInstant(from, "08:00");
      const dueAt = workingDayDeadline(now, correctionWorkingDays + extension, calendar).toISOString();
      const schedule = reminderSchedule(dueAt, now, reminders, calendar);
      expect(remindersSent(from, dueAt, reminders)).toEqual(schedule);
      expect(schedule.map(({ days }) => days)).toEqual(reminders.toSorted((a, b) => b - a));
      for (const { days, on } of schedule) {
        expect(isWorkingDay(on, calendar)).toBe(true);
        expect(workingDaysBetween(on, beijingDay(dueAt), calendar)).toBe(days);
      }
    }),
    { numRuns: 1000 },
  );
});
