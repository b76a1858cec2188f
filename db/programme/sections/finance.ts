import { ask, options, text } from "../ask.ts";
import type { Condition, Pair, QuestionData, SectionData } from "../programme-types.ts";
import { encouraged } from "./encouraged.ts";
import { financeRules, within } from "./finance-rules.ts";

const opinions = options([
  ["unqualified", "无保留意见", "Unqualified"],
  ["qualified", "保留意见", "Qualified"],
  ["adverse", "否定意见", "Adverse"],
  ["disclaimer", "无法表示意见", "Disclaimer"],
]);

const amount = (key: string, zh: string, en: string): QuestionData => ask.money(key, [zh, en]);
const signed = (key: string, zh: string, en: string): QuestionData =>
  ask.money(key, [zh, en], { allowNegative: true });

const isFullYear: Condition = { ne: [{ cell: "id" }, "latest"] };
const ratio = (part: string, whole: string): Condition => ({
  multiply: [{ divide: [{ cell: part }, { cell: whole }] }, 100],
});

const inSentence = (label: string): string => label.slice(0, 1).toLowerCase() + label.slice(1);

type Finance = {
  years: readonly number[];
  /** Parts of the IC-related revenue that the call asks for by themselves. */
  partsOfRevenue?: { key: string; label: Pair; visibleWhen?: Condition }[];
  /** Which conditions for encouraged companies are checked along. */
  encouraged?: keyof typeof encouraged;
  encouragedWhen?: Condition;
};

/** Domain I: three completed years before the call opens and the latest month. */
export const finance = ({
  years,
  partsOfRevenue = [],
  encouraged: kind,
  encouragedWhen,
}: Finance): SectionData => ({
  key: "finance",
  title: text("财务报表", "Financial statements"),
  intro: text(
    `填${years[0]}–${years.at(-1)}年和最近一期。成立不满三年的，从成立当年填起。`,
    `${years[0]}–${years.at(-1)} and the latest period. If founded since, start with the year of founding.`,
  ),
  notes: [
    text(
      "与审计报告一致，单位万元。亏损和净流出前加“-”。",
      "As in the audit reports, in RMB 10k. Put “-” before losses and outflows.",
    ),
    text(
      "资产总额应等于负债合计加净资产，允许相差1万元。",
      "Total assets should equal liabilities plus net assets, within RMB 10,000.",
    ),
  ],
  groups: [
    {
      key: "statements",
      questions: [
        ask.month("latest_month", ["最近一期截至", "Latest period up to"], {
          help: ["申报前三个月之内的月末。", "A month-end within three months of applying."],
          example: [`${(years.at(-1) ?? 0) + 1}年10月`, `${(years.at(-1) ?? 0) + 1}-10`],
        }),
        ask.table("statements", ["三年一期", "Three years and the latest period"], {
          layout: "statement",
          rowName: ["期间", "period"],
          addLabel: ["添加期间", "Add a period"],
          maxRows: years.length + 1,
          fixedRows: [
            ...years.map((year) => ({
              id: String(year),
              label: text(`${year}年`, String(year)),
              required: { le: [{ year: { ref: "established_on" } }, year] },
            })),
            { id: "latest", label: text("最近一期", "Latest period") },
          ],
          columns: [
            amount("revenue", "营业收入", "Revenue"),
            ask.money("ic_revenue", ["其中：集成电路相关收入", "of which IC-related"], {
              short: ["集成电路相关收入", "IC-related revenue"],
            }),
            ...partsOfRevenue.map(({ key, label, visibleWhen }) =>
              ask.money(key, [`其中：${label[0]}`, `of which ${inSentence(label[1])}`], {
                short: label,
                ...(visibleWhen === undefined ? {} : { visibleWhen }),
              }),
            ),
            amount("rd_expense", "研发费用", "R&D expense"),
            signed("gross_profit", "毛利", "Gross profit"),
            signed("net_profit", "净利润", "Net profit"),
            signed("net_profit_recurring", "扣除非经常性损益的净利润", "Net profit less non-recurring items"),
            amount("total_assets", "资产总额", "Total assets"),
            amount("total_liabilities", "负债合计", "Total liabilities"),
            signed("net_assets", "净资产", "Net assets"),
            amount("cash", "货币资金", "Cash"),
            signed("operating_cash_flow", "经营活动现金流量净额", "Net cash flow from operations"),
            amount("interest_bearing_debt", "有息负债", "Interest-bearing debt"),
            amount("tax_paid", "实缴税费", "Taxes paid"),
            amount("government_grants", "政府补助", "Government grants"),
            amount("depreciation", "折旧与摊销", "Depreciation and amortisation"),
            ask.computed(
              "debt_ratio",
              ["资产负债率", "Debt ratio"],
              "percent",
              ratio("total_liabilities", "total_assets"),
            ),
            ask.computed(
              "rd_ratio",
              ["研发费用占收入", "R&D to revenue"],
              "percent",
              ratio("rd_expense", "revenue"),
            ),
            ask.yesNo("audited", ["已审计", "Audited"], { required: isFullYear }),
            ask.shortText("audit_firm", ["会计师事务所", "Audit firm"], {
              max: 80,
              visibleWhen: { eq: [{ cell: "audited" }, true] },
            }),
            ask.choice("audit_opinion", ["审计意见", "Opinion"], opinions, {
              display: "select",
              visibleWhen: { eq: [{ cell: "audited" }, true] },
            }),
          ],
        }),
      ],
    },
    {
      key: "remarks",
      title: text("说明", "Explanations"),
      questions: [
        ask.longText("finance_remarks", ["重大变动和未审计的说明", "Large changes, and years not audited"], {
          max: 800,
          rows: 4,
          required: {
            any: { of: "statements", where: { and: [isFullYear, { eq: [{ cell: "audited" }, false] }] } },
          },
          help: [
            "收入、利润、负债变动超过30%的说明原因。有完整年度未经审计的必填。",
            "Explain changes of more than 30% in revenue, profit or debt. Required if a full year was not audited.",
          ],
        }),
      ],
    },
  ],
  ...(kind
    ? {
        advice: [
          {
            ...encouraged[kind](years.at(-1) ?? 0),
            ...(encouragedWhen === undefined ? {} : { visibleWhen: encouragedWhen }),
          },
        ],
      }
    : {}),
  rules: [
    ...financeRules,
    ...partsOfRevenue.map(({ key, label: [zh, en] }) =>
      within(key, "ic_revenue", [zh, "集成电路相关收入"], [inSentence(en), "IC-related revenue"]),
    ),
  ],
});

/** Whether the last period or the last full year shows revenue. */
export const hasRevenueIn = (years: readonly number[]): Condition => ({
  any: {
    of: "statements",
    where: {
      and: [{ in: [{ cell: "id" }, [String(years.at(-1)), "latest"]] }, { gt: [{ cell: "revenue" }, 0] }],
    },
  },
});
