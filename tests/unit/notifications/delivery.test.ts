import { describe, expect, it } from "vitest";
import {
  dueReminder,
  leaseMs,
  mostAttempts,
  nextAttemptAt,
  sendingLimitMs,
} from "#app/domain/notifications/delivery.ts";

const now = new Date("2026-12-01T00:00:00.000Z");
const hour = 3_600_000;

describe("attempts", () => {
  it("come later and later, and end", () => {
    const waits = Array.from(
      { length: mostAttempts },
      (_, i) => nextAttemptAt(i + 1, now)?.getTime() ?? null,
    );
    const given = waits.filter((at) => at !== null).map((at) => at - now.getTime());
    expect(given).toHaveLength(mostAttempts - 1);
    expect(given).toEqual(given.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBeNull();
    expect(given[0]).toBe(60_000);
  });

  it("end well before the lease on their mail", () => {
    expect(leaseMs).toBeGreaterThan(4 * sendingLimitMs);
  });
});

describe("the reminder before closing", () => {
  it.each([
    [8 * 24 * hour, null],
    [7 * 24 * hour + 1, null],
    [7 * 24 * hour, 7],
    [3 * 24 * hour + 1, 7],
    [3 * 24 * hour, 3],
    [24 * hour + 1, 3],
    [24 * hour, 1],
    [1, 1],
    [0, null],
    [-1, null],
  ])("with %d ms left is that of %s days", (left, days) => {
    expect(dueReminder(new Date(now.getTime() + left).toISOString(), now)).toBe(days);
  });
});
