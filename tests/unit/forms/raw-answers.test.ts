import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceOfAnswers } from "#app/domain/forms/difference-of-answers.ts";
import {
  answerPath,
  answersFromPaths,
  applyAnswerOperation,
  listAnswerPaths,
  parseAnswerPath,
  rowOrdersOf,
  type AnswerOperation,
  type RawAnswers,
} from "#app/domain/forms/raw-answers.ts";

const draft: RawAnswers = {
  name: "甲子",
  fields: ["nev"],
  holders: [
    { id: "r1", cells: { who: "甲", ratio: "45" } },
    { id: "r2", cells: { who: "乙" } },
  ],
};

test.each([
  ["name", { key: "name" }],
  ["holders/r1/ratio", { key: "holders", rowId: "r1", column: "ratio" }],
  ["uses/2024/y2027", { key: "uses", rowId: "2024", column: "y2027" }],
  ["holders/r1", null],
  ["Holders", null],
  ["a/b/c/d", null],
  ["__proto__", null],
  ["", null],
])("the path %j", (path, at) => {
  expect(parseAnswerPath(path)).toEqual(at);
  if (at && "rowId" in at) expect(answerPath(at.key, at.rowId, at.column)).toBe(path);
});

const rowIds = (raw: RawAnswers) => rowOrdersOf(raw)["holders"];

describe("one operation", () => {
  test.each<[string, AnswerOperation, Partial<RawAnswers>]>([
    ["sets an answer", { kind: "set", path: "name", value: "乙丑" }, { name: "乙丑" }],
    ["clears an answer", { kind: "set", path: "name", value: "" }, { name: "" }],
    ["sets a list", { kind: "set", path: "fields", value: ["5g", "nev"] }, { fields: ["5g", "nev"] }],
    [
      "sets a cell",
      { kind: "set", path: "holders/r2/ratio", value: "20" },
      { holders: [draft["holders"]![0], { id: "r2", cells: { who: "乙", ratio: "20" } }] as never },
    ],
    [
      "brings back the row of a cell",
      { kind: "set", path: "holders/r9/who", value: "丙" },
      { holders: [...(draft["holders"] as never[]), { id: "r9", cells: { who: "丙" } }] as never },
    ],
    ["does not turn a table into a text", { kind: "set", path: "holders", value: "x" }, {}],
    ["does not turn a text into a table", { kind: "add_row", table: "name", rowId: "r1" }, {}],
    ["ignores a path it cannot read", { kind: "set", path: "../etc", value: "x" }, {}],
  ])("%s", (_what, operation, change) => {
    expect(applyAnswerOperation(draft, operation)).toEqual({ ...draft, ...change });
  });

  test.each<[string, AnswerOperation, string[]]>([
    ["adds a row at the end", { kind: "add_row", table: "holders", rowId: "r3" }, ["r1", "r2", "r3"]],
    [
      "adds a row at the top",
      { kind: "add_row", table: "holders", rowId: "r3", after: null },
      ["r3", "r1", "r2"],
    ],
    [
      "adds a row below another",
      { kind: "add_row", table: "holders", rowId: "r3", after: "r1" },
      ["r1", "r3", "r2"],
    ],
    [
      "adds below a row that is gone",
      { kind: "add_row", table: "holders", rowId: "r3", after: "x" },
      ["r1", "r2", "r3"],
    ],
    ["adds a row once", { kind: "add_row", table: "holders", rowId: "r1" }, ["r1", "r2"]],
    ["removes a row", { kind: "remove_row", table: "holders", rowId: "r1" }, ["r2"]],
    ["removes nothing twice", { kind: "remove_row", table: "holders", rowId: "zz" }, ["r1", "r2"]],
    ["orders rows", { kind: "order_rows", table: "holders", rowIds: ["r2", "r1"] }, ["r2", "r1"]],
    ["keeps rows it was not told of", { kind: "order_rows", table: "holders", rowIds: ["r2"] }, ["r2", "r1"]],
    [
      "orders with names it does not know",
      { kind: "order_rows", table: "holders", rowIds: ["x", "r2", "r2"] },
      ["r2", "r1"],
    ],
  ])("%s", (_what, operation, ids) => {
    expect(rowIds(applyAnswerOperation(draft, operation))).toEqual(ids);
  });

  test("leaves the draft it was given alone", () => {
    const before = JSON.stringify(draft);
    applyAnswerOperation(draft, { kind: "set", path: "holders/r1/ratio", value: "1" });
    applyAnswerOperation(draft, { kind: "remove_row", table: "holders", rowId: "r1" });
    expect(JSON.stringify(draft)).toBe(before);
  });
});

// A key is a table or a text for good: the form says which, and admitsOperation holds operations to it.
const key = fc.constantFrom("rows", "constructor");
const rowId = fc.constantFrom("r1", "r2", "r3", "2025");
const column = fc.constantFrom("x", "y");
const value = fc.oneof(fc.string({ maxLength: 6 }), fc.array(fc.string({ maxLength: 3 }), { maxLength: 2 }));
const operation: fc.Arbitrary<AnswerOperation> = fc.oneof(
  fc.record({ kind: fc.constant("set" as const), path: fc.constantFrom("a", "b", "toString"), value }),
  fc
    .tuple(key, rowId, column, value)
    .map(([k, r, c, v]) => ({ kind: "set" as const, path: answerPath(k, r, c), value: v })),
  fc.tuple(key, rowId).map(([table, id]) => ({ kind: "add_row" as const, table, rowId: id })),
  fc.tuple(key, rowId).map(([table, id]) => ({ kind: "add_row" as const, table, rowId: id, after: null })),
  fc.tuple(key, rowId).map(([table, id]) => ({ kind: "remove_row" as const, table, rowId: id })),
  fc
    .tuple(key, fc.array(rowId, { maxLength: 4 }))
    .map(([table, rowIds]) => ({ kind: "order_rows" as const, table, rowIds })),
);
const applied = (operations: AnswerOperation[]) => operations.reduce(applyAnswerOperation, {} as RawAnswers);

test("any list of operations can be applied, and each twice is as once", () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 30 }), operation, (operations, last) => {
      const raw = applied(operations);
      const once = applyAnswerOperation(raw, last);
      expect(applyAnswerOperation(once, last)).toEqual(once);
    }),
  );
});

test("paths and row orders hold all there is", () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 30 }), (operations) => {
      const raw = applied(operations);
      expect(answersFromPaths(listAnswerPaths(raw), rowOrdersOf(raw))).toEqual(raw);
    }),
  );
});

test("the difference of two drafts turns one into the other", () => {
  fc.assert(
    fc.property(
      fc.array(operation, { maxLength: 20 }),
      fc.array(operation, { maxLength: 20 }),
      (one, two) => {
        const before = applied(one);
        const after = two.reduce(applyAnswerOperation, before);
        const reached = differenceOfAnswers(before, after).reduce(applyAnswerOperation, before);
        for (const [name, wanted] of Object.entries(after)) {
          if (!isTable(wanted)) continue;
          expect((reached[name] as unknown[]).map((row) => (row as { id: string }).id)).toEqual(
            wanted.map((row) => row.id),
          );
        }
        expect(listAnswerPaths(reached).filter(said)).toEqual(
          expect.arrayContaining(listAnswerPaths(after).filter(said)),
        );
      },
    ),
  );
});

test("the difference is silent about keys it was not given", () => {
  expect(differenceOfAnswers(draft, {})).toEqual([]);
  expect(differenceOfAnswers(draft, { name: "甲子" })).toEqual([]);
  expect(differenceOfAnswers(draft, { name: "乙" })).toEqual([{ kind: "set", path: "name", value: "乙" }]);
  expect(differenceOfAnswers(draft, { holders: [{ id: "r2", cells: { who: "乙" } }] })).toEqual([
    { kind: "remove_row", table: "holders", rowId: "r1" },
  ]);
});

const isTable = (answer: RawAnswers[string]): answer is { id: string; cells: Record<string, string> }[] =>
  Array.isArray(answer) && answer.some((item) => typeof item === "object");
const said = ({ value: raw }: { value: unknown }) => raw !== "" && !(Array.isArray(raw) && raw.length === 0);
