export interface Die {
  row: number;
  column: number;
}

/** Columns of each row of a wafer with 37 whole dies, first to last, inclusive. */
const rows: readonly (readonly [first: number, last: number])[] = [
  [2, 4],
  [1, 5],
  [0, 6],
  [0, 6],
  [0, 6],
  [1, 5],
  [2, 4],
];

/** The 37 dies in reading order. */
export const waferDies: readonly Die[] = rows.flatMap(([first, last], row) =>
  Array.from({ length: last - first + 1 }, (_, index) => ({ row, column: first + index })),
);

/** The dies that draw 山. */
export const isMountainDie = ({ row, column }: Die): boolean =>
  row === 5 ||
  (column === 3 && row >= 1 && row <= 5) ||
  ((column === 1 || column === 5) && row >= 3 && row <= 5);

export const waferOutline = "M29 61.85A30 30 0 1 1 35 61.85L32 58.6Z";
