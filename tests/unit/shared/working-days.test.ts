import { describe, expect, test } from "vitest";
import { addDays, daysBetween, weekdayOf } from "#app/domain/shared/beijing-time.ts";
import {
  addWorkingDays,
  isWorkingDay,
  unsettledYears,
  workingCalendar,
  workingDayDeadline,
  workingDaysBetween,
} from "#app/domain/shared/working-days.ts";
import { holidayYears } from "#db/programme/holidays.ts";

const calendar = workingCalendar(holidayYears);

test.each([
  ["2026-11-23", true],
  ["2026-11-28", false],
  ["2026-02-14", true],
  ["2026-02-15", false],
  ["2026-02-23", false],
  ["2026-02-24", true],
  ["2026-02-28", true],
  ["2026-09-20", true],
  ["2026-10-08", true],
  ["2026-10-10", true],
  ["2027-01-01", false],
  ["2027-02-10", false],
])("%s is a working day: %s", (day, working) => {
  expect(isWorkingDay(day, calendar)).toBe(working);
});

test.each([
  ["2026-11-23", 5, "2026-11-30"],
  ["2026-11-28", 1, "2026-11-30"],
  ["2026-02-13", 1, "2026-02-14"],
  ["2026-02-13", 2, "2026-02-24"],
  ["2026-09-30", 5, "2026-10-13"],
  ["2026-12-31", 1, "2027-01-04"],
  ["2027-01-20", 5, "2027-01-27"],
  ["2027-02-04", 1, "2027-02-11"],
  ["2027-02-04", 0, "2027-02-04"],
])("%s plus %i working days is %s", (from, count, day) => {
  expect(addWorkingDays(from, count, calendar)).toBe(day);
  expect(workingDaysBetween(from, day, calendar)).toBe(count);
});

test("five working days to correct end at 17:00 in Beijing", () => {
  expect(workingDayDeadline("2027-01-19T17:30:00Z", 5, calendar).toISOString()).toBe(
    "2027-01-27T09:00:00.000Z",
  );
  expect(workingDaysBetween("2027-01-27", "2027-01-20", calendar)).toBe(0);
});

test("a year without its notice is said to be unsettled", () => {
  expect(unsettledYears("2026-11-01", "2026-12-31", calendar)).toEqual([]);
  expect(unsettledYears("2026-12-01", "2028-01-31", calendar)).toEqual([
    { year: 2027, table: "provisional" },
    { year: 2028, table: "missing" },
  ]);
});

describe("the fund’s table", () => {
  test.each(holidayYears.map((year) => [year.year, year] as const))("%i is consistent", (number, year) => {
    for (const { from, to, name } of year.holidays) {
      expect(from.startsWith(String(number)) && to.startsWith(String(number)), name.en).toBe(true);
      expect(daysBetween(from, to), name.en).toBeGreaterThanOrEqual(0);
    }
    for (const day of year.workedWeekendDays) {
      expect([0, 6], day).toContain(weekdayOf(day));
      expect(calendar.off.has(day), day).toBe(false);
    }
  });

  test("2026 has the 248 working days of its notice", () => {
    const days = Array.from({ length: 365 }, (_, index) => addDays("2026-01-01", index));
    expect(days.filter((day) => isWorkingDay(day, calendar))).toHaveLength(248);
  });
});
