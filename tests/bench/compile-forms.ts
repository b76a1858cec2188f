import { checkApplication } from "#app/domain/forms/check-answers.ts";
import { checkDefinition } from "#app/domain/forms/check-definition.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { exampleApplications } from "#tests/world/example-applications.ts";

export interface FormFigures {
  code: string;
  questions: number;
  /** Questions and columns of tables. */
  fields: number;
  /** The whole definition checked, as when it is saved: shape, names, types, cycles. */
  definitionMs: number;
  /** Expressions turned into closures, names into maps. */
  compileMs: number;
  /** A filled application checked against it, every answer and rule. */
  validateMs: number;
}

/** Medians, once the engine has seen every form. */
export function benchForms(): FormFigures[] {
  for (const example of exampleApplications) figuresOf(example, 3);
  return exampleApplications.map((example) => figuresOf(example, 25));
}

type Example = (typeof exampleApplications)[number];

function figuresOf({ code, definition, answers, env }: Example, runs: number): FormFigures {
  const { questionByKey } = compileForm(definition);
  const columns = [...questionByKey.values()].reduce((sum, question) => sum + question.columns.length, 0);
  return {
    code,
    questions: questionByKey.size,
    fields: questionByKey.size + columns,
    definitionMs: median(Math.ceil(runs / 5), () => checkDefinition(definition)),
    // What was compiled is kept by its definition, so each time it is another.
    compileMs: medianOf(
      Array.from({ length: runs }, () => structuredClone(definition)).map((copy: FormDefinition) =>
        took(() => compileForm(copy)),
      ),
    ),
    validateMs: median(runs, () => checkApplication(definition, answers, env)),
  };
}

const median = (runs: number, work: () => unknown): number =>
  medianOf(Array.from({ length: runs }, () => took(work)));

function took(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

export const medianOf = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
