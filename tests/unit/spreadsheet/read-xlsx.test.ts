import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText } from "#app/platform/spreadsheet/decode-text.ts";
import { styleOfFormat } from "#app/platform/spreadsheet/number-styles.ts";
import { readXlsx } from "#app/platform/spreadsheet/read-xlsx.ts";
import { zip } from "#tests/support/zip.ts";

async function workbookBytes(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const sheetsOf = async (bytes: Buffer, bounds = {}) => {
  const read = await readXlsx(bytes, bounds);
  if (!read.ok) throw new Error(read.reason);
  return read.sheets;
};

describe("readXlsx", () => {
  test("reads texts, figures, dates and percentages as a person reads them", async () => {
    const bytes = await workbookBytes((workbook) => {
      const sheet = workbook.addWorksheet("清单");
      sheet.addRow(["名称 & <甲>", 1234.5, 0.1 + 0.2, 1e21, true, null, "尾"]);
      sheet.getCell("A2").value = new Date(Date.UTC(2026, 0, 5));
      sheet.getCell("A2").numFmt = "yyyy/m/d";
      sheet.getCell("B2").value = 0.3;
      sheet.getCell("B2").numFmt = "0.00%";
      sheet.getCell("C2").value = 30;
      sheet.getCell("C2").numFmt = '0.00"%"';
      sheet.getCell("D2").value = { richText: [{ text: "两" }, { font: { bold: true }, text: "段" }] };
      sheet.getCell("E2").value = { formula: "1+1", result: 2 };
      sheet.getCell("F2").value = new Date(Date.UTC(2026, 0, 5, 9, 30));
      sheet.getCell("F2").numFmt = "yyyy-mm-dd hh:mm";
      sheet.getCell("G4").value = "第四行";
    });
    const [sheet] = await sheetsOf(bytes);
    expect(sheet?.name).toBe("清单");
    expect(sheet?.rows[0]).toEqual([
      "名称 & <甲>",
      "1234.5",
      "0.3",
      "1000000000000000000000",
      "TRUE",
      "",
      "尾",
    ]);
    expect(sheet?.rows[1]?.slice(0, 6)).toEqual(["2026-01-05", "30%", "30", "两段", "2", "2026-01-05 09:30"]);
    expect(sheet?.rows[3]?.[6]).toBe("第四行");
  });

  test("leaves out hidden sheets and keeps the order of the others", async () => {
    const bytes = await workbookBytes((workbook) => {
      workbook.addWorksheet("藏", { state: "hidden" }).addRow(["x"]);
      workbook.addWorksheet("一").addRow(["a"]);
      workbook.addWorksheet("二").addRow(["b"]);
    });
    expect((await sheetsOf(bytes)).map(({ name }) => name)).toEqual(["一", "二"]);
  });

  test("reads no more rows, columns and bytes than it may", async () => {
    const bytes = await workbookBytes((workbook) => {
      const sheet = workbook.addWorksheet("长");
      for (let row = 0; row < 50; row++) sheet.addRow(Array.from({ length: 30 }, (_, at) => `${row}.${at}`));
    });
    const [sheet] = await sheetsOf(bytes, { maxRows: 10, maxColumns: 5 });
    expect(sheet).toMatchObject({ isCut: true });
    expect(sheet?.rows).toHaveLength(10);
    expect(sheet?.rows[0]).toHaveLength(5);
    expect(await readXlsx(bytes, { maxBytes: 2_000 })).toEqual({ ok: false, reason: "too_large" });
  });

  test("a bomb is refused after its limit, however small it is and whatever size it claims", async () => {
    const bomb = packed("xl/workbook.xml", Buffer.alloc(200 * 1024 * 1024), 10);
    expect(bomb.length).toBeLessThan(300_000);
    expect(await readXlsx(bomb)).toEqual({ ok: false, reason: "too_large" });
  });

  test("what is no workbook is said to be none", async () => {
    const broken = { ok: false, reason: "not_a_workbook" };
    expect(await readXlsx(Buffer.from("PK\u0003\u0004 and then nothing"))).toEqual(broken);
    expect(await readXlsx(zip([{ name: "a.txt", content: "x" }]))).toEqual(broken);
    expect(await readXlsx(Buffer.from("d0cf11e0a1b11ae100000000", "hex"))).toEqual({
      ok: false,
      reason: "encrypted",
    });
  });

  test("no bytes whatever make it fall over", async () => {
    const whole = await workbookBytes((workbook) => workbook.addWorksheet("一").addRow(["a", 1, true]));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        fc.nat(whole.length),
        async (changes, end) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          expect(typeof (await readXlsx(bytes)).ok).toBe("boolean");
          expect(typeof (await readXlsx(bytes.subarray(0, end))).ok).toBe("boolean");
        },
      ),
      { numRuns: 300 },
    );
  });
});

test("a format says whether a number is a date, a time or a share", () => {
  const formats = {
    "yyyy-mm-dd": "date",
    'yyyy"年"m"月"d"日"': "date",
    "[$-804]yyyy/m/d;@": "date",
    "d mmm yyyy h:mm": "time",
    "0.0%": "percent",
    '0.00"%"': "plain",
    '#,##0.00"元/day"': "plain",
    "[Red]#,##0": "plain",
    General: "plain",
  };
  for (const [code, style] of Object.entries(formats))
    expect([code, styleOfFormat(code)]).toEqual([code, style]);
});

describe("decodeText", () => {
  const gb18030 = Buffer.from([0xc9, 0xe8, 0xb1, 0xb8, 0x2c, 0x31]);
  test.each([
    [Buffer.from("设备,1"), "设备,1"],
    [Buffer.from("\ufeff设备,1"), "设备,1"],
    [gb18030, "设备,1"],
    [Buffer.from("\ufeff设备\t1", "utf16le"), "设备\t1"],
    [Buffer.from("设备\t1", "utf16le").swap16(), undefined],
  ])("%#", (bytes, text) => {
    if (text === undefined)
      expect(decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), bytes]))).toBe("设备\t1");
    else expect(decodeText(bytes)).toBe(text);
  });
});

/** An archive of one entry, with the size it claims to have. */
function packed(name: string, content: Buffer, claimed: number): Buffer {
  const data = deflateRawSync(content);
  const file = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(file.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(claimed, 24);
  central.writeUInt16LE(file.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + file.length, 12);
  end.writeUInt32LE(local.length + file.length + data.length, 16);
  return Buffer.concat([local, file, data, central, file, end]);
}
