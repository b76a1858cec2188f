import { describe, expect, test } from "vitest";
import type { TableColumn } from "#app/domain/forms/definition.ts";
import { moneyUnitIn } from "#app/domain/forms/sheet/money-unit.ts";
import { readCell } from "#app/domain/forms/sheet/read-cell.ts";

const label = { zh: "列", en: "Column" };
const column = (rest: Partial<TableColumn> & { type: TableColumn["type"] }) =>
  ({ key: "c", label, ...rest }) as TableColumn;
const options = [
  { code: "domestic", label: { zh: "国产", en: "Chinese" } },
  { code: "imported", label: { zh: "进口", en: "Imported" } },
  { code: "chip_pack", label: { zh: "芯片、封装", en: "Chips, packaging" } },
];

describe("a cell of a spreadsheet becomes what a person would type", () => {
  const money = column({ type: "money" });
  const cases: [TableColumn, string, string | string[]][] = [
    [column({ type: "short_text", limits: { zh: { max: 50 } } }), " 甲 ", " 甲 "],
    [column({ type: "short_text", limits: { zh: { max: 50 } } }), "'=1+1", "=1+1"],
    [column({ type: "short_text", limits: { zh: { max: 50 } } }), "'甲'", "'甲'"],
    [column({ type: "choice", options }), "国产", "domestic"],
    [column({ type: "choice", options }), " imported ", "imported"],
    [column({ type: "choice", options }), "IMPORTED", "imported"],
    [column({ type: "choice", options }), "合资", "合资"],
    [column({ type: "multi_choice", options }), "国产，进口", ["domestic", "imported"]],
    [column({ type: "multi_choice", options }), "芯片、封装、国产", ["chip_pack", "domestic"]],
    [column({ type: "multi_choice", options }), "Chips, packaging; Imported", ["chip_pack", "imported"]],
    [column({ type: "multi_choice", options }), "国产/合资", ["domestic", "合资"]],
    [column({ type: "multi_choice", options }), "", []],
    [column({ type: "yes_no" }), "是", "yes"],
    [column({ type: "yes_no" }), "N", "no"],
    [column({ type: "yes_no" }), "FALSE", "no"],
    [column({ type: "yes_no" }), "也许", "也许"],
    [column({ type: "declaration" }), "√", "yes"],
    [column({ type: "declaration" }), "否", ""],
    [column({ type: "date" }), "2026/1/5", "2026-01-05"],
    [column({ type: "date" }), "2026年1月5日", "2026-01-05"],
    [column({ type: "date" }), "2026-01-05 00:00:00", "2026-01-05"],
    [column({ type: "date" }), "46027", "2026-01-05"],
    [column({ type: "date" }), "5 Jan 2026", "2026-01-05"],
    [column({ type: "date" }), "Jan 5, 2026", "2026-01-05"],
    [column({ type: "date" }), "2026/13/5", "2026/13/5"],
    [column({ type: "date" }), "年内", "年内"],
    [column({ type: "month" }), "2026年3月", "2026-03"],
    [column({ type: "month" }), "2026/3/1", "2026-03"],
    [column({ type: "month" }), "Mar-26", "2026-03"],
    [column({ type: "percent" }), "30%", "30"],
    [column({ type: "percent" }), "33.34", "33.34"],
    [column({ type: "integer", unit: { zh: "台", en: "units" } }), "1,200 台", "1,200"],
    [column({ type: "integer" }), "约200", "约200"],
    [money, "11,600.00", "11,600.00"],
    [money, "200万元", "200"],
    [money, "1.2亿元", "12000"],
    [money, "2,000,000元", "200"],
    [money, "(1,234.50)", "-1,234.50"],
    [money, "¥ 500", "500"],
    [money, "约200", "约200"],
    [money, "面议", "面议"],
  ];
  test.each(cases)("%#", (field, typed, raw) => expect(readCell(field, typed)).toEqual(raw));

  test("an amount is converted from the unit of its column, rounded half up to two decimals", () => {
    expect(readCell(money, "12,345", "yuan")).toBe("1.23");
    expect(readCell(money, "150", "yuan")).toBe("0.02");
    expect(readCell(money, "3.5", "yi")).toBe("35000");
    expect(readCell(money, "12.5", "million")).toBe("1250");
    expect(readCell(money, "300", "thousand")).toBe("30");
    expect(readCell(money, "200万元", "yuan")).toBe("200");
  });

  test("a head names its unit", () => {
    const units = [
      "单价（元）",
      "单价(万元)",
      "金额/亿元",
      "Amount (RMB 10k)",
      "Price (RMB)",
      "收入 百万元",
      "金额：千元",
    ];
    expect(units.map(moneyUnitIn)).toEqual(["yuan", "wan", "yi", "wan", "yuan", "million", "thousand"]);
    expect(moneyUnitIn("元件金额")).toBeUndefined();
    expect(moneyUnitIn("单价")).toBeUndefined();
  });

  test("nothing is longer than a draft takes", () => {
    const text = column({ type: "long_text", limits: { zh: { max: 50 } } });
    expect(readCell(text, "长".repeat(30_000))).toHaveLength(20_000);
    expect(readCell(column({ type: "multi_choice", options }), "长".repeat(300))).toEqual(["长".repeat(200)]);
  });
});
