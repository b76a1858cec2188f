import { describe, expect, it } from "vitest";
import { callReference, meantCall, readCallReference } from "#app/domain/calls/call-reference.ts";

const calls = [
  { code: "C5", year: 2025 },
  { code: "C5", year: 2026 },
  { code: "C1", year: 2026 },
];

describe("naming a call", () => {
  it.each([
    ["C5", { code: "C5", year: undefined }],
    ["c12-2026", { code: "C12", year: 2026 }],
    ["C5-26", undefined],
    ["", undefined],
    ["C5;drop", undefined],
  ])("%s", (text, wanted) => expect(readCallReference(text)).toEqual(wanted));

  it("means the latest unless a year is given", () => {
    expect(meantCall(calls, "C5")?.year).toBe(2026);
    expect(meantCall(calls, "C5-2025")?.year).toBe(2025);
    expect(meantCall(calls, "C5-2024")).toBeUndefined();
  });

  it("is written as short as can be", () => {
    expect(calls.map((call) => callReference(call, calls))).toEqual(["C5-2025", "C5", "C1"]);
    for (const call of calls) expect(meantCall(calls, callReference(call, calls))).toEqual(call);
  });
});
