import type { LineTheme } from "./c5-themes.ts";
import type { ProjectMoney } from "./money.ts";
import { rows, wan, type ExampleAnswers, type PlaceWords } from "./example-types.ts";
import { toolRows, type Tool } from "./equipment.ts";
import { feasibilityText, rampBasisText } from "./c5-texts.ts";

const rampShares: readonly (readonly [
  year: string,
  quarter: string,
  share: number,
  yieldPercent: string,
  basis: string,
])[] = [
  ["2028", "q2", 0.08, "79.0", "单班，设备标定"],
  ["2028", "q3", 0.2, "82.0", "两班"],
  ["2028", "q4", 0.36, "85.0", "首家客户小批"],
  ["2029", "q1", 0.55, "86.5", "四班三运转"],
  ["2029", "q2", 0.72, "88.0", "第二批设备到位"],
  ["2029", "q3", 0.88, "89.0", "两家客户定点"],
  ["2029", "q4", 1, "90.0", "达产"],
];

const roundTo = (value: number, step: number): string => String(Math.max(Math.round(value / step) * step, 1));

export function lineAnswers(theme: LineTheme, place: PlaceWords): ExampleAnswers {
  const { wafersAMonth, wafer } = theme;
  const enough = roundTo(wafersAMonth * 1.08, 50);
  return {
    line_type: [theme.lineType],
    build_kind: "new",
    line_wafer_size: wafer,
    line_node: theme.node,
    line_node_unit: "um",
    cleanroom_area: (Number(wafer) * 1050).toLocaleString("en-US"),
    cleanroom_class: "iso5",
    construction_start: "2027-03-01",
    first_wafer_month: "2028-04",
    full_capacity_month: "2029-12",
    design_capacity: wafersAMonth.toLocaleString("en-US"),
    pilot_yield: "78.5",
    ramp: rows(
      ["year", "quarter", "wafers", "yield", "basis"],
      rampShares.map(([year, quarter, share, yieldPercent, basis]) => [
        year,
        quarter,
        share === 1 ? String(wafersAMonth) : roundTo(wafersAMonth * share, 50),
        yieldPercent,
        basis,
      ]),
    ),
    ramp_basis: rampBasisText(theme),
    tool_steps: rows(
      ["step", "mode", "tools", "step_capacity", "tool_state", "remark"],
      [
        ["epitaxy", "own", "6", enough, "ordered", "国产设备，预留双来源"],
        ["lithography", "own", "2", enough, "quoted", ""],
        ["etch", "own", "4", enough, "quoted", ""],
        ["implant", "own", "2", roundTo(wafersAMonth, 50), "ordered", `${theme.keyTool}为关键工序`],
        ["anneal", "own", "2", enough, "quoted", ""],
        ["metal", "own", "2", enough, "planned", ""],
        ["wafer_test", "own", "1", enough, "in_place", "由试验线搬迁"],
        ["packaging", "outsourced", "", enough, "in_place", "委托省内封装企业"],
      ],
    ),
    utilities: rows(
      ["utility", "demand", "supply", "remark"],
      [
        ["power", "12,000 kVA", "agreed", "园区双回路"],
        ["upw", "120 m³/h", "building", "园区集中供应"],
        ["bulk_gas", "氮气1,800 Nm³/h", "agreed", ""],
        ["special_gas", "硅烷、氯气等9种", "agreed", "专用气站"],
        ["waste_water", "620 m³/d", "building", "分质处理"],
      ],
    ),
    feasibility: feasibilityText(theme, place),
  };
}

const tools: readonly Tool[] = [
  [
    "长晶炉（PVT）",
    "crystal_growth",
    "cn",
    20,
    480,
    "JZ-P8",
    "甲子示例装备有限公司",
    "",
    "衬底备份能力",
    "not_needed",
    "",
  ],
  ["外延设备", "mocvd", "cn", 6, 1350, "JZ-E8", "甲子示例装备有限公司", "", "外延生长", "not_needed", ""],
  [
    "高温离子注入机",
    "implant",
    "abroad",
    2,
    1680,
    "HI-800",
    "境外厂商甲",
    "日本",
    "选区掺杂",
    "applied",
    "国内样机2027年验证",
  ],
  [
    "步进光刻机",
    "lithography",
    "abroad",
    2,
    2900,
    "ST-350",
    "境外厂商乙",
    "日本",
    "图形转移",
    "not_needed",
    "国产i线步进机备选",
  ],
  [
    "刻蚀机",
    "etch",
    "cn",
    4,
    1450,
    "EC-200",
    "乙丑示例微电子装备有限公司",
    "",
    "沟槽与介质刻蚀",
    "not_needed",
    "",
  ],
  [
    "PECVD",
    "deposition",
    "cn",
    3,
    880,
    "PD-200",
    "乙丑示例微电子装备有限公司",
    "",
    "介质沉积",
    "not_needed",
    "",
  ],
  [
    "高温退火炉",
    "thermal",
    "cn",
    2,
    1250,
    "AN-1900",
    "丙寅示例热工有限公司",
    "",
    "激活退火",
    "not_needed",
    "",
  ],
  [
    "磁控溅射台",
    "deposition",
    "cn",
    2,
    1500,
    "SP-200",
    "乙丑示例微电子装备有限公司",
    "",
    "金属化",
    "not_needed",
    "",
  ],
  ["CMP设备", "cmp", "cn", 2, 1600, "CM-200", "丁卯示例精密有限公司", "", "平坦化", "not_needed", ""],
  [
    "量测与缺陷检测",
    "metrology",
    "abroad",
    2,
    1910,
    "IN-900",
    "境外厂商丙",
    "美国",
    "缺陷检测",
    "granted",
    "国产检测机部分替代",
  ],
  ["清洗机", "clean", "cn", 2, 900, "CL-200", "丁卯示例精密有限公司", "", "湿法清洗", "not_needed", ""],
  ["晶圆测试系统", "test", "cn", 1, 1800, "TS-100", "戊辰示例仪器有限公司", "", "晶圆测试", "not_needed", ""],
];

export const equipmentRows = (money: ProjectMoney): ExampleAnswers["equipment"] =>
  toolRows(tools, money.scale);

/** Four milestones that spend the whole of it. */
export function lineMilestones(money: ProjectMoney, wafersAMonth: number): ExampleAnswers["milestones"] {
  const first = Math.round(17000 * money.scale);
  const second = Math.round(29000 * money.scale);
  const third = Math.round(24000 * money.scale);
  const quarterOf = (share: number) => Math.round(wafersAMonth * share).toLocaleString("en-US");
  return rows(
    ["milestone", "start", "end", "deliverable", "indicator", "investment", "tranche"],
    [
      [
        "厂房与洁净室建成",
        "2026-12-15",
        "2027-09-30",
        "厂房、洁净室和公用工程通过验收",
        "洁净室面积和等级达到设计值",
        wan(first),
        "yes",
      ],
      [
        "首批设备到位并投片",
        "2027-06-01",
        "2028-04-30",
        "前道主要设备安装调试完成，首批产品片投入",
        "首批500片投片，晶圆良率80%以上",
        wan(second),
        "yes",
      ],
      [
        "小批量供货",
        "2028-05-01",
        "2028-12-31",
        "两家客户取得定点通知并小批供货",
        `产能${quarterOf(0.36)}片/月，良率85%`,
        wan(third),
        "yes",
      ],
      [
        "达产",
        "2029-01-01",
        "2029-12-31",
        "产线达到设计产能并通过竣工验收",
        `产能${quarterOf(1)}片/月，良率90%`,
        wan(money.total - first - second - third),
        "no",
      ],
    ],
  );
}
