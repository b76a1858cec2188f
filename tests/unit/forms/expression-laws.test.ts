import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDefinition } from "#app/domain/forms/check-definition.ts";
import { compileExpression, isDecimal, type Value } from "#app/domain/forms/evaluate-expression.ts";
import { expressionSchema, type Expression } from "#app/domain/forms/expression.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { ExpressionReader } from "#app/domain/forms/infer-type.ts";
import { formatDecimal, type Decimal } from "#app/domain/shared/decimal.ts";
import { expressionSentence, namesOf } from "#app/i18n/expression-words.ts";
import { anyExpression, anyValue, scopeOf } from "./any-expression.ts";
import { form, question, ref, table, words } from "./definition-parts.ts";

const checked = checkDefinition(
  form([
    question("total", { type: "money" }),
    question("share", { type: "percent" }),
    words("why"),
    question("new", { type: "yes_no" }),
    question("start", { type: "date" }),
    question("ways", {
      type: "multi_choice",
      options: ["a", "b"].map((code) => ({ code, label: { zh: code, en: code } })),
    }),
    question("paper", { type: "file", accept: ["pdf"], maxSizeMb: 1, maxCount: 1 }),
    table({
      key: "uses",
      columns: [question("amount", { type: "money" })],
      fixedRows: [{ id: "land", label: { zh: "土地", en: "Land" } }],
    }),
  ]),
);
if (!checked.ok) throw new Error("The form of these tests is sound");
const { definition } = checked;

const typed = fc.record({
  total: fc.constantFrom("", "100", "86,000.5", "-1", "十"),
  share: fc.constantFrom("", "33.3", "101", "x"),
  why: fc.string({ maxLength: 30 }),
  new: fc.constantFrom("", "yes", "no", "perhaps"),
  start: fc.constantFrom("", "2026-01-31", "2026-02-30", "soon"),
  ways: fc.subarray(["a", "b", "zz"]),
  uses: fc.constantFrom(
    [],
    [{ id: "land", cells: { amount: "5" } }],
    [{ id: "land", cells: { amount: "?" } }],
  ),
});

const kindOf = (value: Value): string =>
  value === null
    ? "null"
    : isDecimal(value)
      ? "number"
      : Array.isArray(value)
        ? "list"
        : typeof value === "boolean"
          ? "boolean"
          : "text";

const shown = (value: Value): unknown => (isDecimal(value) ? formatDecimal(value) : value);

describe("on any answers", () => {
  test("every expression has a value, always the same, also after being written out and read again", () => {
    fc.assert(
      fc.property(anyExpression, typed, (expression, raw) => {
        const evaluation = evaluateForm(definition, raw as never, { today: "2026-12-09", files: {} });
        const value = compileExpression(expressionSchema.parse(expression))(evaluation);
        const again = expressionSchema.parse(JSON.parse(JSON.stringify(expression)));
        expect(shown(compileExpression(again)(evaluation))).toEqual(shown(value));
      }),
      { numRuns: 1500 },
    );
  });

  test("one that the check lets pass gives the kind it was said to give, or nothing", () => {
    let sound = 0;
    fc.assert(
      fc.property(anyExpression, typed, (expression, raw) => {
        const reader = new ExpressionReader();
        const kind = reader.read(expression, namesOf(definition));
        if (reader.problems.length > 0 || kind === null) return;
        sound += 1;
        const evaluation = evaluateForm(definition, raw as never, { today: "2026-12-09", files: {} });
        const found = kindOf(compileExpression(expression)(evaluation));
        expect(["null", kind === "date" ? "text" : kind]).toContain(found);
      }),
      { numRuns: 8000 },
    );
    expect(sound).toBeGreaterThan(300);
  });

  test("any expression can be checked and read aloud, however ill put", () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const source = form([question("q", { visibleWhen: expression }), ...questionsOf()]);
        const result = checkDefinition(source);
        if (!result.ok)
          for (const { place } of result.problems) expect(place.section ?? place.part).toBe("s");
        for (const locale of ["zh", "en"] as const)
          expect(expressionSentence("shown", expression, namesOf(definition), locale)).not.toMatch(
            /undefined|object/,
          );
      }),
      { numRuns: 500 },
    );
  });
});

const questionsOf = () => structuredClone(definition.parts[0]!.sections[0]!.groups[0]!.questions);

describe("three-valued logic", () => {
  const truths: Value[] = [true, false, null];
  const scope = (a: Value, b: Value, c: Value = null) => scopeOf({ a, b, c });
  const [a, b, c] = [ref("a"), ref("b"), ref("c")] as [Expression, Expression, Expression];
  const laws: [string, Expression, Expression][] = [
    ["double negation", { not: { not: a } }, { and: [a] }],
    ["De Morgan, and", { not: { and: [a, b] } }, { or: [{ not: a }, { not: b }] }],
    ["De Morgan, or", { not: { or: [a, b] } }, { and: [{ not: a }, { not: b }] }],
    ["and in any order", { and: [a, b] }, { and: [b, a] }],
    ["or in any order", { or: [a, b] }, { or: [b, a] }],
    ["and however grouped", { and: [a, { and: [b, c] }] }, { and: [{ and: [a, b] }, c] }],
    ["or however grouped", { or: [a, { or: [b, c] }] }, { or: [{ or: [a, b] }, c] }],
    ["and over or", { and: [a, { or: [b, c] }] }, { or: [{ and: [a, b] }, { and: [a, c] }] }],
    ["or over and", { or: [a, { and: [b, c] }] }, { and: [{ or: [a, b] }, { or: [a, c] }] }],
    ["absorption", { and: [a, { or: [a, b] }] }, { and: [a] }],
    ["equal is not unequal", { not: { eq: [a, b] } }, { ne: [a, b] }],
  ];
  test.each(laws)("%s", (_name, left, right) => {
    for (const x of truths)
      for (const y of truths)
        for (const z of truths)
          expect(compileExpression(left)(scope(x, y, z))).toBe(compileExpression(right)(scope(x, y, z)));
  });

  test("any and all are each other's denial over any rows", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...truths), { maxLength: 4 }), (list) => {
        const rows = scopeOf({}, { t: list.map((x) => ({ x })) });
        const left = compileExpression({ not: { any: { of: "t", where: { cell: "x" } } } })(rows);
        const right = compileExpression({ all: { of: "t", where: { not: { cell: "x" } } } })(rows);
        expect(left).toBe(right);
      }),
    );
  });

  test("comparisons of any two values agree with each other", () => {
    fc.assert(
      fc.property(anyValue, anyValue, (x, y) => {
        const is = (operator: string) => compileExpression({ [operator]: [a, b] } as never)(scope(x, y));
        const results = ["lt", "eq", "gt"].map(is);
        if (results.includes(null)) expect(new Set(results)).toEqual(new Set([null]));
        else expect(results.filter((result) => result === true)).toHaveLength(1);
        expect(is("le")).toBe(results[2] === null ? null : results[2] === false);
        expect(is("ge")).toBe(results[0] === null ? null : results[0] === false);
      }),
    );
  });
});

describe("figures agree with fractions of whole numbers", () => {
  const anyDecimal: fc.Arbitrary<Decimal> = fc.record({
    units: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
    scale: fc.integer({ min: 0, max: 8 }),
  });
  const [a, b] = [ref("a"), ref("b")] as [Expression, Expression];
  type Fraction = { over: bigint; under: bigint };
  const fraction = ({ units, scale }: Decimal): Fraction => ({ over: units, under: 10n ** BigInt(scale) });
  const same = (value: Value, { over, under }: Fraction): boolean =>
    isDecimal(value) && value.units * under === over * 10n ** BigInt(value.scale);
  const result = (e: Expression, x: Decimal, y: Decimal) => compileExpression(e)(scopeOf({ a: x, b: y }));

  test("sum, difference, product, order and size", () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (x, y) => {
        const [p, q] = [fraction(x), fraction(y)];
        const under = p.under * q.under;
        expect(
          same(result({ add: [a, b] }, x, y), { over: p.over * q.under + q.over * p.under, under }),
        ).toBe(true);
        expect(
          same(result({ subtract: [a, b] }, x, y), { over: p.over * q.under - q.over * p.under, under }),
        ).toBe(true);
        expect(same(result({ multiply: [a, b] }, x, y), { over: p.over * q.over, under })).toBe(true);
        expect(result({ lt: [a, b] }, x, y)).toBe(p.over * q.under < q.over * p.under);
        expect(same(result({ abs: a }, x, y), { ...p, over: p.over < 0n ? -p.over : p.over })).toBe(true);
      }),
    );
  });

  test("a quotient is nearest at ten places, a rounding at its own, halves away from zero", () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, fc.integer({ min: 0, max: 10 }), (x, y, places) => {
        const [p, q] = [fraction(x), fraction(y)];
        const nearest = (over: bigint, under: bigint, scale: number): Decimal => {
          const [n, d] = under < 0n ? [-over, -under] : [over, under];
          const twice = (n < 0n ? -n : n) * 10n ** BigInt(scale) * 2n + d;
          const units = twice / (2n * d);
          return { units: n < 0n ? -units : units, scale };
        };
        if (q.over === 0n) expect(result({ divide: [a, b] }, x, y)).toBeNull();
        else
          expect(result({ divide: [a, b] }, x, y)).toEqual(nearest(p.over * q.under, p.under * q.over, 10));
        expect(result({ round: [a, places] }, x, y)).toEqual(nearest(p.over, p.under, places));
      }),
    );
  });
});
