/** `shareholders[2].ratio`: a cell's name on the page; its row is known by the hidden `shareholders[2].id`. */
export interface CellName {
  table: string;
  index: number;
  column: string;
}

const cellForm = /^([a-z][a-z0-9_]*)\[(\d+)\]\.([a-z][a-z0-9_]*)$/;

export function parseCellName(name: string): CellName | null {
  const match = cellForm.exec(name);
  return match ? { table: match[1]!, index: Number(match[2]), column: match[3]! } : null;
}

export const cellName = (table: string, index: number, column: string): string =>
  `${table}[${index}].${column}`;

/** Names that carry something other than an answer. */
const isInstruction = (name: string): boolean =>
  name === "" || name === "base" || name === "intent" || name === "conflict" || name.includes(":");

/** The path of the answer a control belongs to; null for rows' ids and everything that is no answer. */
export function pathOfName(
  name: string,
  rowIdAt: (table: string, index: number) => string | undefined,
): string | null {
  if (isInstruction(name)) return null;
  const cell = parseCellName(name);
  if (!cell) return /^[a-z][a-z0-9_]*$/.test(name) ? name : null;
  if (cell.column === "id") return null;
  const rowId = rowIdAt(cell.table, cell.index);
  return rowId === undefined ? null : `${cell.table}/${rowId}/${cell.column}`;
}

/** Renumbers what stands in a row's attributes: `shareholders[7].ratio` → `shareholders[3].ratio`. */
export const renumbered = (name: string, table: string, index: number): string => {
  const cell = parseCellName(name);
  return cell?.table === table ? cellName(table, index, cell.column) : name;
};
