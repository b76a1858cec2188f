import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import type { Cell, Sheet } from "#app/platform/spreadsheet/sheet.ts";
import { writeXlsx } from "#app/platform/spreadsheet/write-xlsx.ts";

const applications: Sheet = {
  name: "申报[C5]/一批",
  columns: [
    { header: "编号", width: 22 },
    { header: "申请（万元）", format: "money", width: 16 },
    { header: "总分", format: "score" },
    { header: "占比", format: "percent" },
    { header: "会议日期", format: "day" },
    { header: "提交时间", format: "time" },
    { header: "+说明" },
  ],
  rows: [
    [
      "SXIC-2026-C5-0001",
      12345.67,
      77.5,
      18.75,
      { day: "2027-04-16" },
      { at: "2027-01-13T08:42:08.900Z" },
      '=HYPERLINK("http://example.com")',
    ],
    ["<&>\u0001 \ud800", -0.5, Number.NaN, null, null, null, "长".repeat(40_000)],
  ],
};

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function readBack(sheets: Sheet[]): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await bytesOf(writeXlsx(sheets));
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

describe("writeXlsx", () => {
  test("keeps numbers numbers and dates dates, under a frozen header", async () => {
    const sheet = (await readBack([applications])).worksheets[0]!;
    expect(sheet.name).toBe("申报 C5  一批");
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet.headerFooter.oddFooter).toBe("&L&A&R&P / &N");
    expect(sheet.autoFilter).toBe("A1:G1");
    expect(sheet.getColumn(1).width).toBe(22);
    expect(sheet.getRow(1).font).toMatchObject({ bold: true });
    expect(sheet.getRow(1).values).toEqual([
      undefined,
      "编号",
      "申请（万元）",
      "总分",
      "占比",
      "会议日期",
      "提交时间",
      "'+说明",
    ]);
    const row = sheet.getRow(2);
    expect(row.getCell(1).type).toBe(ExcelJS.ValueType.String);
    expect([2, 3, 4].map((column) => row.getCell(column).type)).toEqual(
      Array(3).fill(ExcelJS.ValueType.Number),
    );
    expect([2, 3, 4].map((column) => row.getCell(column).value)).toEqual([12345.67, 77.5, 18.75]);
    expect([5, 6].map((column) => row.getCell(column).type)).toEqual(Array(2).fill(ExcelJS.ValueType.Date));
    expect(row.getCell(5).value).toEqual(new Date("2027-04-16T00:00:00Z"));
    expect(row.getCell(6).value).toEqual(new Date("2027-01-13T16:42:08Z"));
    expect([2, 3, 4, 5, 6].map((column) => row.getCell(column).numFmt)).toEqual([
      "#,##0.00",
      "0.00",
      '0.00"%"',
      "yyyy-mm-dd",
      "yyyy-mm-dd hh:mm",
    ]);
    expect(row.getCell(7)).toMatchObject({
      type: ExcelJS.ValueType.String,
      value: '\'=HYPERLINK("http://example.com")',
    });
  });

  test.each([
    { widths: [20, 60, 60, 60], paperSize: 9, fitToWidth: 1 },
    { widths: [20, 100, 100, 100], paperSize: 8, fitToWidth: 1 },
    { widths: [20, ...Array<number>(15).fill(40)], paperSize: 8, fitToWidth: 2 },
  ])("fits columns of $widths to paper on which they can be read", async ({ widths, ...paper }) => {
    const columns = widths.map((width) => ({ header: "列", width }));
    const [sheet] = (await readBack([{ name: "某县's", columns, rows: [["x"]] }])).worksheets;
    expect(sheet!.pageSetup).toMatchObject({
      ...paper,
      orientation: "landscape",
      fitToPage: true,
      fitToHeight: 0,
      printTitlesRow: "1:1",
      printTitlesColumn: "A:A",
    });
    expect(sheet!.getRow(2).getCell(1).alignment).toMatchObject({ wrapText: true, vertical: "top" });
  });

  test("makes a row as tall as its longest text, as far as spreadsheets go", async () => {
    const columns = [{ header: "编号" }, { header: "意见", width: 42 }];
    const rows = [
      ["1", "短"],
      ["2", "二十个汉字一行的意见".repeat(6)],
      ["3", "one\ntwo\nthree"],
      ["4", "长".repeat(2_000)],
    ];
    const [sheet] = (await readBack([{ name: "评审", columns, rows }])).worksheets;
    expect([2, 3, 4, 5].map((row) => sheet!.getRow(row).height)).toEqual([undefined, 45, 45, 409]);
  });

  test("writes nothing that would break the file", async () => {
    const row = (await readBack([applications])).worksheets[0]!.getRow(3);
    expect(row.getCell(1).value).toMatch(/^<&>.* \ufffd$/);
    expect(row.getCell(2).value).toBe(-0.5);
    expect([3, 4, 5, 6].map((column) => row.getCell(column).value)).toEqual([null, null, null, null]);
    expect(String(row.getCell(7).value)).toHaveLength(32_767);
  });

  test("writes several sheets, each with all of its rows", async () => {
    async function* many(count: number): AsyncGenerator<Cell[]> {
      for (let index = 1; index <= count; index += 1) yield [`C5-${index}`, index];
    }
    const columns = [{ header: "编号" }, { header: "总分", format: "score" as const }];
    const workbook = await readBack([
      { name: "评分", columns, rows: many(1234) },
      { name: "", columns, rows: [] },
      { name: "决定", columns, rows: many(3) },
    ]);
    expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ["评分", 1235],
      ["Sheet", 1],
      ["决定", 4],
    ]);
    expect(workbook.worksheets[0]!.getRow(1235).values).toEqual([undefined, "C5-1234", 1234]);
  });

  test("reads its source only as fast as it is read, and stops it when cancelled", async () => {
    let produced = 0;
    let closed = false;
    async function* endless(): AsyncGenerator<Cell[]> {
      try {
        for (;;) yield [`C5-${(produced += 1)}`, Math.sin(produced)];
      } finally {
        closed = true;
      }
    }
    const columns = [{ header: "编号" }, { header: "值", format: "score" as const }];
    const reader = writeXlsx([{ name: "s", columns, rows: endless() }]).getReader();
    let received = 0;
    while (received < 100_000) received += (await reader.read()).value?.length ?? 0;
    const before = produced;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(produced - before).toBeLessThanOrEqual(1000);
    await reader.cancel();
    expect(closed).toBe(true);
  });

  test("an error of the source is an error of the stream, and the next export still runs", async () => {
    async function* failing(): AsyncGenerator<Cell[]> {
      yield ["C5-1"];
      throw new Error("the database went away");
    }
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const broken = { name: "s", columns: [{ header: "编号" }], rows: failing() };
      await expect(bytesOf(writeXlsx([broken]))).rejects.toThrow("went away");
    }
    expect((await readBack([applications])).worksheets).toHaveLength(1);
  });
});
