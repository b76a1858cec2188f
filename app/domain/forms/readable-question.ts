import type { CompiledQuestion } from "./compile-form.ts";
import type { Field, Question } from "./definition.ts";

/** Whether only the company's editors and the fund's office may see all of this. */
export const isRestrictedQuestion = ({ section, field }: CompiledQuestion): boolean =>
  section.section.restricted === true || ("restricted" in field && field.restricted === true);

export const isRestrictedColumn = (column: Field): boolean =>
  "restricted" in column && column.restricted === true;

const reduced = new WeakMap<CompiledQuestion, CompiledQuestion>();

/** What of a question this reader may see: a table without its restricted columns, or nothing at all. */
export function readableQuestion(
  question: CompiledQuestion,
  showRestricted: boolean,
): CompiledQuestion | undefined {
  if (showRestricted) return question;
  if (isRestrictedQuestion(question)) return undefined;
  if (!question.columns.some(({ field }) => isRestrictedColumn(field))) return question;
  const known = reduced.get(question);
  if (known) return known;
  const columns = question.columns.filter(({ field }) => !isRestrictedColumn(field));
  // All of its columns kept back leave nothing to read.
  if (columns.length === 0) return undefined;
  const left = {
    ...question,
    field: { ...question.field, columns: columns.map(({ field }) => field) } as Question,
    columns,
    columnByKey: new Map(columns.map((column) => [column.field.key, column])),
  };
  reduced.set(question, left);
  return left;
}

/** Whether this reader may see what stands at `question` or `table/row/column`. */
export function isReadablePath(question: CompiledQuestion, path: string, showRestricted: boolean): boolean {
  const [, , column] = path.split("/");
  const readable = readableQuestion(question, showRestricted);
  return readable !== undefined && (column === undefined || readable.columnByKey.has(column));
}
