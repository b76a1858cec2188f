import { ask, options, text } from "../ask.ts";
import { waferSizes } from "../lists/industry.ts";
import type { Condition, GroupData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import { crystalGrowthRules } from "./crystal-growth-rules.ts";
import { feasibility } from "./feasibility.ts";

const forms = options([
  ["boule", "晶锭", "Boules"],
  ["substrate", "衬底", "Substrates"],
  ["epi_wafer", "外延片", "Epitaxial wafers"],
  ["reclaimed", "再生衬底", "Reclaimed substrates"],
]);

const polytypes = options([
  ["4h", "4H", "4H"],
  ["6h", "6H", "6H"],
  ["3c", "3C", "3C"],
  ["wurtzite", "纤锌矿", "Wurtzite"],
  ["zinc_blende", "闪锌矿", "Zinc blende"],
  ["beta", "β相", "Beta phase"],
  ["other", "其他", "Other"],
]);

const growthMethods = options([
  ["pvt", "物理气相传输（PVT）", "Physical vapour transport (PVT)"],
  ["htcvd", "高温化学气相沉积（HTCVD）", "High-temperature CVD (HTCVD)"],
  ["solution", "液相法（TSSG）", "Solution growth (TSSG)"],
  ["hvpe", "氢化物气相外延（HVPE）", "Hydride vapour phase epitaxy (HVPE)"],
  ["ammonothermal", "氨热法", "Ammonothermal growth"],
  ["lec", "液封直拉（LEC）", "Liquid encapsulated Czochralski (LEC)"],
  ["vgf", "垂直梯度凝固（VGF）", "Vertical gradient freeze (VGF)"],
  ["vb", "垂直布里奇曼（VB）", "Vertical Bridgman (VB)"],
  ["efg", "导模法（EFG）", "Edge-defined film-fed growth (EFG)"],
  ["mocvd", "MOCVD/CVD外延", "MOCVD/CVD epitaxy"],
  ["mbe", "分子束外延（MBE）", "Molecular beam epitaxy (MBE)"],
  ["other", "其他", "Other"],
]);

const sizeStages = options([
  ["research", "研发", "Research"],
  ["sample", "送样", "Samples"],
  ["small_batch", "小批量", "Small batch"],
  ["mass", "量产", "Mass production"],
]);

const figures = options([
  ["micropipe", "微管密度（cm⁻²）", "Micropipes (cm⁻²)"],
  ["tsd", "螺位错 TSD（cm⁻²）", "Screw dislocations (cm⁻²)"],
  ["bpd", "基平面位错 BPD（cm⁻²）", "Basal dislocations (cm⁻²)"],
  ["ted", "刃位错 TED（cm⁻²）", "Edge dislocations (cm⁻²)"],
  ["epd", "位错腐蚀坑 EPD（cm⁻²）", "Etch pits, EPD (cm⁻²)"],
  ["stacking_fault", "堆垛层错（cm⁻²）", "Stacking faults (cm⁻²)"],
  ["epi_defect", "外延致命缺陷（cm⁻²）", "Epitaxy defects (cm⁻²)"],
  ["resistivity", "电阻率（Ω·cm）", "Resistivity (Ω·cm)"],
  ["ttv", "总厚度偏差 TTV（µm）", "TTV (µm)"],
  ["warp", "翘曲 Warp（µm）", "Warp (µm)"],
]);

const qualificationStages = options([
  ["samples", "已送样", "Samples sent"],
  ["epi_test", "外延验证中", "Epitaxy being tested"],
  ["epi_passed", "外延验证通过", "Epitaxy passed"],
  ["device_test", "器件验证中", "Devices being tested"],
  ["device_passed", "器件验证通过", "Devices passed"],
  ["supply", "批量供货", "Volume supply"],
]);

const runs: Condition = { multiply: [{ cell: "furnaces_target" }, { cell: "runs_a_year" }] };
const wafersAYear: Condition = {
  multiply: [runs, { cell: "wafers_a_run" }, { divide: [{ cell: "crystal_yield" }, 100] }],
};
const furnaces = (column: string, where?: Condition): Condition => ({
  sum: { of: "furnaces", value: { cell: column }, ...(where ? { where } : {}) },
});

const crystal: GroupData = {
  key: "crystal",
  title: text("材料与生长方法", "Material and growth"),
  questions: [
    ask.multiChoice("product_forms", ["产品形态", "What is sold"], forms, { min: 1 }),
    ask.multiChoice("polytypes", ["晶型或晶系", "Polytype or structure"], polytypes, { min: 1 }),
    ask.multiChoice("growth_methods", ["生长方法", "How crystals are grown"], growthMethods, { min: 1 }),
    ask.shortText("growth_method_other", ["其他生长方法", "Other way of growing"], {
      max: 60,
      visibleWhen: when.includes("growth_methods", "other"),
    }),
    ask.table("size_roadmap", ["尺寸路线", "Size roadmap"], {
      help: [
        "从现有尺寸到目标尺寸，每个尺寸一行，至少2行。",
        "One row for each size, from today’s to the one aimed at; at least 2.",
      ],
      rowName: ["尺寸", "size"],
      addLabel: ["添加一个尺寸", "Add a size"],
      minRows: 2,
      maxRows: 8,
      columns: [
        ask.choice("size", ["尺寸", "Size"], waferSizes, { display: "select", width: "md" }),
        ask.choice("size_stage", ["目前阶段", "Stage today"], sizeStages, { display: "select", width: "sm" }),
        ask.month("sample_month", ["送样时间", "Samples"], { width: "md" }),
        ask.month("mass_month", ["量产时间", "Mass production"], { width: "md" }),
        ask.integer("wafers_a_month", ["达产产能（片/月）", "Wafers a month in the end"], {
          short: ["达产产能", "Wafers a month"],
          min: 0,
          max: 1_000_000,
          width: "sm",
        }),
        ask.shortText("hurdle", ["主要难点", "Main hurdle"], { min: 4, max: 120, secondary: true }),
      ],
    }),
  ],
};

const growing: GroupData = {
  key: "growing",
  title: text("长晶炉与产能", "Furnaces and capacity"),
  help: text(
    "产能按产出尺寸的合格片计，不折算。外延企业填外延炉。",
    "Count good wafers of the size made, not converted. Makers of epitaxy list their reactors.",
  ),
  questions: [
    ask.table("furnaces", ["长晶炉、外延炉", "Furnaces and reactors"], {
      rowName: ["炉型", "type"],
      addLabel: ["添加一种炉型", "Add a type"],
      layout: "cards",
      minRows: 1,
      maxRows: 20,
      totals: ["furnaces_now", "furnaces_target", "furnace_wafers"],
      columns: [
        ask.shortText("furnace", ["炉型", "Type"], {
          min: 2,
          max: 60,
          width: "lg",
          example: ["8英寸电阻式PVT长晶炉", "8-inch resistive PVT furnace"],
        }),
        ask.yesNo("self_made", ["自制", "Own make"], { width: "xs" }),
        ask.shortText("furnace_maker", ["厂商", "Maker"], { min: 2, max: 80, width: "md" }),
        ask.integer("furnaces_now", ["现有台数", "In use now"], { min: 0, max: 10_000, width: "xs" }),
        ask.integer("furnaces_target", ["达产台数", "At full capacity"], {
          min: 0,
          max: 10_000,
          width: "xs",
        }),
        ask.decimal("runs_a_year", ["年运行炉次", "Runs a year, each"], {
          min: 0.1,
          max: 10_000,
          places: 1,
          width: "sm",
        }),
        ask.decimal("wafers_a_run", ["每炉出片数", "Wafers a run"], {
          min: 0.1,
          max: 10_000,
          places: 1,
          width: "sm",
          help: ["按加工后的成片数，未扣不良。", "Wafers cut from a run, before rejects."],
        }),
        ask.percent("crystal_yield", ["综合良率", "Overall yield"], { places: 1, width: "xs" }),
        ask.computed("furnace_wafers", ["达产年产量（片）", "Wafers a year at full capacity"], "integer", {
          round: [wafersAYear, 0],
        }),
      ],
    }),
    ask.computed(
      "self_made_share",
      ["自制设备占比（按达产台数）", "Own make, of all at full capacity"],
      "percent",
      {
        multiply: [
          {
            divide: [furnaces("furnaces_target", when.cellYes("self_made")), furnaces("furnaces_target")],
          },
          100,
        ],
      },
      { places: 1 },
    ),
    ask.integer("design_capacity", ["设计产能", "Design capacity"], {
      min: 1,
      max: 1_000_000,
      unit: text("片/月", "wafers a month"),
      help: ["全部尺寸合计的合格片。", "Good wafers of all sizes together."],
    }),
    ask.month("first_crystal_month", ["首炉出片时间", "First wafers"], { example: ["2027年9月", "2027-09"] }),
    ask.month("full_capacity_month", ["达产时间", "Full capacity"], { example: ["2029年6月", "2029-06"] }),
    ask.longText("capacity_basis", ["产能和良率的依据", "Evidence for capacity and yield"], {
      min: 100,
      max: 800,
      rows: 6,
      help: [
        "100–800字。连续炉次数据、籽晶来源、热场寿命、切磨抛配套，以及扩产慢于计划时的办法。",
        "300–2,400 characters. Figures of consecutive runs, source of seeds, life of hot zones, slicing and polishing to match, and what happens if growth is slower than planned.",
      ],
    }),
  ],
};

const quality: GroupData = {
  key: "quality",
  title: text("质量与电耗", "Quality and electricity"),
  questions: [
    ask.table("defects", ["缺陷与几何参数", "Defects and geometry"], {
      help: [
        "至少3行。填多批统计的中位数，最好的一片不算。",
        "At least 3 rows. Give the median of many lots, not the best wafer.",
      ],
      rowName: ["参数", "figure"],
      addLabel: ["添加一项参数", "Add a figure"],
      minRows: 3,
      maxRows: 30,
      columns: [
        ask.choice("defect", ["参数", "Figure"], figures, { display: "select", width: "lg" }),
        ask.choice("defect_size", ["尺寸", "Size"], waferSizes, { display: "select", width: "md" }),
        ask.decimal("defect_now", ["现值", "Now"], { min: 0, places: 6, width: "xs" }),
        ask.decimal("defect_target", ["目标值", "Target"], { min: 0, places: 6, width: "xs" }),
        ask.decimal("defect_wanted", ["客户要求", "Customers ask for"], {
          min: 0,
          places: 6,
          required: false,
          width: "xs",
        }),
        ask.integer("defect_wafers", ["统计片数", "Wafers counted"], {
          min: 1,
          max: 1_000_000,
          secondary: true,
        }),
        ask.shortText("defect_method", ["测试方法和依据", "Method, evidence"], {
          min: 2,
          max: 80,
          secondary: true,
          example: ["KOH腐蚀，附件A10-1", "KOH etching, A10-1"],
        }),
      ],
    }),
    ask.decimal("kwh_per_wafer_now", ["现有单片电耗", "Electricity per wafer now"], {
      min: 0,
      max: 1_000_000,
      places: 1,
      unit: text("千瓦时", "kWh"),
      help: [
        "生长和加工的电量除以合格片数。没有产出的填0。",
        "For growth and wafering, per good wafer. Give 0 if nothing is made yet.",
      ],
    }),
    ask.decimal("kwh_per_wafer_target", ["达产单片电耗", "Electricity per wafer at full capacity"], {
      min: 0.1,
      max: 1_000_000,
      places: 1,
      unit: text("千瓦时", "kWh"),
    }),
  ],
};

const qualification: GroupData = {
  key: "qualification",
  title: text("客户验证", "Qualification by customers"),
  questions: [
    ask.table("epi_qualifications", ["外延与器件验证", "Qualification in epitaxy and devices"], {
      help: [
        "客户名称可以写代号。没有客户验证的，写计划中的第一家。",
        "Customers may be given as “Customer A”. If there is none yet, give the first one planned.",
      ],
      rowName: ["客户", "customer"],
      addLabel: ["添加一家客户", "Add a customer"],
      minRows: 1,
      maxRows: 30,
      columns: [
        ask.shortText("epi_customer", ["客户", "Customer"], { min: 2, max: 80, width: "md" }),
        ask.choice("epi_size", ["尺寸", "Size"], waferSizes, { display: "select", width: "md" }),
        ask.choice("epi_stage", ["阶段", "Stage"], qualificationStages, { display: "select", width: "sm" }),
        ask.integer("epi_wafers", ["累计送片", "Wafers sent"], { min: 0, max: 1_000_000, width: "xs" }),
        ask.month("epi_next", ["下一阶段时间", "Next stage"], { width: "md" }),
        ask.shortText("epi_result", ["结果和问题", "Results and problems"], {
          min: 4,
          max: 120,
          secondary: true,
        }),
      ],
    }),
  ],
};

/** What call C1 asks beyond domain F. */
export const crystalGrowth: SectionData = {
  key: "growth",
  title: text("晶体、产能与客户验证", "Crystals, capacity and qualification"),
  notes: [
    text("缺陷数据写批次统计，测试方法写清楚。", "Give statistics of lots, and say how they were measured."),
    text(
      "现有产能和良率在“技术与产品”中按产品线填，这里按炉型填。",
      "Under “Technology and products” capacity and yield are by product line; here they are by furnace.",
    ),
  ],
  groups: [crystal, growing, quality, qualification, feasibility()],
  rules: crystalGrowthRules,
};
