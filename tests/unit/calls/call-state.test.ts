import { describe, expect, test } from "vitest";
import { acceptsSubmissions, callState, canExtendTo } from "#app/domain/calls/call-state.ts";

const call = { opensAt: "2026-11-30T01:00:00.000Z", closesAt: "2027-01-15T09:00:00.000Z" };

describe("callState", () => {
  test.each([
    ["2026-11-30T00:59:59.999Z", "not_open", false],
    ["2026-11-30T01:00:00.000Z", "open", true],
    ["2027-01-07T15:59:59.999Z", "open", true],
    ["2027-01-07T16:00:00.000Z", "closing_soon", true],
    ["2027-01-15T08:59:59.999Z", "closing_soon", true],
    ["2027-01-15T09:00:00.000Z", "closed", false],
    ["2027-01-15T09:00:00.001Z", "closed", false],
  ])("at %s is %s", (now, state, accepts) => {
    expect(callState(call, now)).toBe(state);
    expect(callState({ ...call, opensAt: new Date(call.opensAt) }, new Date(now))).toBe(state);
    expect(acceptsSubmissions(call, now)).toBe(accepts);
  });

  test("review and publication are the office’s acts", () => {
    const reviewed = {
      ...call,
      reviewStartedAt: "2027-02-01T01:00:00Z",
      publishedAt: "2027-04-01T01:00:00Z",
    };
    expect(callState(reviewed, "2027-01-31T00:00:00Z")).toBe("closed");
    expect(callState(reviewed, "2027-02-01T01:00:00Z")).toBe("in_review");
    expect(callState(reviewed, "2027-04-01T01:00:00Z")).toBe("published");
    expect(
      acceptsSubmissions({ ...call, reviewStartedAt: "2026-12-01T00:00:00Z" }, "2026-12-02T00:00:00Z"),
    ).toBe(false);
  });

  test("a call without dates is not open, and one without a closing date stays open", () => {
    expect(callState({ opensAt: null, closesAt: null }, "2027-01-01T00:00:00Z")).toBe("not_open");
    expect(callState({ opensAt: null, closesAt: call.closesAt }, "2028-01-01T00:00:00Z")).toBe("not_open");
    expect(callState({ opensAt: call.opensAt, closesAt: null }, "2028-01-01T00:00:00Z")).toBe("open");
  });
});

test("a deadline moves later or not at all", () => {
  expect(canExtendTo(call, "2027-01-22T09:00:00.000Z")).toBe(true);
  expect(canExtendTo(call, call.closesAt)).toBe(false);
  expect(canExtendTo(call, "2027-01-14T09:00:00.000Z")).toBe(false);
  expect(canExtendTo({ opensAt: null, closesAt: null }, "2027-01-22T09:00:00.000Z")).toBe(false);
  expect(canExtendTo({ ...call, publishedAt: "2027-04-01T01:00:00Z" }, "2027-05-01T09:00:00.000Z")).toBe(
    false,
  );
});
