import { ask, options, text } from "../ask.ts";
import { nodeUnits } from "../lists/industry.ts";
import type { Condition, GroupData, RuleData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";

export const origins = options([
  ["cn", "中国", "China"],
  ["abroad", "境外", "Abroad"],
]);

const toolKinds = options([
  ["eda", "EDA软件", "EDA software"],
  ["ip", "IP核", "IP core"],
  ["pdk", "工艺设计套件（PDK）", "Process design kit (PDK)"],
]);

const licenceTypes = options([
  ["perpetual", "永久授权", "Perpetual"],
  ["term", "按年授权", "By the year"],
  ["project", "按项目授权", "By project"],
  ["trial", "试用", "Trial"],
  ["open", "开源", "Open source"],
]);

const maskKinds = options([
  ["mpw", "多项目晶圆（MPW）", "Multi-project wafer (MPW)"],
  ["full_mask", "全掩膜（Full mask）", "Full mask set"],
  ["metal_change", "改金属层", "Metal change only"],
]);

const results = options([
  ["passed", "成功", "Worked"],
  ["respin", "需改版", "Needs a respin"],
  ["failed", "失败", "Failed"],
  ["in_fab", "在制", "In the fab"],
]);

const cell = (column: string) => ({ cell: column });
const cost: Condition = { sum: { of: "tapeouts", value: cell("tapeout_cost") } };

/** Domain F, eda_ip. */
const edaLicences: GroupData = {
  key: "eda_ip",
  title: text("软件与IP", "Software and IP"),
  questions: [
    ask.table("eda_ip", ["EDA与IP授权", "EDA and IP licences"], {
      help: [
        "列出设计流程真正用到的工具和IP，正版证明在附件中上传。",
        "List the tools and IP that your flow really uses; upload the proof under Attachments.",
      ],
      rowName: ["授权", "licence"],
      addLabel: ["添加一项授权", "Add a licence"],
      layout: "cards",
      minRows: 1,
      maxRows: 60,
      columns: [
        ask.choice("eda_kind", ["类别", "Kind"], toolKinds, { display: "select", width: "sm" }),
        ask.shortText("eda_vendor", ["供应商", "Vendor"], { min: 2, max: 80, width: "md" }),
        ask.shortText("eda_tool", ["工具或IP", "Tool or IP"], {
          min: 2,
          max: 80,
          width: "lg",
          example: ["数字后端布局布线", "Digital place and route"],
        }),
        ask.choice("eda_origin", ["来源", "From"], origins, { display: "select", width: "xs" }),
        ask.choice("licence_type", ["授权方式", "Licence"], licenceTypes, { display: "select", width: "sm" }),
        ask.integer("eda_seats", ["授权数", "Seats"], { min: 0, max: 100_000, required: false, width: "xs" }),
        ask.date("eda_expires", ["到期日", "Expires"], {
          visibleWhen: when.cellIn("licence_type", ["term", "project", "trial"]),
          width: "sm",
        }),
        ask.yesNo("eda_genuine", ["正版", "Genuine"], { width: "xs" }),
        ask.yesNo("eda_controlled", ["受出口管制", "Export-controlled"], { width: "xs" }),
        ask.shortText("eda_alternative", ["替代方案和切换时间", "Alternative, and time to switch"], {
          min: 4,
          max: 120,
          visibleWhen: when.cellYes("eda_controlled"),
        }),
      ],
    }),
  ],
};

/** Domain F, tapeouts: of the last 24 months. A service house may have none of its own. */
const tapeouts = (required: boolean | Condition): GroupData => ({
  key: "tapeouts",
  title: text("近24个月流片", "Tape-outs of the last 24 months"),
  questions: [
    ask.table("tapeouts", ["流片记录", "Tape-outs"], {
      help:
        required === false
          ? ["为客户代理的流片也填，芯片写代号。", "Include those run for clients, under a code name."]
          : [
              "设计企业至少一次，近24个月以内，合同和发票在附件中上传；为客户代理的也填，芯片写代号。",
              "For design companies at least one within the last 24 months, with contracts and invoices under Attachments. Include those run for clients, under a code name.",
            ],
      required,
      rowName: ["流片", "tape-out"],
      addLabel: ["添加一次流片", "Add a tape-out"],
      layout: "cards",
      maxRows: 60,
      totals: ["tapeout_cost"],
      columns: [
        ask.shortText("tapeout_chip", ["芯片", "Chip"], { min: 2, max: 60, width: "md" }),
        ask.date("tapeout_date", ["流片日期", "Taped out on"], { notAfter: "today", width: "sm" }),
        ask.shortText("tapeout_foundry", ["代工厂", "Foundry"], { min: 2, max: 80, width: "md" }),
        ask.decimal("tapeout_node", ["线宽", "Line width"], {
          min: 0.001,
          max: 10_000,
          places: 3,
          width: "xs",
        }),
        ask.choice("tapeout_unit", ["单位", "Unit"], nodeUnits, { display: "select", width: "xs" }),
        ask.choice("tapeout_kind", ["方式", "How"], maskKinds, { display: "select", width: "sm" }),
        ask.choice("tapeout_result", ["结果", "Result"], results, { display: "select", width: "sm" }),
        ask.money("tapeout_cost", ["费用", "Cost"], { width: "sm" }),
        ask.shortText("tapeout_lesson", ["问题和改版内容", "What was wrong, and what changes"], {
          min: 4,
          max: 120,
          visibleWhen: when.cellIn("tapeout_result", ["respin", "failed"]),
          secondary: true,
        }),
      ],
    }),
    ask.computed(
      "tapeout_cost_total",
      ["近24个月流片费用", "Spent on tape-outs in 24 months"],
      "money",
      cost,
      {
        visibleWhen: { answered: { ref: "tapeouts" } },
      },
    ),
  ],
});

const edaRules: RuleData[] = [
  {
    key: "eda_genuine",
    level: "error",
    forEach: "eda_ip",
    at: ["eda_genuine"],
    holds: { eq: [cell("eda_genuine"), true] },
    message: text(
      "第{row}项不是正版。使用非正版工具的不予支持，请先取得授权。",
      "Licence {row} is not genuine. Projects on unlicensed tools are not supported; obtain a licence first.",
    ),
    summary: text("第{row}项EDA或IP不是正版", "Licence {row} is not genuine"),
  },
  {
    key: "eda_expired",
    level: "warning",
    forEach: "eda_ip",
    at: ["eda_expires"],
    holds: { ge: [cell("eda_expires"), { today: true }] },
    params: { date: { value: cell("eda_expires"), as: "date" } },
    message: text(
      "第{row}项授权已于{date}到期。已续期的，请填新的到期日。",
      "Licence {row} expired on {date}. If it was renewed, give the new date.",
    ),
    summary: text("第{row}项授权已到期", "Licence {row} has expired"),
  },
  {
    key: "eda_trial",
    level: "warning",
    forEach: "eda_ip",
    at: ["licence_type"],
    holds: { ne: [cell("licence_type"), "trial"] },
    message: text(
      "第{row}项是试用授权，不能用于量产设计。请写明何时转为正式授权。",
      "Licence {row} is a trial and may not be used for production. Say when it becomes a full one.",
    ),
  },
];

const tapeoutRules: RuleData[] = [
  {
    key: "tapeout_recent",
    level: "warning",
    forEach: "tapeouts",
    at: ["tapeout_date"],
    holds: { ge: [cell("tapeout_date"), { add_months: [{ today: true }, -24] }] },
    params: { date: { value: cell("tapeout_date"), as: "date" } },
    message: text(
      "第{row}次流片在{date}，已超过24个月，评审时不计入。",
      "Tape-out {row} was on {date}, more than 24 months ago; it does not count in the review.",
    ),
    summary: text("第{row}次流片超过24个月", "Tape-out {row} is older than 24 months"),
  },
  {
    key: "tapeout_worked",
    level: "warning",
    at: ["tapeouts/tapeout_result"],
    when: { answered: { ref: "tapeouts" } },
    holds: { any: { of: "tapeouts", where: when.cellIs("tapeout_result", "passed") } },
    message: text(
      "还没有一次成功的流片。请在“技术路线”中说明问题和下一次流片的时间。",
      "No tape-out has worked yet. Say in the technical route what was wrong and when the next one is.",
    ),
  },
];

/** Domain F of those who design chips, for themselves or for others; `required` says who must have taped out. */
export const edaAndTapeouts = ({ required }: { required: boolean | Condition }): SectionData => ({
  key: "tools",
  title: text("EDA、IP授权与流片", "EDA, IP licences and tape-outs"),
  groups: [edaLicences, tapeouts(required)],
  rules: [...edaRules, ...tapeoutRules],
});
