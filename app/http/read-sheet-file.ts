import type { Readable } from "node:stream";
import { splitDelimited } from "#app/domain/forms/sheet/split-delimited.ts";
import { decodeText } from "#app/platform/spreadsheet/decode-text.ts";
import { readXlsx, type ReadSheet } from "#app/platform/spreadsheet/read-xlsx.ts";

export type SheetFileRefusal = "empty" | "too_large" | "kind" | "old_format" | "broken";

export type SheetFile = { ok: true; sheets: ReadSheet[] } | { ok: false; reason: SheetFileRefusal };

const largestFile = 5 * 1024 * 1024;
const mostRows = 1_000;
const mostColumns = 100;

/** An uploaded XLSX or CSV file as sheets of text. The name decides nothing; the bytes do. */
export async function readSheetFile(content: Readable): Promise<SheetFile> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += (chunk as Uint8Array).byteLength;
    // Read to its end all the same, so that the sender hears why.
    if (size <= largestFile) chunks.push(chunk as Uint8Array);
  }
  if (size > largestFile) return { ok: false, reason: "too_large" };
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0xd0cf11e0) return { ok: false, reason: "old_format" };
  if (bytes.toString("latin1", 0, 2) === "PK") return await readWorkbook(bytes);
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!isWide && bytes.includes(0)) return { ok: false, reason: "kind" };
  return { ok: true, sheets: [sheetOfText(decodeText(bytes))] };
}

async function readWorkbook(bytes: Buffer): Promise<SheetFile> {
  const book = await readXlsx(bytes, { maxRows: mostRows, maxColumns: mostColumns });
  if (book.ok) return book;
  const reasons = { not_a_workbook: "broken", too_large: "too_large", encrypted: "old_format" } as const;
  return { ok: false, reason: reasons[book.reason] };
}

/** Text that was pasted, or stood in a CSV file. */
export function sheetOfText(text: string): ReadSheet {
  const rows = splitDelimited(text);
  const isCut = rows.length > mostRows || rows.some((row) => row.length > mostColumns);
  return { name: "", rows: rows.slice(0, mostRows).map((row) => row.slice(0, mostColumns)), isCut };
}
