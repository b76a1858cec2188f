import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import type { Cell, SheetColumn } from "#app/platform/spreadsheet/sheet.ts";
import { writeCsv } from "#app/platform/spreadsheet/write-csv.ts";

const columns: SheetColumn[] = [
  { header: "编号" },
  { header: "申请（万元）", format: "money" },
  { header: "总分", format: "score" },
  { header: "席次", format: "integer" },
  { header: "会议日期", format: "day" },
  { header: "提交时间", format: "time" },
  { header: "=HYPERLINK(1)" },
];

const rows: Cell[][] = [
  ["SXIC-2026-C5-0001", 12000, 77.5, 1, { day: "2027-04-16" }, { at: "2027-01-13T08:42:08.900Z" }, "=1+1"],
  ['他说“好”, "真的"', -0.5, 79.2, -3, null, { at: new Date("2026-12-31T16:00:00Z") }, "第一行\n第二行"],
  ["a;b", Number.NaN, 0, 0, null, null, ""],
];

async function textOf(stream: ReadableStream<Uint8Array> | ReturnType<typeof writeCsv>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

describe("writeCsv", () => {
  test("writes a BOM, CRLF, plain numbers, Beijing times and neutral text", async () => {
    expect(await textOf(writeCsv({ columns, rows }))).toBe(
      [
        "\ufeff编号,申请（万元）,总分,席次,会议日期,提交时间,'=HYPERLINK(1)",
        "SXIC-2026-C5-0001,12000.00,77.50,1,2027-04-16,2027-01-13 16:42:08,'=1+1",
        '"他说“好”, ""真的""",-0.50,79.20,-3,,2027-01-01 00:00:00,"第一行\n第二行"',
        '"a;b",,0.00,0,,,',
        "",
      ].join("\r\n"),
    );
  });

  test("is read back by a parser as it went in", async () => {
    const source = new PassThrough();
    source.end(await textOf(writeCsv({ columns, rows })));
    const sheet = await new ExcelJS.Workbook().csv.read(source, { map: (value: unknown) => value });
    expect(sheet.getRow(3).values).toEqual([
      undefined,
      '他说“好”, "真的"',
      "-0.50",
      "79.20",
      "-3",
      "",
      "2027-01-01 00:00:00",
      "第一行\n第二行",
    ]);
    expect(sheet.getRow(4).getCell(1).value).toBe("a;b");
    expect(sheet.rowCount).toBe(4);
  });

  test("a sheet without rows still has its header", async () => {
    expect(await textOf(writeCsv({ columns: columns.slice(0, 2), rows: [] }))).toBe(
      "\ufeff编号,申请（万元）\r\n",
    );
  });

  test("reads no further ahead than it is read, and stops its source when cancelled", async () => {
    let produced = 0;
    let closed = false;
    async function* endless(): AsyncGenerator<Cell[]> {
      try {
        for (;;) yield [`C5-${(produced += 1)}`];
      } finally {
        closed = true;
      }
    }
    const reader = writeCsv({ columns: columns.slice(0, 1), rows: endless() }).getReader();
    await reader.read();
    await reader.read();
    await new Promise((resolve) => setImmediate(resolve));
    expect(produced).toBeLessThanOrEqual(1024);
    await reader.cancel();
    expect(closed).toBe(true);
  });

  test("an error of the source is an error of the stream, not a short file", async () => {
    async function* failing(): AsyncGenerator<Cell[]> {
      yield ["C5-1"];
      throw new Error("the database went away");
    }
    await expect(textOf(writeCsv({ columns: columns.slice(0, 1), rows: failing() }))).rejects.toThrow(
      "went away",
    );
  });
});
