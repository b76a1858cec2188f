import type { TableColumn, TableQuestion } from "#app/domain/forms/definition.ts";
import type { EvaluatedRow } from "#app/domain/forms/form-evaluation.ts";
import { isTurned, sheetCell, sheetFormat } from "#app/domain/forms/sheet/write-sheet.ts";
import { type ExportColumn, sheetOf } from "#app/http/spreadsheet-response.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { cellLabel } from "#app/ui/form/cell-control.tsx";

type Sheet = ReturnType<typeof sheetOf>;

const widths = { xs: 10, sm: 14, md: 20, lg: 32 };

/**
 * A table as a sheet that can be read again: heads in the reader's language, typed cells, accounts turned as on the
 * page. Without rows it is a sheet to fill in.
 */
export function tableSheet(question: TableQuestion, rows: readonly EvaluatedRow[], locale: Locale): Sheet {
  const name = (question.shortLabel ?? question.label)[locale];
  if (isTurned(question)) return turnedSheet(name, question, rows, locale);
  const columns = question.columns.map((column): ExportColumn<EvaluatedRow> => ({
    header: cellLabel(column, { locale }),
    format: sheetFormat(column),
    width: widthOf(column),
    cell: (row) => sheetCell(row, column, locale),
  }));
  const named: ExportColumn<EvaluatedRow> = {
    header: question.rowName[locale],
    width: widths.md,
    cell: (row) => row.label?.[locale] ?? null,
  };
  const filled = question.fixedRows ? rows : rows.filter((row) => !row.isBlank);
  return sheetOf(name, question.fixedRows ? [named, ...columns] : columns, filled);
}

function turnedSheet(
  name: string,
  question: TableQuestion,
  rows: readonly EvaluatedRow[],
  locale: Locale,
): Sheet {
  const item: ExportColumn<TableColumn> = {
    header: sectionMessages[locale].statementItem,
    width: widths.lg,
    cell: (column) => cellLabel(column, { locale }),
  };
  const periods = rows.map((row): ExportColumn<TableColumn> => ({
    header: row.label?.[locale] ?? row.id,
    format: "figure",
    width: widths.md,
    cell: (column) => {
      const cell = sheetCell(row, column, locale);
      return typeof cell === "object" && cell !== null ? cell.day : cell;
    },
  }));
  return sheetOf(name, [item, ...periods], question.columns);
}

function widthOf(column: TableColumn): number {
  if (column.type === "long_text") return 48;
  const usual = column.type === "short_text" || column.type === "multi_choice" ? "md" : "sm";
  return widths[column.width ?? usual];
}
