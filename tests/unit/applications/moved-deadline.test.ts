import fc from "fast-check";
import { expect, test } from "vitest";
import { moveDeadline } from "#app/domain/applications/moved-deadline.ts";
import { correctionWorkingDays } from "#app/domain/applications/formal-check.ts";
import { addDays, beijingDay, beijingInstant } from "#app/domain/shared/beijing-time.ts";
import {
  type HolidayYear,
  workingCalendar,
  workingDayDeadline,
  workingDaysBetween,
} from "#app/domain/shared/working-days.ts";

const day = (offset: number) => addDays("2027-01-01", offset);
const calendar = (off: readonly number[], worked: readonly number[]) =>
  workingCalendar([
    {
      ...{ year: 2027, provisional: false, source: { zh: "", en: "" }, noticeOn: null },
      holidays: off.map((offset) => ({ name: { zh: "", en: "" }, from: day(offset), to: day(offset) })),
      workedWeekendDays: worked.map(day),
    } satisfies HolidayYear,
  ]);
const days = fc.array(fc.nat(60), { maxLength: 12 });
const tables = fc.tuple(days, days).map(([off, worked]) => calendar(off, worked));

test("a running correction never loses a day it was told nor a working day it was promised", () => {
  fc.assert(
    fc.property(tables, tables, fc.nat(30), fc.nat(10), (before, after, start, extendedBy) => {
      const requestedAt = beijingInstant(day(start), "10:00").toISOString();
      const promised = correctionWorkingDays + extendedBy;
      const dueAt = workingDayDeadline(requestedAt, promised, before).toISOString();
      const move = moveDeadline({ requestedAt, extendedBy, dueAt }, before, after);
      const then = move?.dueAt ?? dueAt;
      expect(then >= dueAt).toBe(true);
      expect(move?.how === "later").toBe(then > dueAt);
      expect(workingDaysBetween(day(start), beijingDay(then), after)).toBeGreaterThanOrEqual(promised);
      // Saved again, or taken back, nothing moves a second time.
      expect(moveDeadline({ requestedAt, extendedBy, dueAt: then }, after, after)).toBeNull();
      expect(moveDeadline({ requestedAt, extendedBy, dueAt: then }, after, before)?.how ?? "kept").toBe(
        "kept",
      );
    }),
    { numRuns: 500 },
  );
});
