import { type Cell, type ColumnFormat, type Sheet } from "#app/platform/spreadsheet/sheet.ts";
import { writeCsv } from "#app/platform/spreadsheet/write-csv.ts";
import { writeXlsx } from "#app/platform/spreadsheet/write-xlsx.ts";

export type SpreadsheetFormat = "csv" | "xlsx";

/** One column of an export: its head, how it is shown, and where its cell comes from. */
export interface ExportColumn<Row> {
  header: string;
  format?: ColumnFormat;
  width?: number;
  cell: (row: Row) => Cell;
}

export function sheetOf<Row>(
  name: string,
  columns: readonly ExportColumn<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
): Sheet {
  return { name, columns, rows: cellsOf(columns, rows) };
}

async function* cellsOf<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
) {
  for await (const row of rows) yield columns.map(({ cell }) => cell(row));
}

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** A download that leaves while its rows are still being read. A CSV file holds the first sheet. */
export function spreadsheetResponse(
  format: SpreadsheetFormat,
  name: string,
  sheets: readonly [Sheet, ...Sheet[]],
): Response {
  const body = format === "csv" ? writeCsv(sheets[0]) : writeXlsx(sheets);
  const ascii = `${name.replace(/[^\w.-]/g, "_")}.${format}`;
  const utf8 = encodeURIComponent(`${name}.${format}`);
  return new Response(body as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`,
      "cache-control": "no-store",
    },
  });
}
