import type { CompiledForm, CompiledQuestion } from "#app/domain/forms/compile-form.ts";
import type { EvaluatedRow } from "#app/domain/forms/form-evaluation.ts";
import { answerPath } from "#app/domain/forms/raw-answers.ts";
import { amountDoubt } from "./amount-note.tsx";
import type { FormView } from "./form-view.ts";

/** Stands in kept markup for the id of its row; nobody can guess it, so no answer contains it. */
export const rowStandIn = `row-${crypto.randomUUID()}`;

/**
 * All that the markup of questions with one answer each follows from, when nothing is said at them but that answer;
 * undefined where something is, or where more than the answer shows.
 */
export function questionsKey(view: FormView, questions: readonly CompiledQuestion[]): string | undefined {
  if (!view.isPlain) return undefined;
  const { evaluation } = view;
  const parts: unknown[] = [formNumber(evaluation.form), view.locale];
  for (const { field, visible, required } of questions) {
    if (field.type === "table" || field.type === "computed") return undefined;
    if (view.edited(field.key) || view.stale?.(field.key)) return undefined;
    if (field.type !== "static" && field.type !== "file") {
      const raw = evaluation.rawOf(field.key);
      if (amountDoubt({ view, field, path: field.key, raw })) return undefined;
    }
    const answer = field.type === "file" ? view.files(field.key) : evaluation.rawOf(field.key);
    parts.push(field.key, answer ?? null);
    if (visible) parts.push(visible(evaluation) === true);
    if (typeof required !== "boolean") parts.push(evaluation.isRequired(field.key));
  }
  return JSON.stringify(parts);
}

/** The same of rows of one table; the id of a row that the company added is no part of it. */
export function rowsKey(
  view: FormView,
  question: CompiledQuestion,
  rows: readonly EvaluatedRow[],
): string | undefined {
  if (!view.isPlain) return undefined;
  const parts: unknown[] = [formNumber(view.evaluation.form), view.locale, question.field.key];
  for (const row of rows) {
    parts.push(row.number, row.isFixed ? row.id : null);
    for (const column of question.columns) {
      const { key } = column.field;
      const path = answerPath(question.field.key, row.id, key);
      if (view.edited(path)) return undefined;
      if (amountDoubt({ view, field: column.field, path, raw: row.rawOf(key) })) return undefined;
      parts.push((column.computed ? row.value(key) : row.rawOf(key)) ?? null);
      if (column.visible) parts.push(row.isVisible(key));
      if (typeof column.required !== "boolean") parts.push(row.isRequired(key));
    }
  }
  return JSON.stringify(parts);
}

const numbers = new WeakMap<CompiledForm, number>();
let forms = 0;

function formNumber(form: CompiledForm): number {
  const known = numbers.get(form);
  if (known !== undefined) return known;
  numbers.set(form, (forms += 1));
  return forms;
}
