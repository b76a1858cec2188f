import { atStart } from "#app/ui/at-start.ts";
import type { CompiledColumn, CompiledQuestion } from "#app/domain/forms/compile-form.ts";
import type { TableColumn, TableQuestion } from "#app/domain/forms/definition.ts";
import { formatAnswer, formatRawAnswer } from "#app/domain/forms/format-answer.ts";
import type { EvaluatedRow, FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import { isBlank } from "#app/domain/forms/raw-answers.ts";
import { columnText } from "#app/i18n/answer-text.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { cellLabel, isNumeric, isPrimary } from "../form/cell-control.tsx";
import type { PaperBlock } from "./paper-block.ts";

interface TableToPrint {
  locale: Locale;
  evaluation: FormEvaluation;
  question: CompiledQuestion;
  table: TableQuestion;
  label: string;
}

/** A repeating table as lines, a statement, or one list of answers a row; nothing where nothing was entered. */
export function tableBlocks(printed: TableToPrint): PaperBlock[] {
  const { evaluation, table } = printed;
  const rows = evaluation.rows(table.key);
  if (rows.every((row) => row.isBlank)) return [];
  if (table.layout === "statement") return statement(printed, rows);
  if (table.layout === "cards") return cards(printed, rows);
  return lines(printed, rows);
}

function lines(
  { locale, evaluation, question, table, label }: TableToPrint,
  rows: readonly EvaluatedRow[],
): PaperBlock[] {
  const shown = question.columns.filter((column) => rows.some((row) => row.isVisible(column.field.key)));
  const columns = shown.filter(({ field }) => isPrimary(field));
  const beneath = shown.filter(({ field }) => !isPrimary(field));
  const totals = table.totals ?? [];
  const totalRow = {
    cells: [
      sectionMessages[locale].total,
      ...columns.map(({ field }) => {
        const value = totals.includes(field.key) ? evaluation.total(table.key, field.key) : null;
        return value === null ? "" : columnText(field, value, locale);
      }),
    ],
    isTotal: true,
  };
  return [
    {
      kind: "table",
      label,
      columns: [
        {
          head: table.fixedRows ? atStart(table.rowName[locale]) : "#",
          isNumeric: false,
          weight: table.fixedRows ? 1.6 : 0.5,
        },
        ...columns.map(({ field }) => ({
          ...{ head: cellLabel(field, { locale }), isNumeric: isNumeric(field), weight: weightOf(field) },
        })),
      ],
      rows: [
        ...rows.map((row) => {
          const more = moreOf(row, beneath, locale);
          return {
            cells: [rowLabel(table, row, locale), ...columns.map((column) => cellText(row, column, locale))],
            ...(more === "" ? {} : { beneath: more }),
          };
        }),
        ...(totals.length > 0 ? [totalRow] : []),
      ],
    },
  ];
}

function statement(
  { locale, question, table, label }: TableToPrint,
  rows: readonly EvaluatedRow[],
): PaperBlock[] {
  return [
    {
      kind: "table",
      label,
      columns: [
        { head: sectionMessages[locale].statementItem, isNumeric: false, weight: 2 },
        ...rows.map((row) => ({ head: rowLabel(table, row, locale), isNumeric: true, weight: 1 })),
      ],
      rows: question.columns.map((column) => ({
        cells: [cellLabel(column.field, { locale }), ...rows.map((row) => cellText(row, column, locale))],
      })),
    },
  ];
}

function cards(
  { locale, question, table, label }: TableToPrint,
  rows: readonly EvaluatedRow[],
): PaperBlock[] {
  return rows.flatMap((row, index): PaperBlock[] => [
    {
      kind: "heading",
      level: 4,
      text: `${index === 0 ? `${label} · ` : ""}${atStart(table.rowName[locale])} ${rowLabel(table, row, locale)}`,
    },
    ...cardBlocks(
      row,
      question.columns.filter((column) => row.isVisible(column.field.key)),
      locale,
    ),
  ]);
}

/** Short answers go together until a long one comes between. */
function cardBlocks(row: EvaluatedRow, columns: readonly CompiledColumn[], locale: Locale): PaperBlock[] {
  const blocks: PaperBlock[] = [];
  for (const column of columns) {
    const told = cellText(row, column, locale, true);
    const isMissing = told === "";
    const fact = {
      label: (column.field.shortLabel ?? column.field.label)[locale],
      text: isMissing ? "–" : told,
      isMissing,
    };
    const last = blocks.at(-1);
    if (column.field.type === "long_text") blocks.push({ kind: "answer", ...fact, isLong: true });
    else if (last?.kind === "facts") last.facts.push(fact);
    else blocks.push({ kind: "facts", facts: [fact] });
  }
  return blocks;
}

/** English names of rows are written as they stand in a sentence. */
const moreOf = (row: EvaluatedRow, columns: readonly CompiledColumn[], locale: Locale): string =>
  columns
    .filter(({ field }) => row.isVisible(field.key) && !isBlank(row.rawOf(field.key)))
    .map((column) => {
      const name = (column.field.shortLabel ?? column.field.label)[locale];
      return `${name}${locale === "zh" ? "：" : ": "}${cellText(row, column, locale, true)}`;
    })
    .join(locale === "zh" ? "；" : "; ");

function cellText(row: EvaluatedRow, { field }: CompiledColumn, locale: Locale, withUnit = false): string {
  if (!row.isVisible(field.key)) return "";
  const value = row.value(field.key);
  if (value === null) return formatRawAnswer(field, row.rawOf(field.key), locale);
  return withUnit ? formatAnswer(field, value, locale) : columnText(field, value, locale);
}

const rowLabel = (table: TableQuestion, row: EvaluatedRow, locale: Locale): string =>
  table.fixedRows?.find(({ id }) => id === row.id)?.label[locale] ?? String(row.number);

function weightOf(column: TableColumn): number {
  if (column.type === "short_text") return 2;
  return ["choice", "uscc", "url"].includes(column.type) ? 1.5 : 1.2;
}
