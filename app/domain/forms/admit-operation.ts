import { compileForm, isTable, type CompiledQuestion } from "./compile-form.ts";
import { compositeOf, compositeParts } from "./composite-field.ts";
import type { Field, FormDefinition } from "./definition.ts";
import { parseAnswerPath, type AnswerOperation, type RawValue } from "./raw-answers.ts";

/** Far above any limit of a form: only what no browser of ours sends is turned away. */
const longestText = 20_000;
const longestList = 300;
const rowIdForm = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/;

/** Whether an autosave names a question of this form and has its shape. Wrong answers are admitted: they are kept. */
export function admitsOperation(definition: FormDefinition, operation: AnswerOperation): boolean {
  const { questionByKey } = compileForm(definition);
  if (operation.kind === "set") {
    const at = parseAnswerPath(operation.path);
    const question = at ? questionByKey.get(at.key) : undefined;
    if (!at || !question) return false;
    if (at.rowId === undefined) return takesText(question) && fits(question.field as Field, operation.value);
    const column = question.columnByKey.get(at.column)?.field;
    return column !== undefined && hasRow(question, at.rowId) && fits(column, operation.value);
  }
  const question = questionByKey.get(operation.table);
  if (!question || !isTable(question.field) || question.fixedRows) return false;
  if (operation.kind === "order_rows") {
    return operation.rowIds.length <= longestList && operation.rowIds.every((id) => rowIdForm.test(id));
  }
  return rowIdForm.test(operation.rowId);
}

/** Running text: what two people change in it at different places can both stand. */
export function isRunningText(definition: FormDefinition, path: string): boolean {
  const at = parseAnswerPath(path);
  const question = at ? compileForm(definition).questionByKey.get(at.key) : undefined;
  const field = at?.column === undefined ? question?.field : question?.columnByKey.get(at.column)?.field;
  return field?.type === "short_text" || field?.type === "long_text";
}

/** The section a path belongs to, or null when the form has no such field. */
export function sectionOfPath(definition: FormDefinition, path: string): string | null {
  const at = parseAnswerPath(path);
  const question = at ? compileForm(definition).questionByKey.get(at.key) : undefined;
  return question?.section.section.key ?? null;
}

const takesText = ({ field }: CompiledQuestion): boolean =>
  field.type !== "table" && field.type !== "file" && field.type !== "static" && field.type !== "computed";

const hasRow = ({ fixedRows }: CompiledQuestion, rowId: string): boolean =>
  fixedRows ? fixedRows.some(({ row }) => row.id === rowId) : rowIdForm.test(rowId);

function fits(field: Field, value: RawValue): boolean {
  if (field.type === "computed") return false;
  if (typeof value === "string") return value.length <= longestText;
  const composite = compositeOf(field);
  if (composite)
    return value.length <= compositeParts[composite].length && value.every((part) => part.length <= 500);
  return (
    field.type === "multi_choice" && value.length <= longestList && value.every((item) => item.length <= 200)
  );
}
