import { describe, expect, it } from "vitest";
import { filedWith, offeredInstruments, takenBy } from "#app/domain/calls/filed-with.ts";

const call = (code: string, more: { year?: number; opensAt?: string; alsoTakes?: string[] } = {}) => ({
  ...{ code, year: more.year ?? 2026, opensAt: more.opensAt ?? null },
  content: more.alsoTakes ? { alsoTakes: more.alsoTakes } : {},
});

describe("calls that are filed together", () => {
  const c2 = call("C2", { opensAt: "2026-12-01T01:00:00.000Z", alsoTakes: ["C3"] });
  const c3 = call("C3");

  it("lead to the call that takes them, and back", () => {
    expect(filedWith(c3, [c2, c3])).toBe(c2);
    expect(takenBy(c2, [c2, c3])).toEqual([c3]);
    expect(filedWith(c2, [c2, c3])).toBeUndefined();
    expect(takenBy(c3, [c2, c3])).toEqual([]);
  });

  it("stand by themselves once they have an opening of their own", () => {
    const opened = call("C3", { opensAt: "2027-01-04T01:00:00.000Z" });
    expect(filedWith(opened, [c2, opened])).toBeUndefined();
    expect(takenBy(c2, [c2, opened])).toEqual([]);
  });

  it("belong to one year", () => {
    const last = call("C2", { year: 2025, alsoTakes: ["C3"] });
    expect(filedWith(c3, [last, c3])).toBeUndefined();
    expect(takenBy(last, [last, c3])).toEqual([]);
  });

  it("offer what any of them offers, each once, their own first", () => {
    const taken = { support: [{ instrument: "bank" as const }, { instrument: "direct_equity" as const }] };
    const content = { instruments: ["sub_fund", "direct_equity"] as const };
    expect(offeredInstruments({ content, takes: [] })).toEqual(["sub_fund", "direct_equity"]);
    expect(offeredInstruments({ content, takes: [taken] })).toEqual(["sub_fund", "direct_equity", "bank"]);
  });
});
