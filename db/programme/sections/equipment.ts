import { ask, options, text } from "../ask.ts";
import { equipmentTypes } from "../lists/industry.ts";
import type { Condition, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";

const origins = options([
  ["cn", "中国", "China"],
  ["abroad", "境外", "Abroad"],
]);

const conditions = options([
  ["new", "全新", "New"],
  ["used", "二手", "Used"],
]);

const licences = options([
  ["not_needed", "不需要", "Not needed"],
  ["granted", "需要，已取得", "Needed, granted"],
  ["applied", "需要，已申请", "Needed, applied for"],
  ["not_applied", "需要，未申请", "Needed, not applied for"],
]);

/** In which makers of semiconductor equipment quote; the price in 万元 beside it is what is added up. */
const quoteCurrencies = ["USD", "EUR", "JPY", "GBP", "CHF", "KRW", "SGD", "HKD", "TWD"];

const cost = { multiply: [{ cell: "quantity" }, { cell: "unit_price" }] };
const costOf = (where?: Condition) => ({
  sum: { of: "equipment", value: cost, ...(where ? { where } : {}) },
});

/** Domain L. */
export const equipment: SectionData = {
  key: "equipment",
  title: text("设备清单", "Equipment list"),
  intro: text(
    "列出项目要购置的主要设备。同型号的合并为一行。",
    "List the main tools the project buys. One row for each model.",
  ),
  groups: [
    {
      key: "list",
      questions: [
        ask.table("equipment", ["设备", "Equipment"], {
          rowName: ["设备", "tool"],
          addLabel: ["添加一行设备", "Add a tool"],
          minRows: 1,
          maxRows: 200,
          totals: ["quantity", "cost"],
          columns: [
            ask.shortText("tool_name", ["设备名称", "Tool"], { min: 2, max: 60, width: "lg" }),
            ask.choice("tool_type", ["类型", "Type"], equipmentTypes, { display: "select", width: "sm" }),
            ask.choice("origin", ["国别", "Origin"], origins, { display: "select", width: "xs" }),
            ask.integer("quantity", ["数量", "Qty"], { min: 1, max: 1000, width: "xs" }),
            ask.money("unit_price", ["单价", "Unit price"], { width: "sm" }),
            ask.computed("cost", ["合计", "Total"], "money", cost, { width: "sm" }),
            ask.shortText("model", ["型号", "Model"], { max: 60, secondary: true }),
            ask.shortText("maker", ["厂商", "Maker"], { max: 80, secondary: true }),
            ask.shortText("country", ["具体国家或地区", "Country or region"], {
              max: 40,
              secondary: true,
              visibleWhen: when.cellIs("origin", "abroad"),
            }),
            ask.shortText("purpose", ["用途", "Function"], { max: 80, secondary: true }),
            ask.amount("quoted_price", ["外币报价（单价）", "Quoted unit price"], quoteCurrencies, {
              required: false,
              secondary: true,
              visibleWhen: when.cellIs("origin", "abroad"),
            }),
            ask.choice("condition", ["新旧", "New or used"], conditions, {
              display: "select",
              secondary: true,
            }),
            ask.month("delivery", ["到货时间", "Delivery"], { secondary: true }),
            ask.choice("export_licence", ["出口许可", "Export licence"], licences, {
              display: "select",
              secondary: true,
            }),
            ask.shortText("domestic_alternative", ["国产替代方案", "Domestic alternative"], {
              max: 80,
              required: when.both(when.cellIs("origin", "abroad"), {
                ne: [{ cell: "export_licence" }, "not_needed"],
              }),
              visibleWhen: when.cellIs("origin", "abroad"),
              secondary: true,
            }),
          ],
        }),
        ask.computed("equipment_cost", ["设备合计", "Equipment in all"], "money", costOf()),
        ask.computed(
          "domestic_equipment_share",
          ["国产设备占比（按金额）", "Domestic share, by value"],
          "percent",
          { multiply: [{ divide: [costOf(when.cellIs("origin", "cn")), costOf()] }, 100] },
          { places: 2 },
        ),
      ],
    },
  ],
  rules: [
    {
      key: "licence_not_applied",
      level: "warning",
      forEach: "equipment",
      at: ["export_licence"],
      holds: { ne: [{ cell: "export_licence" }, "not_applied"] },
      message: text(
        "第{row}行设备需要出口许可但还没有申请，请在“出口管制与制裁风险”中写明应对办法。",
        "Tool {row} needs an export licence that has not been applied for; say under “Export control and sanctions” what you will do.",
      ),
      summary: text("第{row}行设备的出口许可还没有申请", "Tool {row}: export licence not applied for"),
    },
    {
      key: "used_tool",
      level: "warning",
      forEach: "equipment",
      at: ["condition"],
      holds: { ne: [{ cell: "condition" }, "used"] },
      message: text(
        "第{row}行是二手设备，请在附件 A13 中附翻新和验收安排。",
        "Tool {row} is used: add refurbishment and acceptance terms to attachment A13.",
      ),
    },
  ],
};
