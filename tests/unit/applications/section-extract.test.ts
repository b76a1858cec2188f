import { describe, expect, it } from "vitest";
import { sectionExtract } from "#app/domain/applications/section-extract.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import { formatAnswer } from "#app/domain/forms/format-answer.ts";
import { c5Definition, exampleAnswersC5, exampleEnvC5 } from "#tests/world/example-answers-c5.ts";

const whole = compileForm(c5Definition);
const sections = whole.sections.filter(({ section }) => section.kind !== "signing");

/** Everything the browser shows live in a section. */
function shownIn(evaluation: FormEvaluation, sectionKey: string): unknown {
  const section = whole.sectionByKey.get(sectionKey)!;
  return section.questions.map(({ field, columns }) => {
    const visible = evaluation.isVisible(field.key);
    if (field.type === "table")
      return [
        visible,
        evaluation
          .allRows(field.key)
          .map((row) =>
            columns.map((column) => [row.isVisible(column.field.key), row.value(column.field.key)]),
          ),
        (field.totals ?? []).map((column) => evaluation.total(field.key, column)),
      ];
    if (field.type !== "computed") return visible;
    const value = evaluation.value(field.key);
    return [
      visible,
      value === null
        ? null
        : formatAnswer(evaluation.form.questionByKey.get(field.key)!.field as typeof field, value, "zh"),
    ];
  });
}

describe.each(sections.map(({ section }) => section.key))("what the browser gets of section %s", (key) => {
  const { definition, elsewhere, files } = sectionExtract(c5Definition, key);

  it("shows and computes the same as the whole form", () => {
    const here = new Set(whole.sectionByKey.get(key)!.questions.map(({ field }) => field.key));
    const raw = Object.fromEntries(
      Object.entries(exampleAnswersC5).filter(
        ([question]) => here.has(question) || elsewhere.includes(question),
      ),
    );
    const env = {
      today: exampleEnvC5.today,
      files: Object.fromEntries(files.map((question) => [question, exampleEnvC5.files[question] ?? []])),
    };
    const part = new FormEvaluation(compileForm(definition), raw, env);
    const all = new FormEvaluation(whole, exampleAnswersC5, exampleEnvC5);
    expect(shownIn(part, key)).toEqual(shownIn(all, key));
  });

  it("is small, and carries no words it does not need", () => {
    const json = JSON.stringify(definition);
    expect(json.length).toBeLessThan(30_000);
    expect(json).not.toContain('"help"');
  });
});
