/** One cell: text, a real number, a calendar day, an instant (shown in Beijing time), or nothing. */
export type Cell = string | number | null | { readonly day: string } | { readonly at: string | Date };

export type ColumnFormat =
  "text" | "integer" | "figure" | "count" | "money" | "score" | "percent" | "day" | "time";

export interface SheetColumn {
  readonly header: string;
  /** Numbers keep their value; this says how many places are shown. Default: text. */
  readonly format?: ColumnFormat;
  /** In characters of the sheet's font. */
  readonly width?: number;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Read one at a time as the file leaves, so that no export has to fit into memory. */
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

/** Decimal places per format; formats without an entry write a number as it is. */
export const decimalPlaces: Readonly<Partial<Record<ColumnFormat, number>>> = {
  money: 2,
  score: 2,
  percent: 2,
};

const beijingOffsetMs = 8 * 3_600_000;

/** The wall clock in Beijing as if it were UTC: spreadsheets know no zones. */
export const beijingWallClock = (at: string | Date): Date => {
  const ms = new Date(at).getTime() + beijingOffsetMs;
  return new Date(Math.floor(ms / 1000) * 1000);
};

/** Rows in groups, letting the event loop breathe between them. */
export async function* inBatches<Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  size: number,
): AsyncGenerator<Row[], void, void> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (batch.length > 0) yield batch;
}
