import { text } from "../ask.ts";
import type { Condition, RuleData } from "../programme-types.ts";
import { when } from "../when.ts";

const ref = (key: string) => ({ ref: key });
const cell = (column: string) => ({ cell: column });
const figure = (row: string, column: string): Condition => ({ at: { of: "performance", row, column } });
const shares: Condition = { sum: { of: "parts", value: cell("part_share") } };
const lineMakers = ["device_maker", "material_maker"];

/** Higher is better for output and running time, lower for repair time. */
function targetMeetsLine(row: string, zh: string, en: string, higher: boolean): RuleData {
  const target = figure(row, "figure_target");
  const wanted = figure(row, "figure_wanted");
  return {
    key: `${row}_meets_line`,
    level: "warning",
    at: ["performance/figure_target"],
    holds: higher ? { ge: [target, wanted] } : { le: [target, wanted] },
    params: {
      target: { value: target, as: "decimal" },
      wanted: { value: wanted, as: "decimal" },
    },
    message: text(
      `${zh}的目标值是{target}，达不到产线要求的{wanted}。请在“产业化可行性”中说明怎样通过验收。`,
      `${en}: the target of {target} does not meet the {wanted} that the line asks for. Say under “Industrial feasibility” how it will be accepted.`,
    ),
    summary: text(`${zh}的目标达不到产线要求`, `${en}: target below what the line asks for`),
  };
}

const partnership: RuleData[] = [
  {
    key: "has_equipment_maker",
    level: "error",
    at: ["partners/role", "applicant_role"],
    when: { and: [{ answered: ref("applicant_role") }, { answered: ref("partners") }] },
    holds: {
      or: [
        { eq: [ref("applicant_role"), "equipment_maker"] },
        { any: { of: "partners", where: when.cellIs("role", "equipment_maker") } },
      ],
    },
    message: text(
      "本企业不是装备企业，合作单位中也没有装备企业。本专题要求至少一家装备企业参加。",
      "Neither the applicant nor a partner is an equipment maker. This call needs at least one.",
    ),
    summary: text("没有装备企业参加", "No equipment maker takes part"),
  },
  {
    key: "has_line_maker",
    level: "error",
    at: ["partners/role", "applicant_role"],
    when: { and: [{ answered: ref("applicant_role") }, { answered: ref("partners") }] },
    holds: {
      or: [
        { in: [ref("applicant_role"), lineMakers] },
        { any: { of: "partners", where: when.cellIn("role", lineMakers) } },
      ],
    },
    message: text(
      "还没有器件企业或材料企业参加。本专题要求装备企业与至少一家器件或材料企业联合申报。",
      "No device or materials maker takes part. This call needs an equipment maker together with at least one of them.",
    ),
    summary: text("没有器件或材料企业参加", "No device or materials maker takes part"),
  },
];

const agreement: RuleData[] = [
  {
    key: "agreement_signed",
    level: "warning",
    at: ["fab_agreement"],
    holds: { eq: [ref("fab_agreement"), "signed"] },
    message: text(
      "验证协议还没有签。可以申报，附件A14交意向书；立项前须签约。",
      "The validation agreement is not signed. You may apply with a letter of intent as A14; it must be signed before initiation.",
    ),
  },
  {
    key: "line_fits_tool",
    level: "error",
    at: ["fab_wafer_size", "tool_sizes"],
    when: { and: [{ answered: ref("tool_sizes") }, { answered: ref("fab_wafer_size") }] },
    holds: {
      or: ["2", "3", "4", "6", "8", "12"].map((size) => ({
        and: [{ eq: [ref("fab_wafer_size"), size] }, { includes: [ref("tool_sizes"), size] }],
      })),
    },
    message: text(
      "验证产线的晶圆尺寸不在装备适用的尺寸之内。请核对两处。",
      "The line’s wafer size is not among those the tool handles. Check both.",
    ),
    summary: text("产线尺寸与装备不符", "The line’s size does not fit the tool"),
  },
  {
    key: "purchase_has_units",
    level: "error",
    at: ["purchase_units", "purchase_term"],
    when: when.is("purchase_term", "committed"),
    holds: { gt: [ref("purchase_units"), 0] },
    message: text(
      "约定验收后必须采购，采购台数却是0。请填约定的台数。",
      "Purchase after acceptance is agreed, yet for 0 tools. Give the number agreed.",
    ),
  },
];

const validation: RuleData[] = [
  {
    key: "validation_in_order",
    level: "error",
    forEach: "validation",
    at: ["validation_end", "validation_start"],
    holds: { ge: [cell("validation_end"), cell("validation_start")] },
    message: text("第{row}个阶段的结束早于开始。", "Stage {row} ends before it starts."),
  },
  {
    key: "wafers_within_plan",
    level: "warning",
    forEach: "validation",
    at: ["wafers_done", "wafers_planned"],
    holds: { le: [cell("wafers_done"), cell("wafers_planned")] },
    message: text(
      "第{row}个阶段已跑的晶圆多于计划。请把计划改为实际需要的数量。",
      "Stage {row}: more wafers run than planned. Put the plan at what is really needed.",
    ),
  },
  {
    key: "validated_in_line",
    level: "error",
    at: ["validation/validation_stage"],
    when: { answered: ref("validation") },
    holds: {
      any: { of: "validation", where: when.cellIn("validation_stage", ["in_line", "marathon"]) },
    },
    message: text(
      "验证阶段中没有上线验证或马拉松运行。装备必须在产线中跑过晶圆。",
      "No stage runs the tool in a line. It must be validated with wafers in production.",
    ),
    summary: text("没有上线验证", "No validation in a line"),
  },
  {
    key: "wafers_arranged",
    level: "warning",
    at: ["validation/wafers_planned"],
    when: { answered: ref("validation") },
    holds: { gt: [{ sum: { of: "validation", value: cell("wafers_planned") } }, 0] },
    message: text(
      "各阶段都没有计划验证晶圆。请与产线方商定数量和由谁提供。",
      "No wafers are planned in any stage. Agree with the line on how many, and who provides them.",
    ),
  },
];

const figures: RuleData[] = [
  {
    key: "mtbf_above_mtba",
    level: "error",
    at: ["performance/figure_target"],
    holds: { ge: [figure("mtbf", "figure_target"), figure("mtba", "figure_target")] },
    params: {
      mtbf: { value: figure("mtbf", "figure_target"), as: "decimal" },
      mtba: { value: figure("mtba", "figure_target"), as: "decimal" },
    },
    message: text(
      "MTBF目标{mtbf}小时小于MTBA目标{mtba}小时。故障是干预的一种，故障间隔不会更短。",
      "The MTBF target of {mtbf} h is below the MTBA target of {mtba} h. A failure is an assist too, so failures cannot be more frequent.",
    ),
    summary: text("MTBF目标小于MTBA目标", "MTBF target below MTBA target"),
  },
  {
    key: "uptime_is_a_share",
    level: "error",
    at: ["performance/figure_target"],
    holds: { le: [figure("uptime", "figure_target"), 100] },
    message: text("可用率的目标值超过100%。", "The uptime target is above 100%."),
  },
  targetMeetsLine("wph", "产出", "Throughput", true),
  targetMeetsLine("mtbf", "MTBF", "MTBF", true),
  targetMeetsLine("mttr", "MTTR", "MTTR", false),
  targetMeetsLine("uptime", "可用率", "Uptime", true),
];

const parts: RuleData[] = [
  {
    key: "parts_add_up",
    level: "error",
    at: ["parts/part_share"],
    when: { ge: [{ count: { of: "parts" } }, 3] },
    holds: { le: [{ abs: { subtract: [shares, 100] } }, 0.5] },
    params: { sum: { value: shares, as: "percent", places: 2 } },
    message: text(
      "零部件占物料成本合计{sum}，应为100.00%（允许误差0.5）。",
      "Parts add up to {sum} of material cost; it should be 100.00% (0.5 tolerance).",
    ),
    summary: text("零部件占比合计{sum}", "Parts add up to {sum}"),
  },
  {
    key: "localisation_rises",
    level: "warning",
    at: ["parts_target"],
    holds: { ge: [ref("parts_target"), ref("parts_localised")] },
    params: { now: { value: ref("parts_localised"), as: "percent", places: 2 } },
    message: text(
      "国产化率目标低于现在的{now}。请核对。",
      "The target for localised parts is below today’s {now}. Check it.",
    ),
  },
  {
    key: "controlled_without_substitute",
    level: "warning",
    forEach: "parts",
    at: ["alternative_state"],
    when: when.cellYes("part_controlled"),
    holds: { ne: [cell("alternative_state"), "none"] },
    message: text(
      "第{row}项零部件受出口管制，又没有国产替代来源，请在“出口管制与制裁风险”中写明应对办法。",
      "Part {row} is export-controlled and has no domestic substitute; say under “Export control and sanctions” what you will do.",
    ),
  },
];

export const toolDevelopmentRules: RuleData[] = [
  ...partnership,
  ...agreement,
  ...validation,
  ...figures,
  ...parts,
];
