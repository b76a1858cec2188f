import { describe, expect, it } from "vitest";
import { mergeAnswers } from "#app/domain/forms/merge-answers.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";

const row = (id: string, cells: Record<string, string>) => ({ id, cells });

describe("merging a page's answers into what is stored", () => {
  const base: RawAnswers = {
    a: "1",
    b: "2",
    holders: [row("r1", { name: "甲", ratio: "60" }), row("r2", { name: "乙" })],
  };

  it("takes what the person changed and keeps what somebody else changed", () => {
    const standing = { ...base, b: "theirs" };
    const { merged, conflicts } = mergeAnswers({ standing, base, typed: { ...base, a: "mine" } });
    expect(merged).toEqual({ ...base, a: "mine", b: "theirs" });
    expect(conflicts).toEqual([]);
  });

  it("overwrites nothing where both changed the same field, and saves the rest", () => {
    const standing = { ...base, a: "theirs" };
    const { merged, conflicts } = mergeAnswers({ standing, base, typed: { ...base, a: "mine", b: "3" } });
    expect(merged).toEqual({ ...base, a: "theirs", b: "3" });
    expect(conflicts).toEqual([{ path: "a", theirs: "theirs" }]);
  });

  it("sees no conflict where both typed the same", () => {
    const standing = { ...base, a: "same" };
    expect(mergeAnswers({ standing, base, typed: { ...base, a: "same" } }).conflicts).toEqual([]);
  });

  it("does as was chosen, and asks again while nothing is", () => {
    const standing = { ...base, a: "theirs" };
    const edit = { standing, base: standing, typed: { ...standing, a: "mine" } };
    const decide = (choice: "mine" | "theirs" | "") =>
      mergeAnswers({ ...edit, choices: new Map([["a", choice]]) });
    expect(decide("mine").merged.a).toBe("mine");
    expect(decide("theirs")).toMatchObject({ merged: { a: "theirs" }, conflicts: [] });
    expect(decide("")).toMatchObject({
      merged: { a: "theirs" },
      conflicts: [{ path: "a", theirs: "theirs" }],
    });
  });

  it("merges tables cell by cell, and offers a row back that was removed under one's hands", () => {
    const standing = { ...base, holders: [row("r1", { name: "甲", ratio: "70" })] };
    const typed = {
      holders: [
        row("r1", { name: "甲甲", ratio: "60" }),
        row("r2", { name: "丙" }),
        row("r3", { name: "丁" }),
      ],
    };
    const { merged, conflicts } = mergeAnswers({ standing, base, typed });
    expect(merged.holders).toEqual([row("r1", { name: "甲甲", ratio: "70" }), row("r3", { name: "丁" })]);
    expect(conflicts).toEqual([{ path: "holders/r2/name", theirs: null }]);
    const again = mergeAnswers({ standing, base, typed, choices: new Map([["holders/r2/name", "mine"]]) });
    expect(again.merged.holders).toContainEqual(row("r2", { name: "丙" }));
  });

  it("removes a row only as it was shown", () => {
    const typed = { holders: [row("r1", { name: "甲", ratio: "60" })] };
    expect(mergeAnswers({ standing: base, base, typed }).merged.holders).toHaveLength(1);
    const standing = {
      ...base,
      holders: [row("r1", { name: "甲", ratio: "60" }), row("r2", { name: "乙乙" })],
    };
    expect(mergeAnswers({ standing, base, typed }).merged.holders).toHaveLength(2);
  });

  it("adds no row for the empty one the page offers", () => {
    const typed = { holders: [...(base.holders as []), row("r9", { name: "", ratio: "  " })] };
    expect(mergeAnswers({ standing: base, base, typed }).operations).toEqual([]);
    const grown = mergeAnswers({ standing: base, base, typed, growing: "holders" });
    expect(grown.merged.holders).toHaveLength(3);
    const left = { ...base, holders: [row("r1", {}), row("r2", { name: "乙" })] };
    expect(mergeAnswers({ standing: left, base: left, typed: left }).merged.holders).toEqual([
      row("r2", { name: "乙" }),
    ]);
  });
});
