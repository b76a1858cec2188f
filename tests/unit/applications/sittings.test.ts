import { describe, expect, it } from "vitest";
import { type KeptChange, sittingsOf } from "#app/domain/applications/draft/sittings.ts";
import { changedParts } from "#app/domain/forms/changed-parts.ts";

let id = 0;
const change = (minute: number, changes: Partial<KeptChange>): KeptChange => ({
  ...{
    opId: `${changes.by ?? "li"}-page.${(id += 1)}`,
    path: "summary",
    before: null,
    after: null,
    typed: null,
    refused: false,
  },
  ...{ version: 1, by: "li", at: new Date(Date.UTC(2026, 10, 23, 8, minute)).toISOString() },
  ...changes,
});

describe("what one person made of a field in one go", () => {
  it("is one entry, from what stood before to what stood in the end", () => {
    const [sitting, ...rest] = sittingsOf([
      change(6, { before: "甲乙", after: "甲乙丙", version: 5 }),
      change(3, { before: "甲", after: "甲乙", version: 4 }),
      change(1, { before: "旧", after: "甲", version: 3 }),
    ]);
    expect(rest).toEqual([]);
    expect(sitting).toMatchObject({ before: "旧", after: "甲乙丙", beforeVersion: 2 });
    expect(sitting!.from < sitting!.at).toBe(true);
  });

  it("ends with a long pause, with a colleague in between, and does not mix fields", () => {
    const sittings = sittingsOf([
      change(40, { before: "丙", after: "丁", version: 5 }),
      change(20, { before: "乙", after: "丙", version: 4 }),
      change(19, { by: "wang", before: "甲", after: "乙", version: 3 }),
      change(18, { before: "旧", after: "甲", version: 2 }),
      change(17, { path: "name", after: "名" }),
    ]);
    expect(sittings.map(({ path, before, after, by }) => [path, before, after, by])).toEqual([
      ["summary", "丙", "丁", "li"],
      ["summary", "乙", "丙", "li"],
      ["summary", "甲", "乙", "wang"],
      ["summary", "旧", "甲", "li"],
      ["name", null, "名", "li"],
    ]);
    expect(sittings[4]?.beforeVersion).toBe(0);
  });

  it("does not swallow a restoration, which is an act of its own", () => {
    const sittings = sittingsOf([
      change(3, { opId: "a-restoration", before: "甲乙", after: "甲", version: 3 }),
      change(2, { before: "甲", after: "甲乙", version: 2 }),
    ]);
    expect(sittings).toMatchObject([{ after: "甲" }, { after: "甲乙" }]);
  });

  it("is nothing when all of it was taken back; what was refused stands alone", () => {
    const sittings = sittingsOf([
      change(3, { before: "甲乙", after: "甲", version: 4 }),
      change(2, { before: "甲", after: "甲", typed: "丙", refused: true, version: 2 }),
      change(1, { before: "甲", after: "甲乙", version: 3 }),
    ]);
    expect(sittings).toMatchObject([{ after: "甲" }, { typed: "丙", refused: true }, { after: "甲乙" }]);
    expect(
      sittingsOf([
        change(3, { before: "甲乙", after: "甲", version: 4 }),
        change(1, { before: "甲", after: "甲乙", version: 3 }),
      ]),
    ).toEqual([]);
  });
});

describe("a text before and after", () => {
  it("shows what went and what came, with little around", () => {
    const long = "一".repeat(200);
    const parts = changedParts(`${long}六英寸线，${long}`, `${long}八英寸线，${long}`);
    expect(parts.map(({ kind }) => kind)).toEqual(["same", "gone", "new", "same"]);
    expect(parts[1]).toEqual({ kind: "gone", text: "六" });
    expect(parts[2]).toEqual({ kind: "new", text: "八" });
    for (const { text } of parts) expect(text.length).toBeLessThan(60);
  });

  it("leaves short texts whole", () => {
    expect(changedParts("甲乙丙", "甲丙")).toEqual([
      { kind: "same", text: "甲" },
      { kind: "gone", text: "乙" },
      { kind: "same", text: "丙" },
    ]);
  });
});
