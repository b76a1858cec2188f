import type { TableColumn, TableQuestion } from "../definition.ts";
import { isBlank, type RawValue } from "../raw-answers.ts";
import { fixedRowOf, matchHeads, rowNameKey } from "./match-heads.ts";
import { type MoneyUnit, moneyUnitIn } from "./money-unit.ts";
import { readCell } from "./read-cell.ts";
import { type Grid, transposed, withoutEmptyEnds } from "./split-delimited.ts";

/** A column of the sheet and what it is taken for. */
export interface SheetColumn {
  /** What stands at its head; empty where the sheet has no heads. */
  head: string;
  /** The first thing in it, for whoever decides what it is. */
  sample: string;
  /** A column of the table, `#row`, or nothing: it is left out. */
  key: string | undefined;
  /** Of money only. */
  unit: MoneyUnit | undefined;
}

export interface SheetRow {
  /** Line of the sheet, from 1. */
  line: number;
  /** Of a table whose rows the form gives. */
  rowId?: string;
  cells: Record<string, RawValue>;
}

export interface SheetReading {
  /** Line of the heads, from 1; 0 where there are none and columns were taken in their order. */
  headLine: number;
  /** Its lines are the sheet's columns: items stood down the page. */
  isTurned: boolean;
  columns: SheetColumn[];
  rows: SheetRow[];
  /** Lines whose row the form does not have. */
  strangeLines: { line: number; name: string }[];
  /** Somebody should look at what was taken for what. */
  isUnclear: boolean;
}

/** A person's own decisions over what was recognised, by position in the sheet. */
export interface SheetChoices {
  keys?: readonly (string | undefined)[] | undefined;
  units?: readonly (MoneyUnit | undefined)[] | undefined;
}

/** Rows of a table as a sheet has them. Nothing is refused: what cannot be read is kept as it stands. */
export function readSheet(question: TableQuestion, sheet: Grid, choices: SheetChoices = {}): SheetReading {
  const given = withoutEmptyEnds(sheet);
  const isTurned = fitsBetterTurned(question, given);
  const grid = isTurned ? transposed(given) : given;
  const heads = findHeads(question, grid);
  const width = grid[0]?.length ?? 0;
  const body = grid.slice(heads.line);
  const found = heads.line > 0 ? heads.keys : byPosition(question, width, body);
  const columns = Array.from({ length: width }, (_, index): SheetColumn => {
    const head = heads.line > 0 ? (grid[heads.line - 1]?.[index] ?? "").trim() : "";
    const key = choices.keys ? choices.keys[index] : found[index];
    const isMoney = columnOf(question, key)?.type === "money";
    return {
      head,
      sample: body.find((row) => row[index]?.trim())?.[index]?.trim() ?? "",
      key,
      unit: isMoney ? (choices.units?.[index] ?? moneyUnitIn(head) ?? "wan") : undefined,
    };
  });
  const { rows, strangeLines } = readRows(question, columns, body, heads.line);
  return {
    headLine: heads.line,
    isTurned,
    columns,
    rows,
    strangeLines,
    isUnclear: isUnclear(question, columns, heads.line),
  };
}

/** The sheet of a workbook whose heads fit the table best; the first where none does. */
export function bestSheet<Sheet extends { rows: Grid }>(
  question: TableQuestion,
  sheets: readonly Sheet[],
): Sheet | undefined {
  const scored = sheets
    .filter(({ rows }) => rows.some((row) => row.some((cell) => cell.trim() !== "")))
    .map((sheet) => {
      const grid = withoutEmptyEnds(sheet.rows);
      const turned = question.fixedRows ? findHeads(question, transposed(grid)).score : 0;
      return { sheet, score: Math.max(findHeads(question, grid).score, turned) };
    });
  return scored.reduce<(typeof scored)[number] | undefined>(
    (best, each) => (best === undefined || each.score > best.score ? each : best),
    undefined,
  )?.sheet;
}

/** Computed columns are worked out here and never taken from a sheet. */
export const takesFromSheet = (column: TableColumn): boolean => column.type !== "computed";

const columnOf = (question: TableQuestion, key: string | undefined): TableColumn | undefined =>
  question.columns.find((column) => column.key === key);

/** Accounts often have their items down the page and the years across. */
const fitsBetterTurned = (question: TableQuestion, grid: Grid): boolean =>
  question.fixedRows !== undefined &&
  findHeads(question, transposed(grid)).score > findHeads(question, grid).score;

const mostHeadLines = 6;

/** The line among the first that names most columns. One name alone makes a head only where no figure stands. */
function findHeads(
  question: TableQuestion,
  grid: Grid,
): { line: number; keys: (string | undefined)[]; score: number } {
  let best = { line: 0, keys: [] as (string | undefined)[], score: 0 };
  grid.slice(0, mostHeadLines).forEach((row, index) => {
    const keys = matchHeads(question, row);
    const score = keys.filter((key) => key !== undefined).length;
    const isHead = score > 1 || !row.some((cell) => /^[-(]?[0-9]/.test(cell.trim()));
    if (score > best.score && isHead) best = { line: index + 1, keys, score };
  });
  return best;
}

/** As the page has them; the first column names the row where the form gives rows and the sheet names them. */
function byPosition(question: TableQuestion, width: number, body: Grid): (string | undefined)[] {
  const editable = question.columns.filter(takesFromSheet);
  const all = width >= question.columns.length ? question.columns : editable;
  const keys = all.map((column) => (takesFromSheet(column) ? column.key : undefined));
  const namesRows = body.some((row) => fixedRowOf(question, row[0] ?? "") !== undefined);
  return namesRows ? [rowNameKey, ...keys] : keys;
}

function readRows(
  question: TableQuestion,
  columns: readonly SheetColumn[],
  body: Grid,
  headLine: number,
): Pick<SheetReading, "rows" | "strangeLines"> {
  const rows: SheetRow[] = [];
  const strangeLines: SheetReading["strangeLines"] = [];
  const nameAt = columns.findIndex((column) => column.key === rowNameKey);
  let fixed = 0;
  body.forEach((line, index) => {
    const cells = readCells(question, columns, line);
    if (Object.values(cells).every(isBlank)) return;
    const at = headLine + index + 1;
    if (!question.fixedRows) {
      rows.push({ line: at, cells });
      return;
    }
    const name = nameAt < 0 ? "" : (line[nameAt] ?? "");
    const rowId = nameAt < 0 ? question.fixedRows[fixed++]?.id : fixedRowOf(question, name);
    if (rowId === undefined || rows.some((row) => row.rowId === rowId))
      strangeLines.push({ line: at, name: name.trim() });
    else rows.push({ line: at, rowId, cells });
  });
  return { rows, strangeLines };
}

function readCells(
  question: TableQuestion,
  columns: readonly SheetColumn[],
  line: readonly string[],
): Record<string, RawValue> {
  const cells: Record<string, RawValue> = {};
  columns.forEach(({ key, unit }, index) => {
    const column = columnOf(question, key);
    if (!column || !takesFromSheet(column)) return;
    const value = readCell(column, line[index] ?? "", unit);
    if (!isBlank(value)) cells[column.key] = value;
  });
  return cells;
}

/** No heads, something with a head that is taken for nothing, or a required column that is nowhere. */
function isUnclear(question: TableQuestion, columns: readonly SheetColumn[], headLine: number): boolean {
  const keys = new Set(columns.map((column) => column.key));
  return (
    headLine === 0 ||
    columns.some(({ key, sample }) => key === undefined && sample !== "") ||
    question.columns.some(
      (column) => column.required === true && takesFromSheet(column) && !keys.has(column.key),
    )
  );
}
