import { isField, type CompiledQuestion } from "./compile-form.ts";
import { formatRawAnswer } from "./format-answer.ts";
import { isBlank, isRows, type RawRow, type RawValue } from "./raw-answers.ts";

/** An answer in lines: a text or a figure in one, a table's rows in one each. */
export function answerLines(
  question: CompiledQuestion,
  answer: RawValue | RawRow[] | undefined,
  locale: "zh" | "en",
): string[] {
  if (answer === undefined || answer.length === 0) return [];
  const { field, columns } = question;
  if (isField(field)) return [formatRawAnswer(field, answer as RawValue, locale)].filter(Boolean);
  if (!isRows(answer)) return [];
  return answer.flatMap((row) => {
    const label = question.fixedRows?.find((fixed) => fixed.row.id === row.id)?.row.label[locale];
    const cells = columns
      .filter((column) => !isBlank(row.cells[column.field.key]))
      .map((column) => formatRawAnswer(column.field, row.cells[column.field.key], locale));
    if (cells.length === 0) return [];
    return [[...(label === undefined ? [] : [label]), ...cells].join(" · ")];
  });
}
