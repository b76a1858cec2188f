import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDefinition } from "#app/domain/forms/check-definition.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { Expression } from "#app/domain/forms/expression.ts";
import type { CheckEnv } from "#app/domain/forms/check-env.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { takeSnapshot } from "#app/domain/forms/snapshot.ts";
import { Dice } from "#tests/support/random-operations.ts";
import { cell, computed, file, form, number, question, ref, shown, table } from "./definition-parts.ts";

const env: CheckEnv = { today: "2026-12-09", files: { f: [{ id: "1", name: "a.pdf", size: 1 }] } };
const wrongUscc = "91140900MA0KX12R1X";

/** Conditions and figures of the right kinds over the names of one small form; rings among them are common. */
const { condition, figure, cellCondition, cellFigure } = fc.letrec<Record<Kind, Expression>>((tie) => ({
  condition: conditionOf(tie("figure"), fc.constantFrom("a", "b", "c", "u", "f", "rows")),
  figure: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Expression>(0, 1, 0.1, ref("a") as Expression, ref("b") as Expression, { files: "f" }),
    fc.record({ sum: fc.record({ of: fc.constant("rows"), value: tie("cellFigure") }) }),
    fc.record({ count: fc.record({ of: fc.constant("rows"), where: tie("cellCondition") }) }),
    fc.tuple(tie("figure"), tie("figure")).map((sides) => ({ multiply: sides })),
    fc.tuple(tie("figure"), tie("figure")).map((sides) => ({ divide: sides })),
    fc.tuple(tie("condition"), tie("figure"), tie("figure")).map((branches) => ({ if: branches })),
  ),
  cellCondition: conditionOf(tie("cellFigure"), fc.constantFrom("a", "u")),
  cellFigure: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Expression>(0, 2, cell("x"), cell("y"), cell("z"), ref("a") as Expression),
    fc.tuple(tie("cellFigure"), tie("cellFigure")).map((sides) => ({ add: sides })),
    fc.tuple(tie("cellFigure"), tie("cellFigure")).map((sides) => ({ multiply: sides })),
  ),
}));
type Kind = "condition" | "figure" | "cellCondition" | "cellFigure";

function conditionOf(
  figures: fc.Arbitrary<Expression>,
  names: fc.Arbitrary<string>,
): fc.Arbitrary<Expression> {
  return fc.oneof(
    names.map((name): Expression => ({ answered: ref(name) })),
    fc.tuple(figures, figures).map((sides): Expression => ({ gt: sides })),
    fc.tuple(figures, figures).map((sides): Expression => ({ not: { eq: sides } })),
  );
}

const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const definitions = fc
  .record({
    ...{ b: figure, z: cellFigure, y: sometimes(cellCondition), isIn: fc.boolean() },
    ...{
      c: sometimes(condition),
      u: sometimes(condition),
      f: sometimes(condition),
      rows: sometimes(condition),
    },
  })
  .map(({ b, c, u, f, rows, y, z, isIn }) => {
    const when = (visibleWhen: Expression | undefined) => (visibleWhen === undefined ? {} : { visibleWhen });
    return form([
      number("a"),
      computed("b", b),
      number("c", when(c)),
      question("u", { type: "uscc", ...when(u), ...(isIn ? { licenceIn: "f" } : {}) }),
      file("f", when(f)),
      table({ ...when(rows), columns: [number("x"), number("y", when(y)), computed("z", z)] }),
    ]);
  });

const figures = fc.constantFrom("", "0", "1", "-3", "999999999", "x");
const answers = fc.record({
  ...{ a: figures, c: figures, u: fc.constantFrom("", wrongUscc) },
  rows: fc.array(fc.record({ x: figures, y: figures }), { maxLength: 3 }),
});

describe("a definition that the check lets pass", () => {
  test("never fails, and means the same in whatever order it is asked", () => {
    let [sound, broken] = [0, 0];
    fc.assert(
      fc.property(definitions, answers, fc.nat(), (source, typed, seed) => {
        const checked = checkDefinition(source);
        if (!checked.ok) {
          broken += 1;
          expect(checked.problems.every(({ code }) => code === "cycle" || code === "result_kind")).toBe(true);
          return;
        }
        sound += 1;
        const raw = {
          ...typed,
          rows: typed.rows.map((cells, index) => ({ id: `r${index}`, cells })),
        } as RawAnswers;
        const { definition } = checked;
        const inOrder = meaning(definition, raw, (names) => names);
        const dice = new Dice(seed);
        const shuffled = meaning(definition, raw, (names) =>
          names
            .map((name) => ({ name, at: dice.roll(1_000) }))
            .sort((one, other) => one.at - other.at)
            .map(({ name }) => name),
        );
        expect(shuffled).toEqual(inOrder);
        takeSnapshot(definition, raw, { today: env.today, files: {} });
      }),
      { numRuns: 1_500 },
    );
    // Neither half of the test is empty.
    expect(sound).toBeGreaterThan(60);
    expect(broken).toBeGreaterThan(60);
  });

  test("takes no time out of proportion, however its columns lean on each other", () => {
    const chained = (make: (index: number) => object, width = 29) =>
      checkDefinition(
        form([table({ columns: [number("c0"), ...Array.from({ length: width }, (_, at) => make(at))] })]),
      );
    const twice = (at: number) => [cell(`c${at}`), cell(`c${at}`)];
    const row = {
      id: "r",
      cells: Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`c${at}`, "1"])),
    };
    for (const checked of [
      chained((at) => computed(`c${at + 1}`, { add: twice(at) })),
      chained((at) => computed(`c${at + 1}`, { multiply: [...twice(at), ...twice(at)] })),
      chained((at) => shown(`c${at + 1}`, { eq: twice(at) })),
    ]) {
      if (!checked.ok) throw new Error("These are sound");
      const started = performance.now();
      takeSnapshot(checked.definition, { rows: [row] }, { today: env.today, files: {} });
      // Each was 2^29 steps once, some hours.
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  });

  test("has no figure beyond all figures", () => {
    const powers = Array.from({ length: 12 }, (_, at) =>
      computed(`p${at + 1}`, { multiply: Array.from({ length: 6 }, () => ref(`p${at}`)) }),
    );
    const checked = checkDefinition(form([number("p0"), ...powers]));
    if (!checked.ok) throw new Error("This is sound");
    const evaluation = evaluateForm(checked.definition, { p0: "3" }, env);
    expect(evaluation.value("p1")).toBe(729);
    expect(evaluation.value("p12")).toBeNull();
  });
});

function meaning(definition: FormDefinition, raw: RawAnswers, order: (names: string[]) => string[]) {
  const evaluation = evaluateForm(definition, raw, env);
  const keys = [...compileForm(definition).questionByKey.keys()];
  const asked: Record<string, () => unknown> = {};
  for (const key of keys) {
    asked[`${key} shown`] = () => evaluation.isVisible(key);
    asked[`${key} value`] = () => evaluation.value(key);
  }
  asked["files"] = () => evaluation.files("f");
  for (const column of ["x", "y", "z"])
    asked[column] = () => evaluation.allRows("rows").map((row) => [row.isVisible(column), row.value(column)]);
  const told = order(Object.keys(asked)).map((name) => [name, asked[name]!()] as const);
  return Object.fromEntries(told);
}
