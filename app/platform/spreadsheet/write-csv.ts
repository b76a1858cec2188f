import { ReadableStream } from "node:stream/web";
import { neutraliseCell } from "./neutralise-cell.ts";
import { beijingWallClock, decimalPlaces, type Cell, type Sheet, type SheetColumn } from "./sheet.ts";

const rowsPerChunk = 256;

/** UTF-8 with a BOM and CRLF, which Excel needs to show Chinese; cancelling it stops the rows at their source. */
export const writeCsv = (sheet: Pick<Sheet, "columns" | "rows">): ReadableStream<Uint8Array> =>
  ReadableStream.from(csvChunks(sheet));

async function* csvChunks({
  columns,
  rows,
}: Pick<Sheet, "columns" | "rows">): AsyncGenerator<Uint8Array, void, void> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\ufeff${csvLine(columns.map(({ header }) => neutraliseCell(header)))}`);
  let text = "";
  let waiting = 0;
  for await (const row of rows) {
    text += csvLine(columns.map((column, index) => csvCell(row[index] ?? null, column)));
    if ((waiting += 1) < rowsPerChunk) continue;
    yield encoder.encode(text);
    text = "";
    waiting = 0;
    // Others' requests have their turn between two chunks.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (waiting > 0) yield encoder.encode(text);
}

/** Semicolons and tabs are quoted as well, since some locales split there. */
const wantsQuotes = /[",;\t\r\n]/;

const quoted = (cell: string): string => (wantsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** By hand (RFC 4180): a library's options cost more per cell than the query that fetched it. */
function csvLine(cells: readonly string[]): string {
  let line = "";
  for (let index = 0; index < cells.length; index += 1)
    line += index === 0 ? quoted(cells[index] ?? "") : `,${quoted(cells[index] ?? "")}`;
  return `${line}\r\n`;
}

function csvCell(cell: Cell, column: SheetColumn): string {
  if (cell === null) return "";
  if (typeof cell === "string") return neutraliseCell(cell);
  if (typeof cell === "number") return csvNumber(cell, column);
  if ("day" in cell) return cell.day;
  return beijingWallClock(cell.at).toISOString().slice(0, 19).replace("T", " ");
}

function csvNumber(value: number, { format }: SheetColumn): string {
  if (!Number.isFinite(value)) return "";
  const places = format && decimalPlaces[format];
  return places === undefined ? String(value) : value.toFixed(places);
}
