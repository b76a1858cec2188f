import type { DraftField } from "./draft-section.ts";

export interface OrderChanges {
  gone?: string[] | undefined;
  floor?: number;
}

/** Removed rows that are remembered; no keystroke is late by more. */
const mostGone = 300;

/** A row below a named one; `null` is the top, undefined or a row that is gone the end. */
export function withRow(ids: readonly string[], rowId: string, after: string | null | undefined): string[] {
  const above = after === null ? -1 : after === undefined ? ids.length - 1 : ids.indexOf(after);
  const place = after !== null && above < 0 ? ids.length : above + 1;
  return [...ids.slice(0, place), rowId, ...ids.slice(place)];
}

/** The next version of a table's row order; what is not changed stays as it was. */
export function nextOrder(
  standing: DraftField | undefined,
  ids: string[],
  { gone = standing?.gone, floor = standing?.floor ?? 0 }: OrderChanges,
  stamp: { by: string; at: string },
): DraftField {
  const field: DraftField = { v: ids, n: (standing?.n ?? 0) + 1, ...stamp };
  const remembered = [...new Set(gone)].slice(-mostGone);
  if (remembered.length > 0) field.gone = remembered;
  if (floor > 0) field.floor = floor;
  return field;
}
