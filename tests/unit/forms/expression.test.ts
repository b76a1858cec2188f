import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileExpression, type Scope, type Value } from "#app/domain/forms/evaluate-expression.ts";
import { expressionSchema, operatorOf, type Expression } from "#app/domain/forms/expression.ts";
import { decimal, formatDecimal, type Decimal } from "#app/domain/shared/decimal.ts";

type Cells = Record<string, Value>;

function scopeOf(answers: Cells, tables: Record<string, Cells[]> = {}, cells: Cells = {}): Scope {
  const scope: Scope = {
    today: "2026-12-09",
    ref: (key) => answers[key] ?? null,
    cell: (column) => cells[column] ?? null,
    files: (key) => (key === "a01" ? 2 : 0),
    rows: (table) => (tables[table] ?? []).map((row) => scopeOf(answers, tables, row)),
    row: (table, id) => {
      const found = (tables[table] ?? []).find((row) => row["id"] === id);
      return found ? scopeOf(answers, tables, found) : undefined;
    },
  };
  return scope;
}

const holders = [
  { id: "a", ratio: decimal("45.0000"), kind: "company", on: "2027-03-01" },
  { id: "b", ratio: decimal("20.5"), kind: "fund", on: "2026-01-31" },
  { id: "c", ratio: null, kind: null, on: null },
];
const scope = scopeOf(
  {
    total: decimal("86000.00"),
    asked: decimal("12000"),
    name: "甲子示例",
    fields: ["nev", "5g"],
    none: [],
    yes: true,
    no: false,
    start: "2027-03-01",
    month: "2027-03",
    text: "保证固定回报",
  },
  { holders },
);

const evaluate = (expression: Expression) => compileExpression(expressionSchema.parse(expression))(scope);
const shown = (value: Value) =>
  typeof value === "object" && value !== null && "units" in value ? formatDecimal(value) : value;

describe("an expression gives", () => {
  test.each<[Expression, Value | string]>([
    ["text", "text"],
    [true, true],
    [0.01, "0.01"],
    [{ ref: "name" }, "甲子示例"],
    [{ ref: "missing" }, null],
    [{ today: true }, "2026-12-09"],
    [{ files: "a01" }, "2"],
    [{ eq: [{ ref: "total" }, 86000] }, true],
    [{ eq: [{ ref: "total" }, "86000"] }, null],
    [{ ne: [{ ref: "name" }, "乙丑"] }, true],
    [{ lt: [{ ref: "asked" }, { ref: "total" }] }, true],
    [{ le: [{ ref: "missing" }, 1] }, null],
    [{ gt: [{ ref: "start" }, { today: true }] }, true],
    [{ ge: [{ ref: "month" }, { ref: "start" }] }, true],
    [{ and: [true, { ref: "missing" }] }, null],
    [{ and: [false, { ref: "missing" }] }, false],
    [{ or: [true, { ref: "missing" }] }, true],
    [{ or: [false, { ref: "missing" }] }, null],
    [{ not: { ref: "no" } }, true],
    [{ not: { ref: "missing" } }, null],
    [{ in: [{ ref: "name" }, ["甲子示例", "乙丑"]] }, true],
    [{ in: [{ ref: "fields" }, ["aerospace", "nev"]] }, true],
    [{ in: [{ ref: "missing" }, ["a"]] }, null],
    [{ includes: [{ ref: "fields" }, "5g"] }, true],
    [{ includes: [{ ref: "none" }, "5g"] }, false],
    [{ mentions: [{ ref: "text" }, ["保本", "固定回报"]] }, true],
    [{ mentions: ["Guaranteed RETURN", ["guaranteed return"]] }, true],
    [{ answered: { ref: "none" } }, false],
    [{ answered: { ref: "no" } }, true],
    [{ coalesce: [{ ref: "missing" }, { ref: "none" }, 0] }, "0"],
    [{ if: [{ ref: "yes" }, "a", "b"] }, "a"],
    [{ if: [{ ref: "missing" }, "a", "b"] }, null],
    [{ count: { of: "holders" } }, "3"],
    [{ count: { of: "holders", where: { eq: [{ cell: "kind" }, "fund"] } } }, "1"],
    [{ sum: { of: "holders", value: { cell: "ratio" } } }, "65.5000"],
    [{ sum: { of: "nothing", value: { cell: "ratio" } } }, "0"],
    [{ min: { of: "holders", value: { cell: "ratio" } } }, "20.5"],
    [{ max: { of: "holders", value: { cell: "ratio" } } }, "45.0000"],
    [{ min: { of: "holders", value: { cell: "on" } } }, "2026-01-31"],
    [{ max: { of: "holders", value: { cell: "on" } } }, "2027-03-01"],
    [{ max: { of: "nothing", value: { cell: "on" } } }, null],
    [{ any: { of: "holders", where: { ge: [{ cell: "ratio" }, 25] } } }, true],
    [{ any: { of: "holders", where: { ge: [{ cell: "ratio" }, 90] } } }, null],
    [{ all: { of: "holders", where: { ge: [{ cell: "ratio" }, 90] } } }, false],
    [{ all: { of: "nothing", where: { ge: [{ cell: "ratio" }, 90] } } }, true],
    [{ at: { of: "holders", row: "b", column: "ratio" } }, "20.5"],
    [{ at: { of: "holders", row: "z", column: "ratio" } }, null],
    [{ add: [0.1, 0.2] }, "0.3"],
    [{ add: [1, { ref: "missing" }] }, null],
    [{ subtract: [100, { sum: { of: "holders", value: { cell: "ratio" } } }] }, "34.5000"],
    [{ multiply: [0.3, { ref: "total" }] }, "25800.000"],
    [{ divide: [1, 3] }, "0.3333333333"],
    [{ divide: [1, 0] }, null],
    [{ abs: -2.5 }, "2.5"],
    [{ round: [{ divide: [{ ref: "asked" }, 64000] }, 4] }, "0.1875"],
    [{ round: [2.345, 2] }, "2.35"],
    [{ length: "甲子𠀀 " }, "3"],
    [{ length: { ref: "fields" } }, "2"],
    [{ year: { ref: "start" } }, "2027"],
    [{ year: "not a date" }, null],
    [{ add_months: ["2024-01-31", 1] }, "2024-02-29"],
    [{ add_months: ["2026-12", 60] }, "2031-12"],
    [{ cell: "ratio" }, null],
  ])("%j → %j", (expression, value) => {
    expect(shown(evaluate(expression))).toEqual(value);
  });
});

test.each<[string, unknown]>([
  ["an unknown operator", { power: [2, 3] }],
  ["two operators", { ref: "a", cell: "b" }],
  ["a number beyond plain decimals", 1e21],
  ["a missing operand", { eq: [1] }],
  ["an empty conjunction", { and: [] }],
  ["a wrong nested operand", { not: { eq: [1, { nope: 1 }] } }],
])("%s is refused", (_what, expression) => {
  expect(expressionSchema.safeParse(expression).success).toBe(false);
});

test("the operator of an expression is its one key", () => {
  expect(operatorOf({ not: true })).toBe("not");
});

const anyValue: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.string({ maxLength: 12 }),
  fc.constantFrom("2026-01-31", "2026-02", "nev"),
  fc.array(fc.constantFrom("nev", "5g", ""), { maxLength: 3 }),
  fc.record({
    units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
    scale: fc.integer({ min: 0, max: 8 }),
  }),
);

const { expression: anyExpression } = fc.letrec<{ expression: Expression }>((tie) => {
  const e = tie("expression");
  const two = fc.tuple(e, e);
  const some = fc.array(e, { minLength: 1, maxLength: 3 });
  const table = fc.constantFrom("holders", "nothing");
  return {
    expression: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.oneof(
        fc.constantFrom<Expression>(
          { ref: "a" },
          { ref: "b" },
          { cell: "a" },
          { today: true },
          { files: "a01" },
          true,
          0,
          2.5,
          "2026-01-31",
          "x",
        ),
      ),
      two.map((eq) => ({ eq })),
      two.map((lt) => ({ lt })),
      two.map((subtract) => ({ subtract })),
      two.map((divide) => ({ divide })),
      some.map((and) => ({ and })),
      some.map((or) => ({ or })),
      some.map((add) => ({ add })),
      some.map((multiply) => ({ multiply })),
      some.map((coalesce) => ({ coalesce })),
      fc.tuple(e, e, e).map((branches) => ({ if: branches })),
      e.map((not) => ({ not })),
      e.map((abs) => ({ abs })),
      e.map((length) => ({ length })),
      e.map((year) => ({ year })),
      e.map((answered) => ({ answered })),
      e.map((x) => ({ round: [x, 2] as [Expression, number] })),
      e.map((x) => ({ add_months: [x, -7] as [Expression, number] })),
      e.map((x) => ({ in: [x, ["nev"]] as [Expression, string[]] })),
      e.map((x) => ({ mentions: [x, ["n"]] as [Expression, string[]] })),
      fc.record({ of: table, value: e, where: e }).map((sum) => ({ sum })),
      fc.record({ of: table, value: e }).map((max) => ({ max })),
      fc.record({ of: table, where: e }).map((any) => ({ any })),
      fc.record({ of: table, where: e }).map((all) => ({ all })),
      fc.record({ of: table }).map((count) => ({ count })),
    ),
  };
});

test("every expression has a value on any answers, and always the same one", () => {
  fc.assert(
    fc.property(anyExpression, anyValue, anyValue, (expression, a, b) => {
      const compiled = compileExpression(expressionSchema.parse(expression));
      const where = scopeOf(
        { a, b },
        {
          holders: [
            { id: "1", a },
            { id: "2", a: b },
          ],
        },
        { a },
      );
      const value = compiled(where);
      expect(value === null || ["boolean", "string", "object"].includes(typeof value)).toBe(true);
      expect(shownDeep(compiled(where))).toEqual(shownDeep(value));
    }),
    { numRuns: 500 },
  );
});

const shownDeep = (value: Value): unknown => shown(value);

const anyDecimal: fc.Arbitrary<Decimal> = fc.record({
  units: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
  scale: fc.integer({ min: 0, max: 6 }),
});

test("sums of a column are exact in any order", () => {
  fc.assert(
    fc.property(fc.array(anyDecimal, { maxLength: 30 }), (figures) => {
      const sum = compileExpression({ sum: { of: "t", value: { cell: "x" } } });
      const of = (list: Decimal[]) => shown(sum(scopeOf({}, { t: list.map((x) => ({ x })) })));
      const backwards = of(figures.toReversed());
      const difference = compileExpression({ subtract: [{ ref: "a" }, { ref: "b" }] });
      const gap = difference(
        scopeOf({ a: decimal(String(of(figures))), b: decimal(String(backwards)) }),
      ) as Decimal;
      expect(gap.units).toBe(0n);
    }),
  );
});

test("de Morgan holds with unknowns", () => {
  const truth = fc.constantFrom<Value>(true, false, null);
  fc.assert(
    fc.property(truth, truth, (a, b) => {
      const where = scopeOf({ a, b });
      const left = compileExpression({ not: { and: [{ ref: "a" }, { ref: "b" }] } })(where);
      const right = compileExpression({ or: [{ not: { ref: "a" } }, { not: { ref: "b" } }] })(where);
      expect(left).toBe(right);
    }),
  );
});
