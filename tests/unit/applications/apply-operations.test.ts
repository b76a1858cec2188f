import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyOperations } from "#app/domain/applications/draft/apply-operations.ts";
import type { DraftOperation, EarlierDelivery } from "#app/domain/applications/draft/draft-operation.ts";
import {
  type DraftSection,
  rawAnswersOf,
  rowIdsOf,
  rowVersion,
} from "#app/domain/applications/draft/draft-section.ts";

const at = "2026-11-23T08:00:00.000Z";
const set = (opId: string, path: string, value: string, baseVersion = 0): DraftOperation => ({
  kind: "set",
  opId,
  path,
  value,
  baseVersion,
});
const addRow = (opId: string, rowId: string, after?: string | null): DraftOperation => ({
  kind: "add_row",
  opId,
  table: "holders",
  rowId,
  baseVersion: 0,
  ...(after === undefined ? {} : { after }),
});
const removeRow = (opId: string, rowId: string, baseVersion: number): DraftOperation => ({
  kind: "remove_row",
  opId,
  table: "holders",
  rowId,
  baseVersion,
});

function apply(
  section: DraftSection,
  operations: DraftOperation[],
  by = "li",
  seen = new Map<string, EarlierDelivery>(),
) {
  return applyOperations(section, operations, { by, at, seen, fixedTables: new Set(["accounts"]) });
}

describe("one field", () => {
  it("starts at version 1 and rises with every change", () => {
    const first = apply({}, [set("1", "name", "甲")]);
    expect(first.outcomes).toEqual([{ opId: "1", status: "saved", path: "name", version: 1 }]);
    const second = apply(first.section, [set("2", "name", "甲子", 1)]);
    expect(second.section.name).toEqual({ v: "甲子", n: 2, at, by: "li" });
    expect(second.changes).toEqual([{ opId: "2", path: "name", before: "甲", after: "甲子", version: 2 }]);
  });

  it("keeps what stands and shows it when somebody else was first", () => {
    const { section } = apply({}, [set("1", "name", "甲")]);
    const hers = apply(section, [set("2", "name", "乙", 1)], "wang").section;
    const mine = apply(hers, [set("3", "name", "丙", 1)]);
    expect(mine.outcomes[0]).toEqual({
      opId: "3",
      status: "conflict",
      path: "name",
      version: 2,
      theirs: { value: "乙", by: "wang", at },
    });
    expect(mine.section).toEqual(hers);
    expect(mine.changes).toEqual([]);
  });

  it("takes the same text from two people without a conflict", () => {
    const { section } = apply({}, [set("1", "name", "甲")], "wang");
    const mine = apply(section, [set("2", "name", "甲")]);
    expect(mine.outcomes[0]).toMatchObject({ status: "saved", version: 1 });
    expect(mine.changes).toEqual([]);
  });

  it("records nothing when an empty box was left empty", () => {
    expect(apply({}, [set("1", "name", " ")])).toMatchObject({ section: {}, changes: [] });
  });

  it("happens once however often it is delivered", () => {
    const { section } = apply({}, [set("1", "name", "甲")]);
    const later = apply(section, [set("2", "name", "乙", 1)]).section;
    const again = apply(later, [set("1", "name", "甲")], "li", new Map([["1", { version: 1 }]]));
    expect(again.outcomes).toEqual([{ opId: "1", status: "saved", path: "name", version: 1 }]);
    expect(again.section).toEqual(later);
    const twiceInOne = apply({}, [set("9", "name", "甲"), set("9", "name", "甲")]);
    expect(twiceInOne.changes).toHaveLength(1);
  });

  it("leaves the section it was given as it was", () => {
    const before = apply({}, [set("1", "name", "甲")]).section;
    const copy = structuredClone(before);
    apply(before, [set("2", "name", "乙", 1), addRow("3", "r1")]);
    expect(before).toEqual(copy);
  });
});

describe("rows", () => {
  it("are added at the end, at the top or below a named row", () => {
    const { section } = apply({}, [
      addRow("1", "a"),
      addRow("2", "b"),
      addRow("3", "c", "a"),
      addRow("4", "d", null),
    ]);
    expect(rowIdsOf(section, "holders")).toEqual(["d", "a", "c", "b"]);
  });

  it("of two people both stay", () => {
    const mine = apply({}, [addRow("1", "a"), set("2", "holders/a/name", "甲")]).section;
    const both = apply(mine, [addRow("3", "b"), set("4", "holders/b/name", "乙")], "wang").section;
    expect(rawAnswersOf([both])).toEqual({
      holders: [
        { id: "a", cells: { name: "甲" } },
        { id: "b", cells: { name: "乙" } },
      ],
    });
  });

  it("appear with their first cell when that arrives before the row", () => {
    const { section, outcomes } = apply({}, [set("2", "holders/a/name", "甲"), addRow("1", "a")]);
    expect(rowIdsOf(section, "holders")).toEqual(["a"]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(["saved", "saved"]);
  });

  it("go with everything in them, which the history keeps", () => {
    const { section } = apply({}, [
      addRow("1", "a"),
      set("2", "holders/a/name", "甲"),
      set("3", "holders/a/ratio", "45"),
    ]);
    const removed = apply(section, [removeRow("4", "a", rowVersion(section, "holders", "a"))]);
    expect(rawAnswersOf([removed.section])).toEqual({});
    expect(removed.changes[0]).toMatchObject({ before: { name: "甲", ratio: "45" }, after: null });
  });

  it("stay when somebody typed into them meanwhile", () => {
    const { section } = apply({}, [addRow("1", "a"), set("2", "holders/a/name", "甲")]);
    const hers = apply(section, [set("3", "holders/a/name", "甲子", 1)], "wang").section;
    const removed = apply(hers, [removeRow("4", "a", 1)]);
    expect(removed.outcomes[0]).toMatchObject({
      status: "conflict",
      version: 2,
      theirs: { value: "甲子", by: "wang" },
    });
    expect(removed.section).toEqual(hers);
  });

  it("do not come back unseen when somebody types into a removed one", () => {
    const { section } = apply({}, [addRow("1", "a"), set("2", "holders/a/name", "甲")]);
    const gone = apply(section, [removeRow("3", "a", 1)], "wang").section;
    for (const baseVersion of [0, 1]) {
      const typed = apply(gone, [set("4", "holders/a/ratio", "45", baseVersion)]);
      expect(typed.outcomes[0]).toMatchObject({ status: "conflict", theirs: { value: null, by: "wang" } });
    }
    const restored = apply(gone, [addRow("5", "a"), set("6", "holders/a/ratio", "45")]);
    expect(rawAnswersOf([restored.section])).toEqual({ holders: [{ id: "a", cells: { ratio: "45" } }] });
  });

  it("keep an order that names some of them, others behind", () => {
    const { section } = apply({}, [addRow("1", "a"), addRow("2", "b"), addRow("3", "c")]);
    const ordered = apply(section, [
      { kind: "order_rows", opId: "4", table: "holders", rowIds: ["c", "nobody", "c", "a"], baseVersion: 0 },
    ]);
    expect(rowIdsOf(ordered.section, "holders")).toEqual(["c", "a", "b"]);
  });

  it("given by the form need no order and cannot be removed", () => {
    const { section } = apply({}, [set("1", "accounts/y2025/revenue", "100.00"), addRow("2", "y2026")]);
    expect(section["accounts/"]).toBeUndefined();
    const removed = apply(section, [
      { kind: "remove_row", opId: "3", table: "accounts", rowId: "y2025", baseVersion: 9 },
    ]);
    expect(removed.section["accounts/y2025/revenue"]?.v).toBe("100.00");
  });
});

describe("whatever arrives, in whatever order, twice or not", () => {
  const operation = fc.oneof(
    fc.record({
      kind: fc.constant("set" as const),
      path: fc.constantFrom("name", "holders/a/x", "holders/b/x"),
      value: fc.constantFrom("", "1", "2"),
    }),
    fc.record({
      kind: fc.constantFrom("add_row" as const, "remove_row" as const),
      table: fc.constant("holders"),
      rowId: fc.constantFrom("a", "b"),
    }),
  );

  it("nothing said to be saved is lost unless a later operation saw it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(operation, fc.nat(4), fc.boolean()), { maxLength: 40 }), (script) => {
        let section: DraftSection = {};
        const seen = new Map<string, EarlierDelivery>();
        const stoodAt = new Map<string, unknown>();
        script.forEach(([body, baseVersion, twice], index) => {
          const op = { ...body, opId: String(index), baseVersion } as DraftOperation;
          for (let delivery = 0; delivery < (twice ? 2 : 1); delivery++) {
            const before = section;
            const result = apply(section, [op], "li", seen);
            section = result.section;
            for (const outcome of result.outcomes) {
              if (outcome.status === "conflict") expect(section).toEqual(before);
              else seen.set(outcome.opId, { version: outcome.version });
            }
            if (delivery === 1) expect(section).toEqual(before);
            for (const change of result.changes) {
              const was = before[change.path];
              // Written over only by who saw that version or the same text; nothing is cleared or replaced unseen.
              if (was && op.kind === "set" && was.n !== op.baseVersion)
                expect(stoodAt.get(`${change.path}@${op.baseVersion}`) ?? "").toEqual(was.v);
            }
            for (const path in section) stoodAt.set(`${path}@${section[path]!.n}`, section[path]!.v);
          }
        });
        for (const path in section) expect(section[path]!.n).toBeGreaterThan(0);
      }),
    );
  });
});
