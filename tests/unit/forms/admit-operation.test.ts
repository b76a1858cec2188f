import { describe, expect, test } from "vitest";
import { admitsOperation, sectionOfPath } from "#app/domain/forms/admit-operation.ts";
import type { AnswerOperation, RawValue } from "#app/domain/forms/raw-answers.ts";
import { c5Definition } from "#tests/world/example-answers-c5.ts";

const set = (path: string, value: RawValue): AnswerOperation => ({ kind: "set", path, value });

describe("an autosave is admitted", () => {
  test.each<[string, AnswerOperation]>([
    ["with a wrong answer", set("uscc", "not a code")],
    ["with nothing", set("uscc", "")],
    ["with ticked choices", set("instrument", ["bank", "no such option"])],
    ["for a cell", set("shareholders/r1/ratio", "45")],
    ["for a cell of a row that is new", set("shareholders/0193-new/ratio", "45")],
    ["for a cell with choices", set("products/r1/material", ["si"])],
    ["for a fixed row", set("statements/2025/revenue", "1")],
    ["for a new row", { kind: "add_row", table: "shareholders", rowId: "r9", after: "r1" }],
    ["for a row taken out", { kind: "remove_row", table: "shareholders", rowId: "r9" }],
    ["for another order", { kind: "order_rows", table: "shareholders", rowIds: ["r2", "r1"] }],
  ])("%s", (_what, operation) => {
    expect(admitsOperation(c5Definition, operation)).toBe(true);
  });
});

describe("an autosave is turned away", () => {
  test.each<[string, AnswerOperation]>([
    ["for a question the form does not have", set("salary", "1")],
    ["for a name of JavaScript’s", set("constructor", "1")],
    ["for a computed value", set("fund_stake", "99")],
    ["for a computed cell", set("equipment/r1/cost", "1")],
    ["for files", set("a01_licence", "x")],
    ["for a table as a text", set("shareholders", "x")],
    ["for a column the table does not have", set("shareholders/r1/id_number", "x")],
    ["for a cell of a question that is no table", set("uscc/r1/ratio", "x")],
    ["for a fixed row the table does not have", set("statements/2019/revenue", "1")],
    ["with a list for a text", set("uscc", ["a"])],
    ["with more text than anyone types", set("significance", "字".repeat(20_001))],
    [
      "with more choices than there can be",
      set(
        "instrument",
        Array.from({ length: 301 }, () => "x"),
      ),
    ],
    ["for a row of a fixed table", { kind: "add_row", table: "statements", rowId: "2019" }],
    ["for a fixed row taken out", { kind: "remove_row", table: "uses", rowId: "land" }],
    ["for a row with an odd name", { kind: "add_row", table: "shareholders", rowId: "../x" }],
    ["for an order with an odd name", { kind: "order_rows", table: "shareholders", rowIds: ["a b"] }],
    ["for a row of no table", { kind: "add_row", table: "uscc", rowId: "r1" }],
  ])("%s", (_what, operation) => {
    expect(admitsOperation(c5Definition, operation)).toBe(false);
  });
});

test.each([
  ["shareholders/r1/ratio", "ownership"],
  ["total_investment", "funding"],
  ["truthful", "declarations"],
  ["nothing", null],
  ["//", null],
])("%s belongs to %s", (path, section) => {
  expect(sectionOfPath(c5Definition, path)).toBe(section);
});
