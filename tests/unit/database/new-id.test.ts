import { afterEach, expect, it, vi } from "vitest";
import { newId } from "#app/platform/new-id.ts";

afterEach(() => {
  vi.useRealTimers();
});

it("is a UUID of version 7", () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it("begins with the time", () => {
  vi.useFakeTimers({ now: new Date("2100-01-01T00:00:00.000Z") });
  const milliseconds = Number.parseInt(newId().replace("-", "").slice(0, 12), 16);
  expect(new Date(milliseconds).toISOString()).toBe("2100-01-01T00:00:00.000Z");
});

it("rises strictly, however many are made in a millisecond and even when the clock goes back", () => {
  vi.useFakeTimers({ now: new Date("2101-01-01T00:00:00.000Z") });
  const ids = Array.from({ length: 10_000 }, () => newId());
  vi.setSystemTime(new Date("2100-06-01T00:00:00.000Z"));
  ids.push(newId());
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
