import { ask, options, text } from "../ask.ts";
import { nodeUnits } from "../lists/industry.ts";
import type { Condition, GroupData, RuleData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import { origins } from "./eda-and-tapeouts.ts";

const access = options([
  ["customer", "正式客户", "Regular customer"],
  ["mpw", "MPW合作", "MPW runs"],
  ["agreed", "已签协议未投片", "Agreement signed, no wafers yet"],
  ["talking", "洽谈中", "In talks"],
]);

const cell = (column: string) => ({ cell: column });
const ref = (key: string) => ({ ref: key });
const chipsIn = (year: number, where?: Condition): Condition => ({
  sum: { of: "chip_revenue", value: cell(`chip_${year}`), ...(where ? { where } : {}) },
});
const percentOf = (part: Condition, whole: Condition): Condition => ({
  multiply: [{ divide: [part, whole] }, 100],
});

const revenue = (years: readonly number[]): GroupData => {
  const last = years.at(-1) ?? 0;
  return {
    key: "chips",
    title: text("芯片与收入", "Chips and revenue"),
    questions: [
      ask.table("chip_revenue", ["按芯片的收入", "Revenue by chip"], {
        help: [
          "近三年有收入的芯片每款一行；还没有收入的填最接近量产的一款，金额填0。",
          "One row for each chip with revenue in three years; if there is none yet, the one closest to production, with 0.",
        ],
        rowName: ["芯片", "chip"],
        addLabel: ["添加一款芯片", "Add a chip"],
        minRows: 1,
        maxRows: 60,
        totals: years.map((year) => `chip_${year}`),
        columns: [
          ask.shortText("chip", ["芯片", "Chip"], { min: 2, max: 60, width: "md" }),
          ...years.map((year) =>
            ask.money(`chip_${year}`, [`${year}年收入`, `Revenue ${year}`], { width: "sm" }),
          ),
          ask.yesNo("chip_own", ["自主设计", "Own design"], { width: "xs" }),
          ask.decimal("chip_units", [`${last}年出货（万颗）`, `Shipped in ${last} (10,000 units)`], {
            min: 0,
            max: 10_000_000,
            places: 4,
            secondary: true,
          }),
          ask.percent("chip_margin", [`${last}年毛利率`, `Gross margin in ${last}`], {
            places: 1,
            min: -100,
            secondary: true,
          }),
          ask.shortText("chip_customers", ["主要客户类型", "Main kinds of customers"], {
            min: 2,
            max: 80,
            secondary: true,
          }),
        ],
      }),
      ask.computed(
        "own_design_share",
        [`${last}年自主设计芯片占芯片收入`, `Own designs in chip revenue of ${last}`],
        "percent",
        percentOf(chipsIn(last, when.cellYes("chip_own")), chipsIn(last)),
        { places: 1, visibleWhen: { gt: [chipsIn(last), 0] } },
      ),
      ask.longText("chip_roadmap", ["产品路线", "Product roadmap"], {
        min: 100,
        max: 1000,
        rows: 6,
        help: [
          "100–1000字。未来三年的芯片、规格、工艺节点、流片和量产时间，哪些在山西做。",
          "300–3,000 characters. Chips of the next three years: figures, node, tape-out and production, and which are made in Shanxi.",
        ],
      }),
    ],
  };
};

const foundries: GroupData = {
  key: "foundries",
  title: text("代工与封测来源", "Access to foundries"),
  questions: [
    ask.table("foundries", ["代工厂", "Foundries"], {
      rowName: ["代工厂", "foundry"],
      addLabel: ["添加一家代工厂", "Add a foundry"],
      layout: "cards",
      minRows: 1,
      maxRows: 20,
      columns: [
        ask.shortText("foundry", ["代工厂", "Foundry"], { min: 2, max: 80, width: "md" }),
        ask.choice("foundry_origin", ["所在地", "Where"], origins, { display: "select", width: "xs" }),
        ask.shortText("foundry_process", ["工艺平台", "Process"], { min: 2, max: 60, width: "md" }),
        ask.decimal("foundry_node", ["线宽", "Line width"], {
          min: 0.001,
          max: 10_000,
          places: 3,
          width: "xs",
        }),
        ask.choice("foundry_unit", ["单位", "Unit"], nodeUnits, { display: "select", width: "xs" }),
        ask.choice("foundry_access", ["合作状态", "Access"], access, { display: "select", width: "sm" }),
        ask.integer("foundry_wafers", ["约定产能（片/月）", "Wafers a month agreed"], {
          min: 0,
          max: 1_000_000,
          width: "sm",
        }),
        ask.shortText("foundry_risk", ["受限情况和备选", "Restrictions, and alternatives"], {
          min: 2,
          max: 120,
          secondary: true,
        }),
      ],
    }),
    ask.longText("packaging_sources", ["封装测试来源", "Packaging and test"], {
      min: 20,
      max: 400,
      rows: 3,
      help: [
        "合作厂、封装形式、测试平台，哪些可以放到山西。",
        "Partners, packages and testers, and which could be in Shanxi.",
      ],
    }),
  ],
};

function revenueWithin(year: number): RuleData {
  const stated: Condition = { at: { of: "statements", row: String(year), column: "ic_revenue" } };
  return {
    key: `chips_within_${year}`,
    level: "error",
    at: [`chip_revenue/chip_${year}`],
    holds: { le: [chipsIn(year), { add: [stated, 0.01] }] },
    params: { chips: { value: chipsIn(year), as: "money" }, stated: { value: stated, as: "money" } },
    message: text(
      `${year}年各芯片收入合计{chips}，多于财务报表中的集成电路相关收入{stated}。`,
      `Chips add up to {chips} in ${year}, above the IC-related revenue of {stated} in the statements.`,
    ),
    summary: text(`${year}年芯片收入多于报表`, `${year}: more chip revenue than in the statements`),
  };
}

function ownDesignMatches(year: number): RuleData {
  const own = chipsIn(year, when.cellYes("chip_own"));
  const stated: Condition = { at: { of: "statements", row: String(year), column: "own_design_revenue" } };
  return {
    key: "own_design_matches",
    level: "warning",
    at: ["chip_revenue/chip_own"],
    when: { gt: [stated, 0] },
    holds: { le: [{ abs: { subtract: [own, stated] } }, { multiply: [stated, 0.1] }] },
    params: { own: { value: own, as: "money" }, stated: { value: stated, as: "money" } },
    message: text(
      `${year}年自主设计的芯片收入合计{own}，财务报表中的自主设计收入是{stated}，相差超过10%。`,
      `Own designs add up to {own} in ${year}; own-design revenue in the statements is {stated}: more than 10% apart.`,
    ),
  };
}

const foundryRules: RuleData[] = [
  {
    key: "foundry_in_china",
    level: "warning",
    at: ["foundries/foundry_origin"],
    when: { answered: ref("foundries") },
    holds: { any: { of: "foundries", where: when.cellIs("foundry_origin", "cn") } },
    message: text(
      "代工厂都在境外。请在“受限情况和备选”中写明境内备选工艺和迁移时间。",
      "All foundries are abroad. Say under “Restrictions, and alternatives” which process in China would do, and how long the move takes.",
    ),
  },
  {
    key: "foundry_open",
    level: "warning",
    at: ["foundries/foundry_access"],
    when: { answered: ref("foundries") },
    holds: { any: { of: "foundries", where: when.cellIn("foundry_access", ["customer", "mpw", "agreed"]) } },
    message: text(
      "还没有一家代工厂签约。评审会看产能是否有着落。",
      "No foundry has signed yet. Reviewers look at whether wafers can be had.",
    ),
  },
];

/** What call C2 asks of the chips themselves. */
export const chipDesign = ({ years }: { years: readonly number[] }): SectionData => ({
  key: "design",
  title: text("芯片与代工", "Chips and foundries"),
  notes: [
    text(
      "金额与审计报告口径一致，代销的收入不算芯片收入。",
      "Figures as audited; goods sold for others are not chip revenue.",
    ),
    text("芯片名称可以用型号或代号。", "Chips may be given by type or code name."),
  ],
  groups: [revenue(years), foundries],
  rules: [...years.map(revenueWithin), ownDesignMatches(years.at(-1) ?? 0), ...foundryRules],
});
