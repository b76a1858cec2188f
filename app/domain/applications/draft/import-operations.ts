import type { TableQuestion } from "#app/domain/forms/definition.ts";
import { answerPath, isBlank, type RawRow } from "#app/domain/forms/raw-answers.ts";
import { saysTheSame } from "#app/domain/forms/same-answer.ts";
import type { SheetRow } from "#app/domain/forms/sheet/read-sheet.ts";
import type { DraftOperation } from "./draft-operation.ts";
import { type RenderedBase, rowBaseVersion } from "./rendered-base.ts";

/** What becomes of what stands: rows are added behind it or take its place; in given rows, blanks are filled or all. */
export type ImportMode = "append" | "replace";

interface Import {
  question: TableQuestion;
  rows: readonly SheetRow[];
  mode: ImportMode;
  /** As the preview showed the table. */
  base: RenderedBase;
  standing: readonly RawRow[];
  /** Names the import: sent twice, it happens once. */
  importId: string;
}

/**
 * An import as the operations of somebody who types it all, against the versions the preview showed. What a
 * colleague changed since stays and comes back as a conflict.
 */
export function importOperations(wanted: Import): DraftOperation[] {
  return wanted.question.fixedRows ? cellOperations(wanted) : rowOperations(wanted);
}

function rowOperations({ question, rows, mode, base, standing, importId }: Import): DraftOperation[] {
  const table = question.key;
  const shown = base.rows[table] ?? [];
  const leaving =
    mode === "replace"
      ? shown
      : shown.filter((id) => standing.some((row) => row.id === id && isEmptyRow(row)));
  const removals = leaving.map((rowId): DraftOperation => ({
    kind: "remove_row",
    table,
    rowId,
    opId: `${importId}-remove-${rowId}`,
    baseVersion: rowBaseVersion(base, table, rowId),
  }));
  const additions = rows.flatMap(({ cells }, index): DraftOperation[] => {
    const rowId = importedRowId(importId, index);
    return [
      { kind: "add_row", table, rowId, opId: `${importId}-${index}`, baseVersion: 0 },
      ...Object.entries(cells).map(([column, value]): DraftOperation => ({
        kind: "set",
        path: answerPath(table, rowId, column),
        value,
        opId: `${importId}-${index}-${column}`,
        baseVersion: 0,
      })),
    ];
  });
  return [...removals, ...additions];
}

function cellOperations({ question, rows, mode, base, standing, importId }: Import): DraftOperation[] {
  return rows.flatMap(({ rowId = "", cells }) => {
    const before = standing.find((row) => row.id === rowId)?.cells ?? {};
    return Object.entries(cells)
      .filter(([key, value]) => {
        const column = question.columns.find((each) => each.key === key);
        return (
          isBlank(before[key]) || (mode === "replace" && column && !saysTheSame(column, before[key], value))
        );
      })
      .map(([column, value]): DraftOperation => {
        const path = answerPath(question.key, rowId, column);
        const baseVersion = base.fields[path] ?? 0;
        return { kind: "set", path, value, opId: `${importId}-${rowId}-${column}`, baseVersion };
      });
  });
}

const isEmptyRow = (row: RawRow): boolean => Object.values(row.cells).every(isBlank);

export const importedRowId = (importId: string, index: number): string =>
  `s${importId.replaceAll("-", "").slice(0, 12)}n${index + 1}`;
