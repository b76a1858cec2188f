import { describe, expect, it } from "vitest";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { placeName } from "#app/domain/notifications/place-name.ts";

const text = (zh: string, en: string) => ({ zh, en });

const form = {
  code: "T",
  version: 1,
  title: text("表", "Form"),
  parts: [
    {
      key: "p",
      title: text("部分", "Part"),
      sections: [
        {
          key: "equipment_list",
          title: text("设备清单", "Equipment list"),
          groups: [
            {
              key: "g",
              questions: [
                {
                  key: "note",
                  type: "short_text",
                  label: text("请说明设备采购的安排", "Explain how the equipment is bought"),
                  shortLabel: text("采购安排", "Purchasing"),
                  limits: { zh: { max: 100 } },
                },
                {
                  key: "equipment",
                  type: "table",
                  label: text("主要设备", "Main equipment"),
                  rowName: text("设备", "machine"),
                  addLabel: text("添加设备", "Add a machine"),
                  maxRows: 20,
                  columns: [{ key: "price", type: "money", label: text("单价", "Unit price") }],
                },
                {
                  key: "years",
                  type: "table",
                  label: text("年度", "Years"),
                  rowName: text("年度", "year"),
                  addLabel: text("添加", "Add"),
                  maxRows: 2,
                  fixedRows: [{ id: "y2025", label: text("2025年", "2025") }],
                  columns: [{ key: "sales", type: "money", label: text("销售", "Sales") }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
} as unknown as FormDefinition;

const rows = (table: string) => (table === "equipment" ? ["a", "b", "c"] : []);
const name = (section: string, place: string) => placeName(form, section, place, rows);

describe("a flagged place is named as a person would", () => {
  it.each([
    ["", "", "", ""],
    ["equipment_list", "", "设备清单", "Equipment list"],
    ["equipment_list", "note", "设备清单：采购安排", "Equipment list: Purchasing"],
    ["equipment_list", "equipment", "设备清单：主要设备", "Equipment list: Main equipment"],
    ["equipment_list", "equipment/b", "设备清单：主要设备第2行", "Equipment list: Main equipment, row 2"],
    [
      "equipment_list",
      "equipment/b/price",
      "设备清单：主要设备第2行：单价",
      "Equipment list: Main equipment, row 2: Unit price",
    ],
    [
      "equipment_list",
      "equipment/gone/price",
      "设备清单：主要设备：单价",
      "Equipment list: Main equipment: Unit price",
    ],
    [
      "equipment_list",
      "years/y2025/sales",
      "设备清单：年度，2025年：销售",
      "Equipment list: Years, 2025: Sales",
    ],
    ["", "note", "设备清单：采购安排", "Equipment list: Purchasing"],
    ["gone", "gone", "", ""],
  ])("%s %s", (section, place, zh, en) => {
    expect(name(section, place)).toEqual({ zh, en });
  });
});
