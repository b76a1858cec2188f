import type { FormDefinition } from "./definition.ts";
import type { CheckEnv } from "./check-env.ts";
import { evaluateForm, type FormEvaluation } from "./form-evaluation.ts";
import { isRows, type RawAnswers, type RawRow, type RawValue } from "./raw-answers.ts";

/** What a submission takes along: answers to visible questions, without blank rows and hidden cells. */
export const visibleAnswers = (definition: FormDefinition, raw: RawAnswers, env: CheckEnv): RawAnswers =>
  visibleAnswersOf(evaluateForm(definition, raw, env));

export function visibleAnswersOf(evaluation: FormEvaluation): RawAnswers {
  const visible: RawAnswers = {};
  for (const key of evaluation.form.questionByKey.keys()) {
    const value = Object.hasOwn(evaluation.raw, key) ? evaluation.raw[key] : undefined;
    if (value === undefined || !evaluation.isVisible(key)) continue;
    visible[key] = isRows(value) && value.length > 0 ? visibleRows(evaluation, key) : value;
  }
  return visible;
}

const visibleRows = (evaluation: FormEvaluation, table: string): RawRow[] =>
  evaluation
    .rows(table)
    .filter((row) => !row.isBlank)
    .map((row) => ({
      id: row.id,
      cells: Object.fromEntries(
        Object.entries(row.raw.cells).filter(([column]: [string, RawValue]) => row.isVisible(column)),
      ),
    }));
