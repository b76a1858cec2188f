import { ask, options, text } from "../ask.ts";
import { equipmentTypes, waferSizes } from "../lists/industry.ts";
import type { Condition, GroupData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import { feasibility } from "./feasibility.ts";
import { toolDevelopmentRules } from "./tool-development-rules.ts";

const applicantRoles = options([
  ["equipment_maker", "装备企业", "Equipment maker"],
  ["device_maker", "器件企业", "Device maker"],
  ["material_maker", "材料企业", "Materials maker"],
]);

const firstUnitStates = options([
  ["recognised", "已认定", "Recognised"],
  ["applied", "申报中", "Applied for"],
  ["planned", "拟申报", "To be applied for"],
  ["none", "不申报", "Not applied for"],
]);

const agreementStates = options([
  ["signed", "已签约", "Signed"],
  ["agreed", "已达成意向", "Agreed in principle"],
  ["talking", "洽谈中", "In talks"],
]);

const purchaseTerms = options([
  ["committed", "验收后必须采购", "Must buy after acceptance"],
  ["preferred", "验收后优先采购", "Buys first from us after acceptance"],
  ["none", "没有约定", "Not agreed"],
]);

const validationStages = options([
  ["bench", "装配与台架测试", "Assembly and bench test"],
  ["demo", "工艺演示", "Process demonstration"],
  ["in_line", "上线验证", "In-line validation"],
  ["marathon", "马拉松运行", "Marathon run"],
  ["acceptance", "最终验收", "Final acceptance"],
]);

const waferPayers = options([
  ["applicant", "本企业", "The applicant"],
  ["fab", "产线方", "The fab"],
  ["shared", "双方分担", "Both"],
]);

const origins = options([
  ["cn", "中国", "China"],
  ["abroad", "境外", "Abroad"],
]);

const alternativeStates = options([
  ["in_use", "已替换", "In use"],
  ["validating", "验证中", "Being validated"],
  ["identified", "已找到来源", "Source found"],
  ["none", "暂无", "None yet"],
]);

const shareOfParts = (where?: Condition): Condition => ({
  sum: { of: "parts", value: { cell: "part_share" }, ...(where ? { where } : {}) },
});

const theTool: GroupData = {
  key: "the_tool",
  title: text("装备与工序", "The tool and its step"),
  questions: [
    ask.choice("applicant_role", ["本企业的角色", "The applicant is"], applicantRoles, { display: "radio" }),
    ask.shortText("tool_title", ["装备名称", "Tool"], {
      min: 4,
      max: 60,
      example: ["8英寸碳化硅高温离子注入机", "8-inch high-temperature implanter for SiC"],
    }),
    ask.choice("tool_kind", ["装备类型", "Type"], equipmentTypes, { display: "select" }),
    ask.shortText("tool_step", ["用在哪道工序", "Process step"], {
      min: 2,
      max: 80,
      example: ["源漏区高温离子注入", "High-temperature source and drain implant"],
    }),
    ask.multiChoice("tool_sizes", ["适用晶圆尺寸", "Wafer sizes it handles"], waferSizes, { min: 1 }),
    ask.shortText("tool_benchmark", ["对标机型", "Tool it is measured against"], { min: 2, max: 80 }),
    ask.choice("first_unit", ["首台（套）认定", "First-unit recognition"], firstUnitStates, {
      display: "radio",
    }),
    ask.shortText("first_unit_no", ["认定文号或证书编号", "Number of the recognition"], {
      max: 60,
      visibleWhen: when.is("first_unit", "recognised"),
    }),
    ask.month("first_unit_month", ["预计认定时间", "Recognition expected in"], {
      visibleWhen: when.isOneOf("first_unit", ["applied", "planned"]),
    }),
  ],
};

const theLine: GroupData = {
  key: "target_line",
  title: text("验证产线与协议", "Line and agreement"),
  help: text(
    "产线方就是申报单位的，填本企业的产线，协议填内部立项文件。",
    "If the applicant runs the line itself, give its own line and the internal decision.",
  ),
  questions: [
    ask.shortText("fab_name", ["验证产线所属单位", "Who runs the line"], { min: 2, max: 80 }),
    ask.shortText("fab_line", ["验证产线", "The line"], {
      min: 4,
      max: 80,
      example: ["8英寸碳化硅功率器件线", "8-inch SiC power line"],
    }),
    ask.choice("fab_wafer_size", ["产线晶圆尺寸", "Wafer size of the line"], waferSizes, {
      display: "select",
    }),
    ask.integer("fab_capacity", ["产线产能", "Capacity of the line"], {
      min: 0,
      max: 1_000_000,
      unit: text("片/月", "wafers a month"),
    }),
    ask.choice("fab_agreement", ["验证协议", "Validation agreement"], agreementStates, { display: "radio" }),
    ask.date("fab_agreement_date", ["签约日期", "Signed on"], {
      notAfter: "today",
      visibleWhen: when.is("fab_agreement", "signed"),
    }),
    ask.choice("purchase_term", ["验收后的采购约定", "Purchase after acceptance"], purchaseTerms, {
      display: "radio",
    }),
    ask.integer("purchase_units", ["约定或意向采购台数", "Tools agreed or intended to be bought"], {
      min: 0,
      max: 10_000,
      unit: text("台", "tools"),
      help: ["没有的填0。", "Give 0 if none."],
    }),
    ask.longText("agreement_terms", ["协议要点", "Main terms"], {
      min: 50,
      max: 600,
      rows: 4,
      help: [
        "50–600字。机时和晶圆由谁出、验收指标、数据和知识产权归属、失败时怎样处理。",
        "150–1,800 characters. Who gives tool time and wafers, acceptance figures, who owns data and rights, and what happens if it fails.",
      ],
    }),
  ],
};

const validation: GroupData = {
  key: "validation",
  title: text("验证安排与晶圆", "Validation and wafers"),
  questions: [
    ask.table("validation", ["验证阶段", "Stages of validation"], {
      help: [
        "从装配到最终验收，按时间先后，至少3个阶段。",
        "From assembly to acceptance, in order; at least 3 stages.",
      ],
      rowName: ["阶段", "stage"],
      addLabel: ["添加一个阶段", "Add a stage"],
      minRows: 3,
      maxRows: 20,
      totals: ["wafers_planned", "wafers_done"],
      columns: [
        ask.choice("validation_stage", ["阶段", "Stage"], validationStages, {
          display: "select",
          width: "lg",
        }),
        ask.month("validation_start", ["开始", "Start"], { short: ["开始时间", "Start"], width: "md" }),
        ask.month("validation_end", ["结束", "End"], { short: ["结束时间", "End"], width: "md" }),
        ask.integer("wafers_planned", ["计划晶圆", "Wafers planned"], {
          min: 0,
          max: 1_000_000,
          width: "xs",
        }),
        ask.integer("wafers_done", ["已跑晶圆", "Wafers run"], { min: 0, max: 1_000_000, width: "xs" }),
        ask.choice("wafer_payer", ["晶圆由谁提供", "Wafers from"], waferPayers, {
          display: "select",
          secondary: true,
        }),
        ask.shortText("pass_mark", ["通过标准", "Passed if"], {
          min: 4,
          max: 120,
          secondary: true,
          example: ["连续1,000片，破片率低于0.1%", "1,000 wafers in a row, under 0.1% broken"],
        }),
      ],
    }),
  ],
};

const performance: GroupData = {
  key: "performance",
  questions: [
    ask.table("performance", ["性能与可靠性", "Performance and reliability"], {
      help: [
        "MTBF、MTBA按SEMI E10口径。没有上线的，现值填台架数据。",
        "MTBF and MTBA as in SEMI E10. If the tool is not in a line yet, give bench figures as today’s.",
      ],
      rowName: ["指标", "figure"],
      addLabel: ["添加指标", "Add a figure"],
      maxRows: 7,
      fixedRows: [
        { id: "wph", label: text("产出（片/小时，wph）", "Throughput (wafers an hour)") },
        { id: "mtbf", label: text("平均故障间隔 MTBF（小时）", "MTBF (hours)") },
        { id: "mtba", label: text("平均干预间隔 MTBA（小时）", "MTBA (hours)") },
        { id: "mttr", label: text("平均修复时间 MTTR（小时）", "MTTR (hours)") },
        { id: "uptime", label: text("可用率（%）", "Uptime (%)") },
        {
          id: "uniformity",
          label: text("片内不均匀性（%）", "Non-uniformity in a wafer (%)"),
          required: false,
        },
        { id: "particles", label: text("新增颗粒（个/片）", "Added particles (per wafer)"), required: false },
      ],
      columns: [
        ask.decimal("figure_now", ["现值", "Now"], { min: 0, places: 3, width: "sm" }),
        ask.decimal("figure_target", ["目标值", "Target"], { min: 0, places: 3, width: "sm" }),
        ask.decimal("figure_wanted", ["产线要求", "The line asks for"], { min: 0, places: 3, width: "sm" }),
        ask.decimal("figure_benchmark", ["对标机型", "Benchmark"], {
          min: 0,
          places: 3,
          required: false,
          width: "sm",
        }),
      ],
    }),
  ],
};

const parts: GroupData = {
  key: "parts",
  title: text("零部件与国产化", "Parts and where they come from"),
  questions: [
    ask.table("parts", ["关键零部件", "Key parts"], {
      help: [
        "按物料成本列全，零散的合并为“其他”，占比合计100%。",
        "By cost of materials, small ones together as “other”, 100% in all.",
      ],
      rowName: ["零部件", "part"],
      addLabel: ["添加一项零部件", "Add a part"],
      minRows: 3,
      maxRows: 60,
      totals: ["part_share"],
      columns: [
        ask.shortText("part", ["零部件或分系统", "Part or subsystem"], { min: 2, max: 60, width: "lg" }),
        ask.choice("part_origin", ["来源", "From"], origins, { display: "select", width: "xs" }),
        ask.percent("part_share", ["占物料成本", "Of material cost"], { places: 2, width: "xs" }),
        ask.yesNo("part_controlled", ["受出口管制", "Export-controlled"], { width: "xs" }),
        ask.shortText("part_supplier", ["供应商", "Supplier"], { min: 2, max: 80, secondary: true }),
        ask.choice("alternative_state", ["国产替代进展", "Domestic substitute"], alternativeStates, {
          display: "select",
          visibleWhen: when.cellIs("part_origin", "abroad"),
          secondary: true,
        }),
        ask.shortText("alternative_plan", ["替代方案和时间", "Substitute, and by when"], {
          min: 4,
          max: 120,
          visibleWhen: when.cellIs("part_origin", "abroad"),
          required: when.cellYes("part_controlled"),
          secondary: true,
        }),
      ],
    }),
    ask.computed(
      "parts_localised",
      ["零部件国产化率（按物料成本）", "Localised parts, by cost of materials"],
      "percent",
      shareOfParts(when.cellIs("part_origin", "cn")),
      { places: 2 },
    ),
    ask.percent("parts_target", ["项目结束时的国产化率目标", "Localised at the end of the project"], {
      places: 2,
    }),
  ],
};

/** What call C6 asks of a tool, the line that tries it out, and its parts. */
export const toolDevelopment: SectionData = {
  key: "tool",
  title: text("装备、验证产线与指标", "Tool, line and figures"),
  notes: [
    text("一份申报书只写一种装备。", "One application is about one tool."),
    text(
      "验证协议在附件A14中上传，报价和合同在A13中上传。",
      "Upload the validation agreement as A14, quotations and contracts as A13.",
    ),
  ],
  groups: [
    theTool,
    theLine,
    validation,
    performance,
    parts,
    feasibility([
      "关键部件供应、装配和调试条件、产线机时和晶圆、验收难点、售后队伍、进度和成本的可信程度。",
      "Supply of key parts, assembly and commissioning, tool time and wafers of the line, hurdles of acceptance, service staff, and how firm dates and costs are.",
    ]),
  ],
  rules: toolDevelopmentRules,
};
