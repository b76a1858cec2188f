import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LiveDependencies } from "#app/domain/applications/live-dependencies.ts";
import { compileForm, isTable } from "#app/domain/forms/compile-form.ts";
import { formDefinitionSchema } from "#app/domain/forms/definition.ts";
import { evaluateForm, FormEvaluation, type ReadCells } from "#app/domain/forms/form-evaluation.ts";
import { applyAnswerOperation, type RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { companyProfileForm } from "#db/programme/forms/company-profile.ts";
import { programme } from "#db/programme/programme.ts";
import { exampleAnswersC5 } from "#tests/world/example-answers-c5.ts";

const env = { today: "2026-12-09", files: {} };

/** Everything a page shows of a question: whether, what, and the same of its cells and sums. */
function shown(evaluation: FormEvaluation, key: string): unknown {
  const question = evaluation.form.questionByKey.get(key)!;
  if (!isTable(question.field))
    return [evaluation.isVisible(key), question.computed && evaluation.value(key)];
  const { totals = [] } = question.field;
  return [
    evaluation.isVisible(key),
    totals.map((column) => evaluation.total(key, column)),
    evaluation.allRows(key).map((row) => rowShown(row, question)),
  ];
}

const rowShown = (
  row: ReturnType<FormEvaluation["allRows"]>[number],
  question: { columns: readonly { field: { key: string }; computed: unknown }[] },
): unknown =>
  question.columns.map(({ field, computed }) => [
    row.isVisible(field.key),
    computed ? row.value(field.key) : null,
  ]);

describe.each([companyProfileForm, ...programme.forms].map((form) => [form.code, form] as const))(
  "of form %s",
  (_code, source) => {
    const definition = formDefinitionSchema.parse(source);
    const dependencies = new LiveDependencies(definition);
    const { questionByKey } = compileForm(definition);
    const paths = [...questionByKey.values()].flatMap(({ field, columns, fixedRows }) => {
      if (field.type === "static" || field.type === "computed" || field.type === "file") return [];
      if (!isTable(field)) return [field.key];
      const ids = fixedRows?.map(({ row }) => row.id) ?? ["r1", "r2"];
      return ids.flatMap((id) =>
        columns
          .filter((column) => !column.computed)
          .map((column) => `${field.key}/${id}/${column.field.key}`),
      );
    });
    const values = fc.constantFrom("", "yes", "no", "3", "99", "2027-01-01", "outside", "other", "latest");

    test("nothing moves that was not said to", () => {
      fc.assert(
        fc.property(fc.constantFrom(...paths), values, values, (path, first, second) => {
          const before = applyAnswerOperation(exampleAnswersC5 as RawAnswers, {
            kind: "set",
            path,
            value: first,
          });
          const after = applyAnswerOperation(before, { kind: "set", path, value: second });
          const [one, two] = [evaluateForm(definition, before, env), evaluateForm(definition, after, env)];
          const [changed = "", rowId] = path.split("/");
          for (const [key, question] of questionByKey) {
            if (
              dependencies.questionMoves(key, changed) &&
              !(key === changed && dependencies.isRowLocal(key))
            )
              continue;
            if (key !== changed) expect(shown(two, key), `${key} after ${path}`).toEqual(shown(one, key));
            else
              for (const row of one.allRows(key).filter(({ id }) => id !== rowId))
                expect(
                  rowShown(
                    two.allRows(key).find(({ id }) => id === row.id)!,
                    question,
                  ),
                ).toEqual(rowShown(row, question));
          }
        }),
        { numRuns: 60 },
      );
    });

    test("cells kept from one evaluation to the next read the same", () => {
      const readCells: ReadCells = new WeakMap();
      let raw = exampleAnswersC5 as RawAnswers;
      fc.assert(
        fc.property(fc.constantFrom(...paths), values, (path, value) => {
          raw = applyAnswerOperation(raw, { kind: "set", path, value });
          const kept = new FormEvaluation(compileForm(definition), raw, env, readCells);
          const anew = evaluateForm(definition, raw, env);
          const key = path.split("/")[0]!;
          expect(shown(kept, key)).toEqual(shown(anew, key));
        }),
        { numRuns: 60 },
      );
    });
  },
);
