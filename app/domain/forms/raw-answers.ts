/** What a draft keeps: exactly the text that was typed, by question. Files are kept elsewhere. */
export type RawValue = string | string[];
export type RawRow = { id: string; cells: Record<string, RawValue> };
export type RawAnswers = Record<string, RawValue | RawRow[]>;

/** One change of one field or one row, as the autosave sends it. */
export type AnswerOperation =
  | { kind: "set"; path: string; value: RawValue }
  /** `after` names the row above; null is the top, absent is the end. */
  | { kind: "add_row"; table: string; rowId: string; after?: string | null }
  | { kind: "remove_row"; table: string; rowId: string }
  | { kind: "order_rows"; table: string; rowIds: string[] };

export type AnswerPath = { key: string; rowId?: undefined; column?: undefined } | CellPath;
export type CellPath = { key: string; rowId: string; column: string };

const pathForm = /^([a-z][a-z0-9_]{0,59})(?:\/([A-Za-z0-9][A-Za-z0-9_.-]{0,59})\/([a-z][a-z0-9_]{0,59}))?$/;

/** `shareholders/r1/ratio`, or `uscc` alone. */
export function parseAnswerPath(path: string): AnswerPath | null {
  const match = pathForm.exec(path);
  if (!match) return null;
  const [, key = "", rowId, column] = match;
  return rowId === undefined || column === undefined ? { key } : { key, rowId, column };
}

export const answerPath = (key: string, rowId?: string, column?: string): string =>
  rowId === undefined || column === undefined ? key : `${key}/${rowId}/${column}`;

/** Total: what does not fit changes nothing, and a cell of a row that is gone brings the row back. */
export function applyAnswerOperation(raw: RawAnswers, operation: AnswerOperation): RawAnswers {
  switch (operation.kind) {
    case "set":
      return setValue(raw, operation.path, operation.value);
    case "add_row":
      return withRows(raw, operation.table, (rows) => insertRow(rows, operation.rowId, operation.after));
    case "remove_row":
      return withRows(raw, operation.table, (rows) => rows.filter((row) => row.id !== operation.rowId));
    case "order_rows":
      return withRows(raw, operation.table, (rows) => orderRows(rows, operation.rowIds));
  }
}

export const rowsOf = (raw: RawAnswers, table: string): RawRow[] => {
  const value = Object.hasOwn(raw, table) ? raw[table] : undefined;
  return isRows(value) ? value : [];
};

/** Tables and multiple choices are both arrays; rows are objects. */
export const isRows = (value: RawValue | RawRow[] | undefined): value is RawRow[] =>
  Array.isArray(value) && value.every((item) => typeof item === "object");

export function listAnswerPaths(raw: RawAnswers): { path: string; value: RawValue }[] {
  return Object.entries(raw).flatMap(([key, value]) =>
    isRows(value) && value.length > 0
      ? value.flatMap((row) =>
          Object.entries(row.cells).map(([column, cell]) => ({
            path: answerPath(key, row.id, column),
            value: cell,
          })),
        )
      : [{ path: key, value: value as RawValue }],
  );
}

/** Rows in the order they stand, empty ones included. */
export function rowOrdersOf(raw: RawAnswers): Record<string, string[]> {
  const orders: Record<string, string[]> = {};
  for (const [key, value] of Object.entries(raw)) {
    if (isRows(value) && value.length > 0) orders[key] = value.map((row) => row.id);
  }
  return orders;
}

/** The inverse of `listAnswerPaths` and `rowOrdersOf`. */
export function answersFromPaths(
  entries: Iterable<{ path: string; value: RawValue }>,
  rowOrders: Record<string, string[]> = {},
): RawAnswers {
  const raw: RawAnswers = {};
  const rows = new Map<string, RawRow>();
  const addRow = (table: string, id: string): RawRow => {
    const known = rows.get(`${table}/${id}`);
    if (known) return known;
    const row = { id, cells: {} };
    rows.set(`${table}/${id}`, row);
    const standing = raw[table];
    if (isRows(standing)) standing.push(row);
    else raw[table] = [row];
    return row;
  };
  for (const [table, ids] of Object.entries(rowOrders)) for (const id of ids) addRow(table, id);
  for (const { path, value } of entries) {
    const at = parseAnswerPath(path);
    if (!at) continue;
    if (at.rowId === undefined) raw[at.key] = value;
    else addRow(at.key, at.rowId).cells[at.column] = value;
  }
  return raw;
}

export const isBlank = (value: RawValue | undefined): boolean =>
  value === undefined ||
  (typeof value === "string" ? value.trim() === "" : value.every((item) => item.trim() === ""));

export const sameRawValue = (a: RawValue | undefined, b: RawValue | undefined): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((item, index) => item === b[index])
    : emptied(a) === emptied(b);

/** Boxes with nothing in them are as good as never answered. */
const emptied = (value: RawValue | undefined): RawValue =>
  value === undefined || value.length === 0 ? "" : value;

function setValue(raw: RawAnswers, path: string, value: RawValue): RawAnswers {
  const at = parseAnswerPath(path);
  if (!at) return raw;
  if (at.rowId === undefined) {
    const standing = Object.hasOwn(raw, at.key) ? raw[at.key] : undefined;
    return isRows(standing) && standing.length > 0 ? raw : { ...raw, [at.key]: value };
  }
  const { rowId, column } = at;
  return withRows(raw, at.key, (rows) =>
    rows.some((row) => row.id === rowId)
      ? rows.map((row) => (row.id === rowId ? { id: rowId, cells: { ...row.cells, [column]: value } } : row))
      : [...rows, { id: rowId, cells: { [column]: value } }],
  );
}

function withRows(raw: RawAnswers, table: string, change: (rows: RawRow[]) => RawRow[]): RawAnswers {
  const standing = Object.hasOwn(raw, table) ? raw[table] : undefined;
  if (standing !== undefined && !isRows(standing)) return raw;
  return { ...raw, [table]: change(standing ?? []) };
}

function insertRow(rows: RawRow[], id: string, after: string | null | undefined): RawRow[] {
  if (rows.some((row) => row.id === id)) return rows;
  const row = { id, cells: {} };
  if (after === null) return [row, ...rows];
  const above = after === undefined ? -1 : rows.findIndex((candidate) => candidate.id === after);
  return above < 0 ? [...rows, row] : [...rows.slice(0, above + 1), row, ...rows.slice(above + 1)];
}

/** Named rows first, in the order named; rows added meanwhile by someone else keep their place at the end. */
function orderRows(rows: RawRow[], ids: string[]): RawRow[] {
  const named = [...new Set(ids)].flatMap((id) => rows.filter((row) => row.id === id));
  return [...named, ...rows.filter((row) => !ids.includes(row.id))];
}
