import { ask, options, text } from "../ask.ts";
import type { Condition, RuleData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";

const fundStates = options([
  ["investing", "投资期", "Investing"],
  ["exiting", "退出期", "Exiting"],
  ["closed", "已清算", "Closed"],
]);

const dealStages = options([
  ["seed", "种子期", "Seed"],
  ["early", "初创期", "Early"],
  ["growth", "成长期", "Growth"],
  ["mature", "成熟期和上市前", "Mature and pre-IPO"],
]);

const dealExits = options([
  ["holding", "仍持有", "Still held"],
  ["partly", "部分退出", "Partly exited"],
  ["ipo", "上市退出", "Exited by IPO"],
  ["merger", "并购退出", "Exited by merger"],
  ["transfer", "转让退出", "Exited by transfer"],
  ["written_off", "核销", "Written off"],
]);

const roles = options([
  ["partner", "合伙人", "Partner"],
  ["investment", "投资负责人", "Head of investment"],
  ["risk", "风控负责人", "Head of risk"],
  ["industry", "产业专家", "Industry expert"],
]);

/** Reference points of a Shanxi fund of 2025, in 万元; informative, never a gate. */
const paidInReference = 1_000;
const managedReference = 500_000;

const ref = (key: string) => ({ ref: key });
const cell = (column: string) => ({ cell: column });
const sumOf = (column: string, where?: Condition): Condition => ({
  sum: { of: "deals", value: cell(column), ...(where === undefined ? {} : { where }) },
});
const gone = when.cellIn("deal_exit", ["partly", "ipo", "merger", "transfer", "written_off"]);

const rules: RuleData[] = [
  {
    key: "dpi_within_tvpi",
    level: "error",
    forEach: "past_funds",
    at: ["past_dpi", "past_tvpi"],
    holds: { le: [cell("past_dpi"), cell("past_tvpi")] },
    message: text(
      "第{row}只基金的DPI大于TVPI。TVPI包含已分配的部分。",
      "Fund {row}: DPI exceeds TVPI, which includes what was distributed.",
    ),
  },
  {
    key: "received_when_exited",
    level: "error",
    forEach: "deals",
    at: ["deal_received", "deal_exit"],
    when: when.cellIn("deal_exit", ["ipo", "merger", "transfer"]),
    holds: { gt: [cell("deal_received"), 0] },
    message: text("第{row}个项目已退出，回收金额却是0。", "Deal {row} was exited, yet nothing was received."),
  },
  {
    key: "deal_in_the_past",
    level: "error",
    forEach: "deals",
    at: ["deal_month"],
    holds: { le: [cell("deal_month"), { today: true }] },
    message: text("第{row}个项目的投资时间在以后。", "Deal {row} lies in the future."),
  },
  {
    key: "some_exits",
    level: "warning",
    at: ["exits"],
    when: { answered: ref("deals") },
    holds: { ge: [ref("exits"), 1] },
    message: text(
      "还没有退出项目。本专题看重退出业绩，请说明在投项目的进展。",
      "No exits yet. This call looks at exits; say how the deals held are getting on.",
    ),
  },
  {
    key: "mostly_semiconductors",
    level: "warning",
    at: ["deals/deal_ic"],
    when: { answered: ref("deals") },
    holds: {
      ge: [
        { multiply: [{ count: { of: "deals", where: when.cellYes("deal_ic") } }, 2] },
        { count: { of: "deals" } },
      ],
    },
    message: text(
      "列出的项目中半导体项目不到一半。",
      "Less than half of the deals listed are in semiconductors.",
    ),
  },
  {
    key: "manager_paid_in",
    level: "warning",
    at: ["manager_paid_in"],
    holds: { ge: [ref("manager_paid_in"), paidInReference] },
    message: text(
      "管理机构实缴资本不到1,000万元，低于省内同类基金的参考值。",
      "The manager’s paid-in capital is below RMB 10 million, the usual level of funds here.",
    ),
  },
  {
    key: "manager_assets",
    level: "warning",
    at: ["managed_assets"],
    holds: { ge: [ref("managed_assets"), managedReference] },
    message: text(
      "实缴管理规模不到50亿元，低于省内同类基金的参考值。",
      "Paid-in assets under management are below RMB 5 billion, the usual level of funds here.",
    ),
  },
];

/** Domain S: who manages, and what became of the money before. */
export const trackRecord: SectionData = {
  key: "track_record",
  title: text("管理机构与历史业绩", "The manager and its record"),
  notes: [
    text(
      "业绩截至最近一个季度末，按扣除管理费和收益分成后的净值口径。",
      "Figures at the end of the latest quarter, net of fees and carry.",
    ),
    text(
      "DPI＝已分配÷实缴，TVPI＝（已分配＋净值）÷实缴。",
      "DPI = distributed / paid in; TVPI = (distributed + net value) / paid in.",
    ),
  ],
  groups: [
    {
      key: "manager",
      title: text("管理机构", "The manager"),
      questions: [
        ask.yesNo(
          "applicant_manages",
          ["申报企业就是基金管理人吗？", "Is the applicant itself the manager?"],
          {
            short: ["申报企业为管理人", "The applicant is the manager"],
          },
        ),
        ask.shortText("manager_name", ["管理机构名称", "Name of the manager"], {
          min: 4,
          max: 80,
          visibleWhen: { eq: [ref("applicant_manages"), false] },
        }),
        ask.uscc("manager_uscc", ["管理机构统一社会信用代码", "USCC of the manager"], {
          startsWith: ["91"],
          visibleWhen: { eq: [ref("applicant_manages"), false] },
        }),
        ask.shortText("amac_no", ["协会登记编号", "AMAC registration no."], {
          min: 8,
          max: 8,
          help: ["P加7位数字。", "P and seven digits."],
          example: ["P1000000", "P1000000"],
        }),
        ask.date("amac_date", ["登记日期", "Registered on"], { notAfter: "today" }),
        ask.money("manager_paid_in", ["实缴资本", "Paid-in capital"], {}),
        ask.money("managed_assets", ["实缴管理规模", "Paid-in assets under management"], {}),
        ask.money("managed_ic_assets", ["其中投向半导体", "of which in semiconductors"], {
          short: ["投向半导体的规模", "Assets in semiconductors"],
        }),
        ask.yesNo(
          "manager_penalties",
          [
            "近三年受过监管措施、纪律处分或重大诉讼吗？",
            "Any regulatory measures, sanctions or major lawsuits in three years?",
          ],
          { short: ["监管措施或诉讼", "Sanctions or lawsuits"] },
        ),
        ask.longText("manager_penalties_text", ["内容和整改", "What, and how it was remedied"], {
          short: ["监管措施或诉讼说明", "Sanctions or lawsuits, explained"],
          min: 20,
          max: 500,
          rows: 3,
          visibleWhen: when.yes("manager_penalties"),
        }),
      ],
    },
    {
      key: "past_funds",
      title: text("管理过的基金", "Funds managed"),
      questions: [
        ask.table("past_funds", ["管理过的基金", "Funds managed"], {
          rowName: ["基金", "fund"],
          addLabel: ["添加一只基金", "Add a fund"],
          minRows: 1,
          maxRows: 20,
          totals: ["past_size"],
          columns: [
            ask.shortText("past_fund", ["基金", "Fund"], { min: 2, max: 80, width: "lg" }),
            ask.integer("past_vintage", ["设立年份", "Vintage"], { min: 2000, max: 2026, width: "xs" }),
            ask.money("past_size", ["实缴规模", "Paid in"], { width: "sm" }),
            ask.decimal("past_dpi", ["DPI", "DPI"], { min: 0, max: 100, places: 2, width: "xs" }),
            ask.decimal("past_tvpi", ["TVPI", "TVPI"], { min: 0, max: 100, places: 2, width: "xs" }),
            ask.percent("past_irr", ["净IRR", "Net IRR"], { min: -100, max: 1000, places: 1, width: "xs" }),
            ask.choice("past_state", ["状态", "State"], fundStates, { display: "select", width: "sm" }),
          ],
        }),
      ],
    },
    {
      key: "deals",
      title: text("投资与退出", "Investments and exits"),
      questions: [
        ask.table("deals", ["代表项目", "Deals"], {
          help: [
            "至少5个，含已退出的和不成功的。未公开的项目可以写代号。",
            "At least 5, exits and failures included. Undisclosed ones may be given by a code.",
          ],
          rowName: ["项目", "deal"],
          addLabel: ["添加一个项目", "Add a deal"],
          layout: "cards",
          minRows: 5,
          maxRows: 60,
          totals: ["deal_amount", "deal_received", "deal_value"],
          columns: [
            ask.shortText("deal", ["项目", "Deal"], { min: 2, max: 60, width: "lg" }),
            ask.month("deal_month", ["投资时间", "Invested"], { width: "sm" }),
            ask.choice("deal_stage", ["阶段", "Stage"], dealStages, { display: "select", width: "sm" }),
            ask.yesNo("deal_ic", ["半导体", "Semiconductors"], { width: "xs" }),
            ask.money("deal_amount", ["投资额", "Invested"], { short: ["投资额", "Amount"], width: "sm" }),
            ask.choice("deal_exit", ["退出", "Exit"], dealExits, { display: "select", width: "sm" }),
            ask.money("deal_received", ["已回收", "Received"], { width: "sm" }),
            ask.money("deal_value", ["剩余价值", "Value left"], { width: "sm" }),
            ask.computed(
              "deal_moic",
              ["回报倍数", "MOIC"],
              "decimal",
              {
                round: [
                  { divide: [{ add: [cell("deal_received"), cell("deal_value")] }, cell("deal_amount")] },
                  2,
                ],
              },
              { width: "xs" },
            ),
          ],
        }),
        ask.computed("exits", ["有回收的项目数", "Deals with an exit"], "integer", {
          count: { of: "deals", where: gone },
        }),
        ask.computed("deals_dpi", ["代表项目已回收倍数", "Received, times invested"], "decimal", {
          round: [{ divide: [sumOf("deal_received"), sumOf("deal_amount")] }, 2],
        }),
        ask.computed("deals_moic", ["代表项目回报倍数", "MOIC of the deals"], "decimal", {
          round: [
            { divide: [{ add: [sumOf("deal_received"), sumOf("deal_value")] }, sumOf("deal_amount")] },
            2,
          ],
        }),
        ask.longText("record_text", ["业绩说明和教训", "The record and its lessons"], {
          min: 100,
          max: 1000,
          rows: 6,
          help: [
            "100–1000字。哪些项目创造了主要回报，失败项目学到什么，为被投企业做了什么。",
            "300–3,000 characters. Which deals made the returns, what the failures taught, what you did for the companies.",
          ],
        }),
      ],
    },
    {
      key: "key_persons",
      title: text("关键人士", "Key persons"),
      questions: [
        ask.table("key_persons", ["关键人士", "Key persons"], {
          help: [
            "写入关键人条款的人，至少3位，与“核心团队”中的姓名一致。",
            "Those named in the key-person clause, at least 3, by the names under “Core team”.",
          ],
          rowName: ["关键人士", "key person"],
          addLabel: ["添加一位关键人士", "Add a key person"],
          minRows: 3,
          maxRows: 10,
          columns: [
            ask.shortText("person", ["姓名", "Name"], { min: 2, max: 40, width: "sm" }),
            ask.choice("person_role", ["角色", "Role"], roles, { display: "select", width: "sm" }),
            ask.integer("investing_years", ["投资年限", "Years investing"], { min: 0, max: 50, width: "xs" }),
            ask.integer("together_years", ["共事年限", "Years together"], { min: 0, max: 50, width: "xs" }),
            ask.percent("time_share", ["投入时间", "Time given"], { places: 0, max: 100, width: "xs" }),
            ask.integer("deals_led", ["主投项目", "Deals led"], { min: 0, max: 200, width: "xs" }),
            ask.integer("exits_led", ["主导退出", "Exits led"], { min: 0, max: 200, width: "xs" }),
          ],
        }),
      ],
    },
  ],
  rules: [
    ...rules,
    {
      key: "time_given",
      level: "warning",
      forEach: "key_persons",
      at: ["time_share"],
      holds: { ge: [cell("time_share"), 50] },
      message: text(
        "第{row}位关键人士投入时间不到一半。",
        "Key person {row} gives less than half of the working time.",
      ),
    },
    {
      key: "exits_within_deals",
      level: "error",
      forEach: "key_persons",
      at: ["exits_led", "deals_led"],
      holds: { le: [cell("exits_led"), cell("deals_led")] },
      message: text("第{row}位关键人士的退出数多于主投数。", "Key person {row}: more exits than deals led."),
    },
  ],
};
