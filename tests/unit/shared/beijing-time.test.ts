import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  beijingClock,
  beijingDay,
  beijingInstant,
  daysBetween,
  daysLeft,
  isBefore,
  isCalendarDay,
  toBeijingIso,
  weekdayOf,
} from "#app/domain/shared/beijing-time.ts";

const anyInstant = fc.date({
  min: new Date("1992-01-01T00:00:00Z"),
  max: new Date("2099-12-31T00:00:00Z"),
  noInvalidDate: true,
});

describe("the calendar in Beijing", () => {
  test.each([
    ["2027-01-15T09:00:00.000Z", "2027-01-15", 17, 5],
    ["2027-01-15T15:59:59.999Z", "2027-01-15", 23, 5],
    ["2027-01-15T16:00:00.000Z", "2027-01-16", 0, 6],
    ["2026-12-31T16:00:00.000Z", "2027-01-01", 0, 5],
    ["2028-02-28T16:00:00.000Z", "2028-02-29", 0, 2],
  ])("%s is %s, %i o’clock", (instant, day, hour, weekday) => {
    expect(beijingDay(instant)).toBe(day);
    expect(beijingClock(instant)).toMatchObject({ hour, weekday });
    expect(weekdayOf(day)).toBe(weekday);
  });

  test("agrees with the platform’s own zone data", () => {
    const shanghai = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "Asia/Shanghai",
      dateStyle: "short",
      timeStyle: "medium",
    });
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(toBeijingIso(instant)).toBe(`${shanghai.format(instant).replace(" ", "T")}+08:00`);
      }),
    );
  });

  test("an instant is recovered from its day and time", () => {
    expect(beijingInstant("2027-01-15", "17:00").toISOString()).toBe("2027-01-15T09:00:00.000Z");
    expect(beijingInstant("2027-01-15").toISOString()).toBe("2027-01-14T16:00:00.000Z");
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const clock = beijingClock(instant);
        const time = [clock.hour, clock.minute, clock.second]
          .map((part) => String(part).padStart(2, "0"))
          .join(":");
        expect(beijingInstant(beijingDay(instant), time).getTime()).toBe(
          Math.floor(instant.getTime() / 1000) * 1000,
        );
      }),
    );
  });

  test.each(["2027-02-29", "2027-13-01", "2027-1-5", "2027-00-10", "27-01-01", "", "２０２７-01-01"])(
    "%j is not a day",
    (text) => {
      expect(isCalendarDay(text)).toBe(false);
      expect(() => beijingInstant(text)).toThrow(RangeError);
    },
  );

  test("nor is 25:00 an hour", () => {
    expect(() => beijingInstant("2027-01-15", "25:00")).toThrow(RangeError);
  });

  test("days add and subtract", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -4000, max: 4000 }), (instant, days) => {
        const day = beijingDay(instant);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });
});

test.each([
  ["2026-12-09T06:03:00Z", 37],
  ["2027-01-14T15:59:59Z", 1],
  ["2027-01-14T16:00:00Z", 0],
  ["2027-01-15T12:00:00Z", 0],
  ["2027-01-15T16:00:00Z", -1],
])("at %s there are %i days left until 15 January 17:00", (now, left) => {
  expect(daysLeft(now, "2027-01-15T09:00:00.000Z")).toBe(left);
});

test.each([
  ["2027-01-15T08:59:59.999Z", true],
  ["2027-01-15T09:00:00.000Z", false],
  ["2027-01-15T09:00:00.001Z", false],
])("%s is in time for 17:00: %s", (now, inTime) => {
  expect(isBefore(now, "2027-01-15T09:00:00.000Z")).toBe(inTime);
  expect(isBefore(new Date(now), new Date("2027-01-15T09:00:00.000Z"))).toBe(inTime);
});
