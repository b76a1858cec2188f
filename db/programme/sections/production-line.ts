import { ask, options, text } from "../ask.ts";
import { inEightInch } from "../eight-inch.ts";
import { nodeUnits, waferSizes } from "../lists/industry.ts";
import type { SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import { productionLineRules } from "./production-line-rules.ts";

const ref = (key: string) => ({ ref: key });

const lineTypes = options([
  ["rf", "射频器件", "RF devices"],
  ["power", "功率器件", "Power devices"],
  ["opto", "光电器件", "Optoelectronic devices"],
]);

const buildKinds = options([
  ["new", "新建", "New line"],
  ["expansion", "扩建", "Extension of a line"],
  ["conversion", "改造", "Conversion of a line"],
]);

const cleanroomClasses = options([
  ["iso4", "ISO 4（10级）", "ISO 4 (class 10)"],
  ["iso5", "ISO 5（100级）", "ISO 5 (class 100)"],
  ["iso6", "ISO 6（1,000级）", "ISO 6 (class 1,000)"],
  ["iso7", "ISO 7（10,000级）", "ISO 7 (class 10,000)"],
  ["iso8", "ISO 8（100,000级）", "ISO 8 (class 100,000)"],
]);

const processSteps = options([
  ["substrate", "衬底", "Substrate"],
  ["epitaxy", "外延", "Epitaxy"],
  ["lithography", "光刻", "Lithography"],
  ["etch", "刻蚀", "Etch"],
  ["implant", "离子注入", "Ion implantation"],
  ["anneal", "退火与氧化", "Anneal and oxidation"],
  ["film", "薄膜", "Thin film"],
  ["metal", "金属化", "Metallisation"],
  ["thinning", "减薄与背面", "Thinning and backside"],
  ["clean", "清洗", "Cleaning"],
  ["metrology", "量测与检测", "Metrology and inspection"],
  ["wafer_test", "晶圆测试", "Wafer test"],
  ["packaging", "封装", "Packaging"],
  ["final_test", "成品测试", "Final test"],
]);

const stepModes = options([
  ["own", "自有", "In-house"],
  ["outsourced", "外协", "Outsourced"],
  ["both", "自有加外协", "Both"],
]);

const toolStates = options([
  ["in_place", "已到位", "In place"],
  ["ordered", "已订购", "Ordered"],
  ["quoted", "已询价", "Quoted"],
  ["planned", "计划中", "Planned"],
]);

const utilityKinds = options([
  ["power", "供电", "Power"],
  ["upw", "超纯水", "Ultrapure water"],
  ["cooling", "工艺冷却水", "Process cooling water"],
  ["bulk_gas", "大宗气体", "Bulk gases"],
  ["special_gas", "特种气体", "Specialty gases"],
  ["chemicals", "化学品", "Chemicals"],
  ["waste_water", "废水处理", "Waste water treatment"],
  ["exhaust", "废气处理", "Exhaust treatment"],
  ["steam_heat", "蒸汽与供热", "Steam and heat"],
]);

const utilityStates = options([
  ["ready", "已具备", "Ready"],
  ["building", "在建", "Being built"],
  ["agreed", "已有供应协议", "Supply agreed"],
  ["open", "待落实", "Open"],
]);

const quarters = options([
  ["q1", "一季度", "Q1"],
  ["q2", "二季度", "Q2"],
  ["q3", "三季度", "Q3"],
  ["q4", "四季度", "Q4"],
]);

/** What call C5 asks beyond domain F. */
export const productionLine: SectionData = {
  key: "line",
  title: text("产线、产能与良率", "Line, capacity and yield"),
  notes: [
    text(
      "产能按本产线晶圆尺寸的片/月填写，不折算。",
      "Capacity is in wafers a month of this line’s own size, not converted.",
    ),
    text("投片指第一批产品片进入产线。", "First wafers means the first product lot entering the line."),
  ],
  groups: [
    {
      key: "line",
      title: text("产线概况", "The line in outline"),
      questions: [
        ask.multiChoice("line_type", ["产线类型", "Kind of line"], lineTypes, { min: 1 }),
        ask.choice("build_kind", ["建设性质", "What is done"], buildKinds, { display: "radio" }),
        ask.choice("line_wafer_size", ["产线晶圆尺寸", "Wafer size of the line"], waferSizes, {
          display: "select",
        }),
        ask.decimal("line_node", ["最小线宽", "Finest line width"], { min: 0.001, max: 10_000, places: 3 }),
        ask.choice("line_node_unit", ["线宽单位", "Unit of line width"], nodeUnits, { display: "select" }),
        ask.decimal("cleanroom_area", ["洁净室面积", "Cleanroom area"], {
          min: 1,
          max: 1_000_000,
          places: 1,
          unit: text("m²", "m²"),
        }),
        ask.choice(
          "cleanroom_class",
          ["洁净等级（最高处）", "Cleanroom class (cleanest part)"],
          cleanroomClasses,
          { display: "select" },
        ),
      ],
    },
    {
      key: "schedule",
      title: text("建设时间", "Dates"),
      questions: [
        ask.month("first_wafer_month", ["投片时间", "First wafers"], { example: ["2028年4月", "2028-04"] }),
        ask.month("full_capacity_month", ["达产时间", "Full capacity"], {
          example: ["2029年12月", "2029-12"],
        }),
      ],
    },
    {
      key: "ramp",
      title: text("产能与良率爬坡", "Ramp of capacity and yield"),
      questions: [
        ask.integer("design_capacity", ["设计产能", "Design capacity"], {
          min: 1,
          max: 1_000_000,
          unit: text("片/月", "wafers a month"),
        }),
        ask.computed(
          "design_capacity_8in",
          ["设计产能折合8英寸（片/月）", "Design capacity in 8-inch wafers a month"],
          "integer",
          inEightInch(ref("line_wafer_size"), ref("design_capacity")),
          {
            help: ["按晶圆面积折算，供与其他产线对照。", "By area, to compare the line with others."],
            visibleWhen: when.both(
              { answered: ref("line_wafer_size") },
              { ne: [ref("line_wafer_size"), "8"] },
              { answered: ref("design_capacity") },
            ),
          },
        ),
        ask.percent("pilot_yield", ["小试或中试良率", "Yield of the pilot line"], {
          places: 1,
          help: ["晶圆口径。没有试验线的填0。", "By wafer. Give 0 if there is no pilot line."],
        }),
        ask.table("ramp", ["按季度爬坡", "Ramp by quarter"], {
          short: ["各季度爬坡", "Ramp by quarter"],
          help: [
            "从投片到达产，每季度一行，至少4行。",
            "One row a quarter from first wafers to full capacity; at least 4 rows.",
          ],
          rowName: ["季度", "quarter"],
          addLabel: ["添加一个季度", "Add a quarter"],
          minRows: 4,
          maxRows: 24,
          columns: [
            ask.integer("year", ["年", "Year"], { min: 2024, max: 2040, width: "xs" }),
            ask.choice("quarter", ["季度", "Quarter"], quarters, { display: "select", width: "sm" }),
            ask.integer("wafers", ["产能（片/月）", "Wafers a month"], {
              min: 0,
              max: 1_000_000,
              width: "sm",
            }),
            ask.percent("yield", ["良率", "Yield"], { places: 1, width: "xs" }),
            ask.shortText("basis", ["关键条件", "What it depends on"], {
              max: 60,
              required: false,
              width: "lg",
            }),
          ],
        }),
        ask.longText("ramp_basis", ["爬坡依据和瓶颈", "Evidence for the ramp, and bottlenecks"], {
          min: 100,
          max: 800,
          rows: 6,
          help: [
            "100–800字。试验线数据、客户验证、瓶颈设备和交期、爬坡慢于计划时的办法。",
            "300–2,400 characters. Pilot data, customer validation, bottleneck tools and lead times, what happens if the ramp is slower.",
          ],
        }),
      ],
    },
    {
      key: "tools",
      title: text("工序与设备能力", "Process steps and tools"),
      questions: [
        ask.table("tool_steps", ["按工序列设备", "Tools by process step"], {
          short: ["各工序的设备", "Tools by process step"],
          help: [
            "按工艺流程列主要工序，至少5行。单台设备在“设备清单”中填。",
            "The main steps in order, at least 5 rows. Single tools go into the equipment list.",
          ],
          rowName: ["工序", "step"],
          addLabel: ["添加一道工序", "Add a step"],
          minRows: 5,
          maxRows: 40,
          columns: [
            ask.choice("step", ["工序", "Step"], processSteps, { display: "select", width: "md" }),
            ask.choice("mode", ["方式", "Done"], stepModes, { display: "select", width: "sm" }),
            ask.integer("tools", ["设备台数", "Tools"], {
              min: 0,
              max: 1000,
              width: "xs",
              required: { ne: [{ cell: "mode" }, "outsourced"] },
            }),
            ask.integer("step_capacity", ["能力（片/月）", "Wafers a month"], {
              min: 0,
              max: 1_000_000,
              width: "sm",
            }),
            ask.choice("tool_state", ["设备状态", "Tools are"], toolStates, {
              display: "select",
              width: "sm",
            }),
            ask.shortText("remark", ["说明", "Remark"], { max: 80, required: false, secondary: true }),
          ],
        }),
      ],
    },
    {
      key: "utilities",
      title: text("公用工程", "Utilities"),
      questions: [
        ask.table("utilities", ["公用工程需求", "Utilities needed"], {
          rowName: ["公用工程", "utility"],
          addLabel: ["添加一项", "Add a utility"],
          minRows: 3,
          maxRows: 20,
          columns: [
            ask.choice("utility", ["项目", "Utility"], utilityKinds, { display: "select", width: "md" }),
            ask.shortText("demand", ["需求量和单位", "Demand with unit"], {
              max: 40,
              width: "md",
              example: ["12,000 kVA", "12,000 kVA"],
            }),
            ask.choice("supply", ["落实情况", "Supply"], utilityStates, { display: "select", width: "sm" }),
            ask.shortText("remark", ["说明", "Remark"], { max: 80, required: false, width: "lg" }),
          ],
        }),
      ],
    },
  ],
  rules: productionLineRules,
};
