import ExcelJS from "exceljs";
import type { Sheet } from "#app/platform/spreadsheet/sheet.ts";
import { writeCsv } from "#app/platform/spreadsheet/write-csv.ts";
import { writeXlsx } from "#app/platform/spreadsheet/write-xlsx.ts";

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Records of a CSV text, read by the grammar of RFC 4180 and no more. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  const body = text.replace(/^\ufeff/, "");
  while (cell.lastIndex < body.length) {
    const [, value = "", end] = cell.exec(body) ?? [undefined, "", undefined];
    if (end === undefined) throw new Error("not CSV");
    records.at(-1)!.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === "\r\n") records.push([]);
  }
  return records.filter((record) => record.length > 0);
}

export const csvOf = async (sheet: Sheet): Promise<string[][]> =>
  parseCsv((await bytesOf(writeCsv(sheet))).toString("utf8"));

export async function xlsxOf(sheet: Sheet): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await bytesOf(writeXlsx([sheet]));
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook.worksheets[0]!;
}
