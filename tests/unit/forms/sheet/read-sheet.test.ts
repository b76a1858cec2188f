import { describe, expect, test } from "vitest";
import type { TableQuestion } from "#app/domain/forms/definition.ts";
import { bestSheet, readSheet } from "#app/domain/forms/sheet/read-sheet.ts";
import { splitDelimited } from "#app/domain/forms/sheet/split-delimited.ts";

const text = { type: "short_text" as const, limits: { zh: { max: 50 } } };
const tools: TableQuestion = {
  key: "tools",
  type: "table",
  label: { zh: "设备", en: "Tools" },
  rowName: { zh: "设备", en: "tool" },
  addLabel: { zh: "添加设备", en: "Add a tool" },
  maxRows: 5,
  columns: [
    { key: "tool", label: { zh: "设备名称", en: "Tool" }, required: true, ...text },
    {
      key: "price",
      type: "money",
      label: { zh: "设备的单价是多少", en: "What one tool costs" },
      shortLabel: { zh: "单价", en: "Unit price" },
    },
    { key: "qty", type: "integer", label: { zh: "数量", en: "Quantity" } },
    { key: "cost", type: "computed", result: "money", label: { zh: "合计", en: "Total" }, value: 1 },
  ],
};
const accounts: TableQuestion = {
  ...tools,
  key: "accounts",
  layout: "statement",
  fixedRows: [
    { id: "y2024", label: { zh: "2024年", en: "2024" } },
    { id: "y2025", label: { zh: "2025年", en: "2025" } },
  ],
  columns: [
    { key: "revenue", type: "money", label: { zh: "营业收入", en: "Revenue" } },
    { key: "profit", type: "money", label: { zh: "净利润", en: "Net profit" } },
  ],
};

describe("rows from a sheet", () => {
  test("heads in either language, short or long, in any order, above or below other lines", () => {
    const sheet = splitDelimited(
      "设备清单\t\t\n\t\t\nUnit price (RMB)\t数量*\t设备名称\n20000\t2\t光刻机\n\t\t\n约200\t1\t清洗机",
    );
    const reading = readSheet(tools, sheet);
    expect(reading).toMatchObject({ headLine: 3, isUnclear: false });
    expect(reading.columns.map(({ key, unit }) => [key, unit])).toEqual([
      ["price", "yuan"],
      ["qty", undefined],
      ["tool", undefined],
    ]);
    expect(reading.rows).toEqual([
      { line: 4, cells: { price: "2", qty: "2", tool: "光刻机" } },
      { line: 6, cells: { price: "约200", qty: "1", tool: "清洗机" } },
    ]);
  });

  test("without heads in the order of the page, with or without its computed columns; somebody should look", () => {
    expect(readSheet(tools, [["光刻机", "200", "2"]])).toMatchObject({
      headLine: 0,
      isUnclear: true,
      rows: [{ line: 1, cells: { tool: "光刻机", price: "200", qty: "2" } }],
    });
    expect(readSheet(tools, [["光刻机", "200", "2", "400"]]).rows[0]?.cells).toEqual({
      tool: "光刻机",
      price: "200",
      qty: "2",
    });
  });

  test("an unknown or a missing column is unclear, and a person's choice counts", () => {
    const sheet = splitDelimited("名字,单价\n光刻机,200");
    expect(readSheet(tools, sheet)).toMatchObject({ headLine: 1, isUnclear: true });
    const chosen = readSheet(tools, sheet, { keys: ["tool", "price"], units: [undefined, "yi"] });
    expect(chosen.rows).toEqual([{ line: 2, cells: { tool: "光刻机", price: "2000000" } }]);
  });

  test("given rows are found by their names, either way round; a strange row is named", () => {
    const down = splitDelimited("科目,2025年,2024年\n营业收入（万元）,120,100\n净利润,12,-3\n");
    const across = splitDelimited("年度,营业收入,净利润\n2024年,100,-3\n2025,120,12\n2020年,1,1\n");
    const rows = [
      { rowId: "y2024", cells: { revenue: "100", profit: "-3" } },
      { rowId: "y2025", cells: { revenue: "120", profit: "12" } },
    ];
    expect(readSheet(accounts, down).rows).toMatchObject([rows[1], rows[0]]);
    const reading = readSheet(accounts, across, { keys: ["#row", "revenue", "profit"] });
    expect(reading.rows).toMatchObject(rows);
    expect(reading.strangeLines).toEqual([{ line: 4, name: "2020年" }]);
  });

  test("of several sheets the one whose heads fit", () => {
    const cover = { name: "说明", rows: [["填表说明"]] };
    const list = {
      name: "清单",
      rows: [
        ["设备名称", "数量"],
        ["光刻机", "1"],
      ],
    };
    expect(bestSheet(tools, [cover, list])).toBe(list);
    expect(bestSheet(tools, [{ name: "空", rows: [[""]] }])).toBeUndefined();
  });
});

describe("delimited text", () => {
  test.each([
    [
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      '\ufeffa,"b, c"\n"d ""e""\nf",g',
      [
        ["a", "b, c"],
        ['d "e"\nf', "g"],
      ],
    ],
    [
      "a;b,5\n1;2",
      [
        ["a", "b,5"],
        ["1", "2"],
      ],
    ],
    ["sep=;\na;b", [["a", "b"]]],
    ['8" 晶圆,1', [['8" 晶圆', "1"]]],
    ['"8" 晶圆,1', [['"8" 晶圆', "1"]]],
    [
      '"没有结束,1\n2',
      [
        ['"没有结束', "1"],
        ["2", ""],
      ],
    ],
    ["甲\t\n\t\n", [["甲"]]],
    ["", []],
  ])("%j", (typed, grid) => expect(splitDelimited(typed)).toEqual(grid));
});
