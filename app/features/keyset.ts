import { type Expression, type RawBuilder, sql, type SqlBool } from "kysely";

export const pageSize = 50;

/** Where a page begins: after (or before) a row, named by its sort value and its id. */
export interface Cursor {
  direction: "after" | "before";
  value: string;
  id: string;
}

export interface Page<Row> {
  rows: Row[];
  /** Values of `after` and `before`; absent at the ends. */
  next: string | null;
  previous: string | null;
}

export function readCursor(query: URLSearchParams): Cursor | null {
  for (const direction of ["after", "before"] as const) {
    const text = query.get(direction) ?? "";
    const at = text.lastIndexOf("~");
    if (at >= 0) return { direction, value: text.slice(0, at), id: text.slice(at + 1) };
  }
  return null;
}

export const cursorText = (value: string | number, id: string): string => `${value}~${id}`;

/** Whether the rows of this page are read against the list's own direction. */
export const readsBackwards = (cursor: Cursor | null): boolean => cursor?.direction === "before";

/** `(value, id) > (…)`: an index on both finds the row a page begins at, however deep. */
export function beyondCursor(
  value: Expression<unknown>,
  id: Expression<unknown>,
  cursor: { value: string | number; id: string },
  upwards: boolean,
): RawBuilder<SqlBool> {
  const comparison = sql.raw(upwards ? ">" : "<");
  return sql<SqlBool>`(${value}, ${id}) ${comparison} (${cursor.value}, ${cursor.id})`;
}

/** Rows fetched as one more than a page, in reading order, with the links either way. */
export function toPage<Row>(
  fetched: Row[],
  cursor: Cursor | null,
  key: (row: Row) => string,
  size = pageSize,
): Page<Row> {
  const more = fetched.length > size;
  const rows = fetched.slice(0, size);
  const backwards = readsBackwards(cursor);
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const hasNext = backwards ? true : more;
  const hasPrevious = backwards ? more : cursor !== null;
  return {
    rows,
    next: hasNext && last !== undefined ? key(last) : null,
    previous: hasPrevious && first !== undefined ? key(first) : null,
  };
}
