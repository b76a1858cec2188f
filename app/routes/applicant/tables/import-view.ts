import { baseOf, type RenderedBase } from "#app/domain/applications/draft/rendered-base.ts";
import { importedRowId, type ImportMode } from "#app/domain/applications/draft/import-operations.ts";
import { sectionCheckOf } from "#app/domain/forms/check-answers.ts";
import type { TableColumn } from "#app/domain/forms/definition.ts";
import { type EvaluatedRow, evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { formatRawAnswer } from "#app/domain/forms/format-answer.ts";
import { type FormIssue, isMissing } from "#app/domain/forms/issue.ts";
import { isBlank, type RawAnswers, type RawRow, rowsOf } from "#app/domain/forms/raw-answers.ts";
import { saysTheSame } from "#app/domain/forms/same-answer.ts";
import { rowNameKey } from "#app/domain/forms/sheet/match-heads.ts";
import { readSheet, type SheetChoices, type SheetReading } from "#app/domain/forms/sheet/read-sheet.ts";
import { columnText } from "#app/i18n/answer-text.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { issueSentence } from "#app/i18n/messages/form-issues.ts";
import { importMessages } from "#app/i18n/messages/import.ts";
import type { FoundTable } from "./find-table.ts";
import type { ChosenSheet } from "./read-import-form.ts";

export interface PreviewCell {
  /** For the links of the list above. */
  id: string;
  text: string;
  level: "error" | "warning" | undefined;
}

export interface PreviewRow {
  key: string;
  name: string;
  cells: PreviewCell[];
}

interface CellNote {
  href: string;
  text: string;
}

export interface ImportView {
  locale: Locale;
  table: FoundTable;
  sheet: ChosenSheet;
  reading: SheetReading;
  columns: TableColumn[];
  rows: PreviewRow[];
  wrong: CellNote[];
  warnings: CellNote[];
  missing: number;
  /** Filled rows that stand; in a table of given rows, cells that differ. */
  standing: number;
  mode: ImportMode;
  /** Rows beyond what the table takes, in that mode. */
  over: number;
  base: RenderedBase;
  importId: string;
  hasOwnMapping: boolean;
}

interface Wanted {
  locale: Locale;
  table: FoundTable;
  sheet: ChosenSheet;
  choices: SheetChoices;
  mode: ImportMode;
  importId: string;
}

/** The sheet as it would stand in the application, with everything that would be wrong there. */
export function importView(wanted: Wanted): ImportView {
  const { locale, table, sheet, choices, mode, importId } = wanted;
  const { question, draft } = table;
  const reading = readSheet(question, sheet.rows, choices);
  const evaluated = evaluateImport(wanted, reading);
  const named = new Set(reading.columns.map(({ key }) => key));
  const columns = question.columns.filter((column) => named.has(column.key) && column.type !== "computed");
  const levels = new Map(evaluated.issues.map((issue) => [issue.path, issue.level]));
  const errors = evaluated.issues.filter((issue) => issue.level === "error" && !isMissing(issue));
  for (const { path } of errors) levels.set(path, "error");
  const filled = rowsOf(draft.raw, question.key).filter((row) => !Object.values(row.cells).every(isBlank));
  const note = (issue: FormIssue) => cellNote(issue, evaluated.rows, reading, wanted);
  return {
    locale,
    table,
    sheet,
    reading,
    columns,
    rows: evaluated.rows.map((row, index) => previewRow(row, index, columns, levels, reading, wanted)),
    wrong: errors.map(note),
    warnings: evaluated.issues.filter((issue) => issue.level === "warning").map(note),
    missing: evaluated.issues.filter(isMissing).length,
    standing: question.fixedRows ? differing(question, reading, filled) : filled.length,
    mode,
    over: question.fixedRows
      ? 0
      : Math.max(0, reading.rows.length + (mode === "append" ? filled.length : 0) - question.maxRows),
    base: tableBase(wanted),
    importId,
    hasOwnMapping: choices.keys !== undefined,
  };
}

/** The imported rows where they would stand, and what the form says of them. */
function evaluateImport({ table, mode, importId }: Wanted, reading: SheetReading) {
  const { question, draft, sectionKey } = table;
  const standing = rowsOf(draft.raw, question.key);
  const imported = reading.rows.map(({ rowId, cells }, index): RawRow => ({
    id: rowId ?? importedRowId(importId, index),
    cells,
  }));
  const rows = question.fixedRows
    ? imported.map((row) => ({ ...row, cells: { ...cellsOf(standing, row.id), ...row.cells } }))
    : [...(mode === "append" ? standing : []), ...imported];
  const raw: RawAnswers = { ...draft.raw, [question.key]: rows };
  const evaluation = evaluateForm(draft.definition, raw, draft.env);
  const section = evaluation.form.sectionByKey.get(sectionKey)!;
  const ids = new Set(imported.map(({ id }) => id));
  return {
    rows: evaluation.allRows(question.key).filter(({ id }) => ids.has(id)),
    issues: sectionCheckOf(evaluation, section).issues.filter(
      (issue) => issue.questionKey === question.key && issue.rowId !== undefined && ids.has(issue.rowId),
    ),
  };
}

const cellsOf = (rows: readonly RawRow[], id: string): RawRow["cells"] =>
  rows.find((row) => row.id === id)?.cells ?? {};

function previewRow(
  row: EvaluatedRow,
  index: number,
  columns: readonly TableColumn[],
  levels: ReadonlyMap<string, FormIssue["level"]>,
  reading: SheetReading,
  { locale, table }: Wanted,
): PreviewRow {
  return {
    key: row.id,
    name: rowName(row, index, reading, locale),
    cells: columns.map((column) => ({
      id: cellId(row.id, column.key),
      text: shown(row, column, locale),
      level: levels.get(`${table.question.key}/${row.id}/${column.key}`),
    })),
  };
}

/** As it will read in the application; under a head that says the unit. */
function shown(row: EvaluatedRow, column: TableColumn, locale: Locale): string {
  const { value } = row.parsed(column.key);
  return value === null
    ? formatRawAnswer(column, row.rawOf(column.key), locale)
    : columnText(column, value, locale);
}

function cellNote(
  issue: FormIssue,
  rows: readonly EvaluatedRow[],
  reading: SheetReading,
  { locale, table }: Wanted,
): CellNote {
  const t = importMessages[locale];
  const index = rows.findIndex((row) => row.id === issue.rowId);
  const row = rows[index];
  const column = table.question.columns.find(({ key }) => key === issue.column);
  const text = row && column ? shown(row, column, locale) : "";
  const name = row ? rowName(row, index, reading, locale) : "";
  const place = column ? t.place({ row: name, column: (column.shortLabel ?? column.label)[locale] }) : name;
  const why = issue.code === "unknown_option" ? t.notAnOption : issueSentence(issue, locale);
  return {
    href: `#${cellId(issue.rowId ?? "", issue.column ?? "")}`,
    text:
      text === "" || issue.code === "rule" ? t.otherCell({ place, why }) : t.wrongCell({ place, text, why }),
  };
}

const rowName = (row: EvaluatedRow, index: number, reading: SheetReading, locale: Locale): string =>
  row.label?.[locale] ?? importMessages[locale].row({ line: reading.rows[index]?.line ?? index + 1 });

const cellId = (rowId: string, column: string): string => `${rowId}-${column}`;

const differing = (
  question: FoundTable["question"],
  reading: SheetReading,
  standing: readonly RawRow[],
): number =>
  reading.rows.reduce((sum, { rowId = "", cells }) => {
    const before = cellsOf(standing, rowId);
    const others = question.columns.filter(({ key }) => cells[key] !== undefined && !isBlank(before[key]));
    return (
      sum + others.filter((column) => !saysTheSame(column, before[column.key], cells[column.key])).length
    );
  }, 0);

/** Versions of this table alone. */
function tableBase({ table }: Wanted): RenderedBase {
  const { draft, sectionKey, question } = table;
  const base = baseOf(draft.sections.get(sectionKey)?.fields ?? {});
  const own = Object.entries(base.fields).filter(([path]) => path.startsWith(`${question.key}/`));
  return { fields: Object.fromEntries(own), rows: { [question.key]: base.rows[question.key] ?? [] } };
}

/** What each column of the sheet may be taken for. */
export const columnChoices = ({ table, locale }: ImportView): { value: string; label: string }[] => [
  { value: "", label: importMessages[locale].skip },
  ...(table.question.fixedRows ? [{ value: rowNameKey, label: importMessages[locale].rowName }] : []),
  ...table.question.columns
    .filter(({ type }) => type !== "computed")
    .map((column) => ({ value: column.key, label: (column.shortLabel ?? column.label)[locale] })),
];
