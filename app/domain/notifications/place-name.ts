import { compileForm, type CompiledQuestion } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { Localised } from "#app/domain/shared/localised.ts";

const nowhere: Localised = { zh: "", en: "" };

/**
 * Names a flagged place the way a person would: `设备清单第7行：单价`. Empty for the application as a whole.
 * `place` is a question key, `table/row` or `table/row/column`; `rows` gives the order of a table's rows.
 */
export function placeName(
  definition: FormDefinition,
  sectionKey: string,
  place: string,
  rows: (table: string) => readonly string[],
): Localised {
  const form = compileForm(definition);
  const section = form.sectionByKey.get(sectionKey)?.section.title ?? nowhere;
  const [key = "", rowId, column] = place.split("/");
  const question = form.questionByKey.get(key);
  if (!question) return section;
  const name = rowId === undefined ? questionName(question) : rowName(question, rowId, rows(key), column);
  return join(section.zh === "" ? question.section.section.title : section, name);
}

/** A short label says enough after the section's title. */
function questionName({ field }: CompiledQuestion): Localised {
  return "shortLabel" in field && field.shortLabel ? field.shortLabel : field.label;
}

function rowName(
  question: CompiledQuestion,
  rowId: string,
  order: readonly string[],
  column: string | undefined,
): Localised {
  const table = questionName(question);
  const fixed = question.fixedRows?.find(({ row }) => row.id === rowId)?.row.label;
  const number = order.indexOf(rowId) + 1;
  const row = fixed
    ? { zh: `${table.zh}，${fixed.zh}`, en: `${table.en}, ${fixed.en}` }
    : number > 0
      ? { zh: `${table.zh}第${number}行`, en: `${table.en}, row ${number}` }
      : table;
  const cell = column === undefined ? undefined : question.columnByKey.get(column)?.field;
  return cell ? join(row, cell.label) : row;
}

const join = (first: Localised, second: Localised): Localised => ({
  zh: `${first.zh}：${second.zh}`,
  en: `${first.en}: ${second.en}`,
});
