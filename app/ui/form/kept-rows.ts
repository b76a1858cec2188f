import type { ReactNode } from "react";
import type { TableQuestion } from "#app/domain/forms/definition.ts";
import type { EvaluatedRow } from "#app/domain/forms/form-evaluation.ts";
import type { FormView } from "./form-view.ts";
import { keptMarkup } from "./kept-markup.tsx";
import { rowsKey, rowStandIn } from "./question-key.ts";

/** A row's kept markup; undefined where something is said in the row, so that it must be drawn for this page. */
export function keptRow(
  view: FormView,
  question: TableQuestion,
  row: EvaluatedRow,
  draw: (row: EvaluatedRow) => ReactNode,
): string | undefined {
  const compiled = view.evaluation.form.questionByKey.get(question.key);
  const key = compiled && rowsKey(view, compiled, [row]);
  if (key === undefined) return undefined;
  if (row.isFixed) return keptMarkup(key, view.locale, () => draw(row));
  const markup = keptMarkup(key, view.locale, () => draw(row.called(rowStandIn)));
  return markup.replaceAll(rowStandIn, row.id);
}

/** A whole table of one blank row. */
export function keptTemplate(
  view: FormView,
  question: TableQuestion,
  blank: EvaluatedRow,
  draw: () => ReactNode,
): string | undefined {
  const compiled = view.evaluation.form.questionByKey.get(question.key);
  const key = compiled && rowsKey(view, compiled, [blank]);
  return key && keptMarkup(`template ${blank.id} ${key}`, view.locale, draw);
}

/** The rows of a whole table whose form gives them. */
export function keptStatement(
  view: FormView,
  question: TableQuestion,
  rows: readonly EvaluatedRow[],
  draw: () => ReactNode,
): string | undefined {
  const compiled = view.evaluation.form.questionByKey.get(question.key);
  const key = compiled && rowsKey(view, compiled, rows);
  return key && keptMarkup(key, view.locale, draw);
}
