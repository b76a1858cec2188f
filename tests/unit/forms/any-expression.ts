import fc from "fast-check";
import type { Expression } from "#app/domain/forms/expression.ts";
import type { Scope, Value } from "#app/domain/forms/evaluate-expression.ts";

type Cells = Record<string, Value>;

export function scopeOf(answers: Cells, tables: Record<string, Cells[]> = {}, cells: Cells = {}): Scope {
  return {
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
}

/** Well put or nonsense: any operator on any operands. */
export const { expression: anyExpression } = fc.letrec<{ expression: Expression }>((tie) => {
  const e = tie("expression");
  const two = fc.tuple(e, e);
  const some = fc.array(e, { minLength: 1, maxLength: 3 });
  const of = fc.constantFrom("uses", "nothing");
  const leaf = fc.constantFrom<Expression>(
    { ref: "total" },
    { ref: "share" },
    { ref: "why" },
    { ref: "new" },
    { ref: "start" },
    { ref: "ways" },
    { ref: "missing" },
    { cell: "amount" },
    { cell: "id" },
    { at: { of: "uses", row: "land", column: "amount" } },
    { today: true },
    { files: "paper" },
    true,
    false,
    0,
    2.5,
    -0.01,
    "2026-01-31",
    "2026-02",
    "a",
    "",
  );
  return {
    expression: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      leaf,
      fc
        .constantFrom("eq", "ne", "lt", "le", "gt", "ge", "subtract", "divide")
        .chain((operator) => two.map((sides) => ({ [operator]: sides }) as unknown as Expression)),
      fc
        .constantFrom("and", "or", "add", "multiply", "coalesce")
        .chain((operator) => some.map((list) => ({ [operator]: list }) as unknown as Expression)),
      fc
        .constantFrom("not", "abs", "length", "year", "answered")
        .chain((operator) => e.map((operand) => ({ [operator]: operand }) as unknown as Expression)),
      fc.tuple(e, e, e).map((branches) => ({ if: branches })),
      fc.tuple(e, fc.integer({ min: 0, max: 10 })).map((round) => ({ round })),
      fc.tuple(e, fc.integer({ min: -1200, max: 1200 })).map((add_months) => ({ add_months })),
      e.map((x) => ({ in: [x, ["a", "zz"]] as [Expression, string[]] })),
      e.map((x) => ({ includes: [x, "a"] as [Expression, string] })),
      e.map((x) => ({ mentions: [x, ["保本"]] as [Expression, string[]] })),
      fc
        .constantFrom("sum", "min", "max")
        .chain((operator) =>
          fc.record({ of, value: e, where: e }).map((it) => ({ [operator]: it }) as unknown as Expression),
        ),
      fc
        .constantFrom("any", "all", "count")
        .chain((operator) =>
          fc.record({ of, where: e }).map((it) => ({ [operator]: it }) as unknown as Expression),
        ),
    ),
  };
});

export const anyValue: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.string({ maxLength: 12 }),
  fc.constantFrom("2026-01-31", "2026-02", "a"),
  fc.array(fc.constantFrom("a", "b", ""), { maxLength: 3 }),
  fc.record({
    units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
    scale: fc.integer({ min: 0, max: 8 }),
  }),
);
