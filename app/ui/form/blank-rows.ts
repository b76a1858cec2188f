import type { CompiledSection } from "#app/domain/forms/compile-form.ts";
import { isTable } from "#app/domain/forms/compile-form.ts";
import { EvaluatedRow, type FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import type { FormIssue } from "#app/domain/forms/issue.ts";
import { newRowId } from "#app/domain/forms/new-row-id.ts";
import { type RawAnswers, rowsOf } from "#app/domain/forms/raw-answers.ts";

/** A table nobody has begun shows one empty row to type into; it is a row once something stands in it. */
export function withEmptyRows(section: CompiledSection, raw: RawAnswers): RawAnswers {
  const empty = section.questions.filter(
    (question) =>
      isTable(question.field) && question.fixedRows === null && rowsOf(raw, question.field.key).length === 0,
  );
  if (empty.length === 0) return raw;
  const shown = { ...raw };
  for (const { field } of empty) shown[field.key] = [{ id: newRowId(), cells: {} }];
  return shown;
}

/** Stands in for the id in the browser's template of a row. */
export const templateRowId = "NEWROW";

export function blankRow(evaluation: FormEvaluation, table: string): EvaluatedRow {
  const question = evaluation.form.questionByKey.get(table);
  if (!question) throw new RangeError(`no table ${table}`);
  return new EvaluatedRow(evaluation, question, { id: templateRowId, cells: {} }, 0, {
    today: evaluation.today,
  });
}

export function issuesByPath(issues: readonly FormIssue[]): ReadonlyMap<string, readonly FormIssue[]> {
  const byPath = new Map<string, FormIssue[]>();
  for (const issue of issues) byPath.set(issue.path, [...(byPath.get(issue.path) ?? []), issue]);
  return byPath;
}
