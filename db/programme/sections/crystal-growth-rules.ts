import { text } from "../ask.ts";
import type { Condition, RuleData } from "../programme-types.ts";
import { when } from "../when.ts";

const ref = (key: string) => ({ ref: key });
const cell = (column: string) => ({ cell: column });
const yearlyDesign: Condition = { multiply: [ref("design_capacity"), 12] };
const yearlyFurnaces: Condition = { sum: { of: "furnaces", value: cell("furnace_wafers") } };
const targets: Condition = { sum: { of: "products", value: cell("capacity_target") } };
/** In 万千瓦时, as the year’s electricity is given. */
const growthElectricity: Condition = {
  divide: [{ multiply: [ref("kwh_per_wafer_target"), yearlyDesign] }, 10_000],
};

export const crystalGrowthRules: RuleData[] = [
  {
    key: "mass_after_sample",
    level: "error",
    forEach: "size_roadmap",
    at: ["mass_month", "sample_month"],
    holds: { ge: [cell("mass_month"), cell("sample_month")] },
    message: text(
      "第{row}个尺寸的量产时间早于送样时间。",
      "Size {row}: mass production comes before samples.",
    ),
    summary: text("第{row}个尺寸的量产早于送样", "Size {row}: mass production before samples"),
  },
  {
    key: "roadmap_grows",
    level: "warning",
    at: ["size_roadmap/size"],
    when: { ge: [{ count: { of: "size_roadmap" } }, 2] },
    holds: { any: { of: "size_roadmap", where: when.cellIn("size", ["8", "12"]) } },
    message: text(
      "尺寸路线没有到8英寸。材料体系目前做不到的，请在“主要难点”中说明。",
      "The roadmap does not reach 8 inches. If the material does not allow it yet, say so under “Main hurdle”.",
    ),
  },
  {
    key: "furnaces_grow",
    level: "error",
    forEach: "furnaces",
    at: ["furnaces_target", "furnaces_now"],
    holds: { ge: [cell("furnaces_target"), cell("furnaces_now")] },
    message: text(
      "第{row}种炉型的达产台数少于现有台数。停用的，请把现有台数填为留用的台数。",
      "Type {row}: fewer furnaces at full capacity than now. If some are retired, count only those that stay.",
    ),
    summary: text("第{row}种炉型的达产台数少于现有", "Type {row}: fewer at full capacity than now"),
  },
  {
    key: "furnaces_cover_design",
    level: "error",
    at: ["design_capacity", "furnaces/furnace_wafers"],
    when: { gt: [yearlyFurnaces, 0] },
    holds: { ge: [yearlyFurnaces, yearlyDesign] },
    params: {
      made: { value: yearlyFurnaces, as: "integer" },
      wanted: { value: yearlyDesign, as: "integer" },
      design: { value: ref("design_capacity"), as: "integer" },
    },
    message: text(
      "各炉型达产年产量合计{made}片，撑不起{design}片/月（一年{wanted}片）的设计产能。请核对台数、炉次、出片数和良率。",
      "The furnaces make {made} wafers a year, short of {design} a month ({wanted} a year). Check their number, runs, wafers a run and yield.",
    ),
    summary: text("炉台产量达不到设计产能", "The furnaces fall short of design capacity"),
  },
  {
    key: "furnaces_far_above_design",
    level: "warning",
    at: ["design_capacity", "furnaces/furnace_wafers"],
    holds: { le: [yearlyFurnaces, { multiply: [yearlyDesign, 1.5] }] },
    params: {
      made: { value: yearlyFurnaces, as: "integer" },
      wanted: { value: yearlyDesign, as: "integer" },
    },
    message: text(
      "各炉型达产年产量合计{made}片，比设计产能的一年{wanted}片多出一半以上。请核对两处口径。",
      "The furnaces make {made} wafers a year, over half more than the {wanted} of the design capacity. Check how both are counted.",
    ),
  },
  {
    key: "design_matches_products",
    level: "warning",
    at: ["design_capacity"],
    when: {
      and: [{ gt: [targets, 0] }, { all: { of: "products", where: when.cellIs("capacity_unit", "wpm") } }],
    },
    holds: { le: [{ abs: { subtract: [targets, ref("design_capacity")] } }, { multiply: [targets, 0.05] }] },
    params: {
      products: { value: targets, as: "integer" },
      design: { value: ref("design_capacity"), as: "integer" },
    },
    message: text(
      "设计产能{design}片/月，各产品线目标产能合计{products}片/月，相差超过5%。",
      "Design capacity is {design} wafers a month; the product lines add up to {products}: more than 5% apart.",
    ),
  },
  {
    key: "full_after_first_crystal",
    level: "error",
    at: ["full_capacity_month", "first_crystal_month"],
    holds: { ge: [ref("full_capacity_month"), ref("first_crystal_month")] },
    message: text("达产时间早于首炉出片时间。", "Full capacity comes before the first wafers."),
  },
  {
    key: "crystal_after_construction",
    level: "error",
    at: ["first_crystal_month", "construction_start"],
    holds: { ge: [ref("first_crystal_month"), ref("construction_start")] },
    params: { start: { value: ref("construction_start"), as: "date" } },
    message: text(
      "首炉出片时间早于开工日期{start}。",
      "The first wafers come before construction starts on {start}.",
    ),
    summary: text("首炉出片早于开工", "First wafers before construction"),
  },
  {
    key: "defects_fall",
    level: "warning",
    forEach: "defects",
    at: ["defect_target", "defect_now"],
    when: { ne: [cell("defect"), "resistivity"] },
    holds: { le: [cell("defect_target"), cell("defect_now")] },
    message: text(
      "第{row}项参数的目标值比现值还高。请核对两个数。",
      "Figure {row}: the target is worse than today’s value. Check both.",
    ),
  },
  {
    key: "defects_meet_customers",
    level: "warning",
    forEach: "defects",
    at: ["defect_target", "defect_wanted"],
    when: { ne: [cell("defect"), "resistivity"] },
    holds: { le: [cell("defect_target"), cell("defect_wanted")] },
    message: text(
      "第{row}项参数的目标值达不到客户要求。请在“产业化可行性”中说明怎样导入。",
      "Figure {row}: the target does not meet what customers ask for. Say under “Industrial feasibility” how they will be won.",
    ),
  },
  {
    key: "kwh_falls",
    level: "warning",
    at: ["kwh_per_wafer_target", "kwh_per_wafer_now"],
    when: { gt: [ref("kwh_per_wafer_now"), 0] },
    holds: { le: [ref("kwh_per_wafer_target"), ref("kwh_per_wafer_now")] },
    message: text(
      "达产单片电耗高于现有水平。尺寸放大引起的，请在“节能、节水和绿色工厂措施”中说明。",
      "Electricity per wafer goes up. If larger wafers are the reason, say so under “Energy, water and green factory measures”.",
    ),
  },
  {
    key: "kwh_within_year",
    level: "warning",
    at: ["kwh_per_wafer_target", "annual_kwh"],
    holds: { le: [growthElectricity, ref("annual_kwh")] },
    params: {
      growth: { value: growthElectricity, as: "decimal", places: 2 },
      year: { value: ref("annual_kwh"), as: "decimal", places: 2 },
    },
    message: text(
      "按单片电耗和设计产能，一年需用电{growth}万千瓦时，超过“环评、能评与用地”中填的{year}万千瓦时。",
      "By these figures {growth} (10,000 kWh) a year are needed, above the {year} given under “Environment, energy and land”.",
    ),
    summary: text("单片电耗与年用电量对不上", "Electricity per wafer does not fit the year’s electricity"),
  },
  {
    key: "qualified_somewhere",
    level: "warning",
    at: ["epi_qualifications/epi_stage"],
    when: { answered: ref("epi_qualifications") },
    holds: {
      any: {
        of: "epi_qualifications",
        where: when.cellIn("epi_stage", ["epi_passed", "device_test", "device_passed", "supply"]),
      },
    },
    message: text(
      "还没有客户通过外延验证。评审会看验证进度和客户的书面意见。",
      "No customer has passed epitaxy yet. Reviewers look at progress and at what customers say in writing.",
    ),
  },
];
