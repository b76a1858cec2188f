import { ask, options, text } from "../ask.ts";
import type { Condition, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import { bankCaseRules, minimumTotal } from "./bank-case-rules.ts";
import { feasibility } from "./feasibility.ts";

const keyProjectLevels = options([
  ["national", "国家重大项目", "National major project"],
  ["provincial", "省级重点项目", "Provincial key project"],
  ["city", "市级重点项目", "City key project"],
  ["none", "未列入", "Not listed"],
]);

const projectStages = options([
  ["preparation", "前期准备", "Preparation"],
  ["approved", "手续齐备，待开工", "Permits in place, not started"],
  ["building", "在建", "Under construction"],
  ["commissioning", "调试投产", "Commissioning"],
  ["running", "已投产，扩能或流动资金", "Running: expansion or working capital"],
]);

const repaymentSources = options([
  ["project", "项目经营现金流", "Cash flow of the project"],
  ["company", "企业其他经营现金流", "Other cash flow of the company"],
  ["receivables", "应收账款回款", "Receivables"],
  ["shareholders", "股东投入", "Shareholders’ capital"],
  ["refinancing", "后续融资", "Later financing"],
]);

const repaymentMethods = options([
  ["equal_principal", "等额还本", "Equal instalments of principal"],
  ["stepped", "按投产进度递增还本", "Principal rising with output"],
  ["bullet", "到期一次还本", "Principal at the end"],
  ["revolving", "循环使用，随借随还", "Revolving"],
]);

const collateralKinds = options([
  ["land", "土地使用权", "Land-use right"],
  ["plant", "厂房", "Plant"],
  ["equipment", "设备", "Equipment"],
  ["receivables", "应收账款", "Receivables"],
  ["ip", "知识产权", "Intellectual property"],
  ["shares", "股权", "Shares"],
  ["deposit", "保证金或存单", "Deposit"],
]);

const collateralStates = options([
  ["free", "无他项权利", "Free of other rights"],
  ["partly", "部分已抵押或质押", "Partly mortgaged or pledged"],
  ["future", "建成或购入后办理", "Once built or bought"],
]);

const guarantorKinds = options([
  ["parent", "控股股东", "Controlling shareholder"],
  ["company", "其他企业", "Another company"],
  ["institution", "担保公司", "Guarantee company"],
  ["person", "自然人", "A person"],
]);

const talkStages = options([
  ["contacted", "已联系", "In contact"],
  ["due_diligence", "银行尽调", "Bank’s due diligence"],
  ["approving", "审批中", "In approval"],
  ["approved", "已批复", "Approved"],
  ["declined", "未通过", "Declined"],
]);

const ref = (key: string) => ({ ref: key });
const cell = (column: string) => ({ cell: column });
const due: Condition = {
  add: [{ coalesce: [cell("principal"), 0] }, { coalesce: [cell("interest"), 0] }],
};

/** What a bank reads first (call C12): how far the project is, what pays the loan back, and what secures it. */
export const bankCase: SectionData = {
  key: "bank_case",
  title: text("还款来源与担保", "Repayment and security"),
  opensWhen: { answered: ref("loan_amount") },
  opensHint: text("先填“资金需求”中的贷款", "Fill in the loan under “Funding request” first"),
  notes: [
    text(
      `本专题面向总投资${minimumTotal / 10000}亿元以上的项目。银行独立审批，基金不放贷、不担保。`,
      `This call is for projects of RMB ${minimumTotal / 100} million or more. Banks decide alone; the fund neither lends nor guarantees.`,
    ),
    text(
      "偿债测算与财务模型（A04）一致，按谨慎的产量和价格填。",
      "Debt service as in the financial model (A04), on cautious volumes and prices.",
    ),
    text(
      "银行看到的是您在提交时单独同意提供的部分，不含技术秘密和团队个人信息。",
      "Banks see only what you agree to share when you submit: no trade secrets, no personal data of the team.",
    ),
  ],
  groups: [
    {
      key: "project_state",
      title: text("项目地位与进度", "Standing and progress"),
      questions: [
        ask.choice("key_project", ["重点项目级别", "Key project list"], keyProjectLevels, {
          display: "radio",
        }),
        ask.shortText("key_project_no", ["重点项目编号或文件", "Number or document of the listing"], {
          min: 4,
          max: 80,
          visibleWhen: when.isOneOf("key_project", ["national", "provincial", "city"]),
          example: ["2026年省级重点工程第88号（示例）", "Provincial key projects 2026, no. 88 (example)"],
        }),
        ask.choice("project_stage", ["项目阶段", "Stage of the project"], projectStages, {
          display: "select",
        }),
        ask.money("invested_so_far", ["已完成投资", "Invested so far"], {
          help: ["截至最近一个月末，含预付设备款。", "To the end of the latest month, with prepayments."],
        }),
        ask.computed("progress", ["完成比例", "Part completed"], "percent", {
          multiply: [{ divide: [ref("invested_so_far"), ref("total_investment")] }, 100],
        }),
      ],
    },
    feasibility(),
    {
      key: "repayment",
      title: text("用款与还款", "Drawing and repaying"),
      questions: [
        ask.month("first_drawdown", ["首次提款", "First drawdown"], { example: ["2027年3月", "2027-03"] }),
        ask.integer("grace_months", ["宽限期", "Grace period"], {
          min: 0,
          max: 60,
          unit: text("个月", "months"),
          help: ["只付息、不还本的时间。没有的填0。", "Interest only, no principal. 0 if none."],
        }),
        ask.choice("repayment_method", ["还款方式", "Repayment"], repaymentMethods, { display: "radio" }),
        ask.multiChoice("repayment_sources", ["还款来源", "Sources of repayment"], repaymentSources, {
          min: 1,
        }),
        ask.table("debt_service", ["偿债测算", "Debt service"], {
          help: [
            "从首次提款的年份填到还清的年份，一年一行。可用于偿债的现金＝经营现金流＋折旧摊销后的净额，已扣税。",
            "A row a year, from the first drawdown until all is repaid. Cash available is after tax and running costs.",
          ],
          rowName: ["年度", "year"],
          addLabel: ["添加一年", "Add a year"],
          minRows: 1,
          maxRows: 16,
          totals: ["available", "principal", "interest"],
          columns: [
            ask.integer("service_year", ["年度", "Year"], { min: 2026, max: 2045, width: "xs" }),
            ask.money("available", ["可用于偿债的现金", "Cash available"], { width: "md" }),
            ask.money("principal", ["还本", "Principal"], { width: "sm" }),
            ask.money("interest", ["付息", "Interest"], { width: "sm" }),
            ask.computed(
              "cover",
              ["偿债备付率", "Cover"],
              "decimal",
              { round: [{ divide: [cell("available"), due] }, 2] },
              { width: "xs" },
            ),
          ],
        }),
        ask.computed(
          "lowest_cover",
          ["还本各年中最低的偿债备付率", "Lowest cover while principal is repaid"],
          "decimal",
          {
            min: { of: "debt_service", value: cell("cover"), where: { gt: [cell("principal"), 0] } },
          },
        ),
        ask.longText("repayment_text", ["测算假设和落空时的办法", "Assumptions, and what if they fail"], {
          min: 100,
          max: 1000,
          rows: 6,
          help: [
            "100–1000字。产量、价格、利率的假设；推迟两个季度时用什么还款。",
            "300–3,000 characters. Volumes, prices and rates assumed; what pays if output is two quarters late.",
          ],
        }),
      ],
    },
    {
      key: "security",
      title: text("担保", "Security"),
      help: text(
        "与“资金需求”中选的担保方式对应。选信用的可以不填。",
        "In line with the security chosen under “Funding request”. May be left empty for unsecured loans.",
      ),
      questions: [
        ask.table("collateral", ["抵押物和质押物", "Collateral"], {
          required: when.includesAny("loan_security", ["mortgage", "pledge", "ip_pledge"]),
          visibleWhen: when.includesAny("loan_security", ["mortgage", "pledge", "ip_pledge"]),
          rowName: ["抵押物或质押物", "item"],
          addLabel: ["添加一项", "Add an item"],
          minRows: 1,
          maxRows: 30,
          totals: ["appraised", "lendable"],
          columns: [
            ask.choice("collateral_kind", ["种类", "Kind"], collateralKinds, {
              display: "select",
              width: "sm",
            }),
            ask.shortText("collateral_item", ["名称和权证", "Item and title"], {
              min: 4,
              max: 120,
              width: "lg",
            }),
            ask.money("appraised", ["评估或账面价值", "Value"], { width: "sm" }),
            ask.percent("lending_rate", ["抵押率", "Lending rate"], { places: 1, max: 100, width: "xs" }),
            ask.computed(
              "lendable",
              ["可担保金额", "Secures"],
              "money",
              { multiply: [cell("appraised"), { divide: [cell("lending_rate"), 100] }] },
              { width: "sm" },
            ),
            ask.choice("collateral_state", ["权利状况", "Rights on it"], collateralStates, {
              display: "select",
              secondary: true,
            }),
          ],
        }),
        ask.table("guarantors", ["保证人", "Guarantors"], {
          required: when.includes("loan_security", "guarantee"),
          visibleWhen: when.includes("loan_security", "guarantee"),
          rowName: ["保证人", "guarantor"],
          addLabel: ["添加一位保证人", "Add a guarantor"],
          minRows: 1,
          maxRows: 10,
          totals: ["guaranteed"],
          columns: [
            ask.shortText("guarantor", ["保证人", "Guarantor"], { min: 2, max: 80, width: "lg" }),
            ask.choice("guarantor_kind", ["性质", "Kind"], guarantorKinds, {
              display: "select",
              width: "sm",
            }),
            ask.money("guaranteed", ["保证金额", "Amount"], { width: "sm" }),
            ask.yesNo("guarantor_agreed", ["已书面同意", "Agreed in writing"], { width: "xs" }),
          ],
        }),
        ask.computed(
          "security_cover",
          ["担保占贷款", "Security to loan"],
          "percent",
          {
            multiply: [
              {
                divide: [
                  {
                    add: [
                      { coalesce: [{ sum: { of: "collateral", value: cell("lendable") } }, 0] },
                      { coalesce: [{ sum: { of: "guarantors", value: cell("guaranteed") } }, 0] },
                    ],
                  },
                  ref("loan_amount"),
                ],
              },
              100,
            ],
          },
          {
            visibleWhen: when.includesAny("loan_security", ["mortgage", "pledge", "ip_pledge", "guarantee"]),
          },
        ),
      ],
    },
    {
      key: "credit",
      title: text("信用与对接", "Credit and banks"),
      questions: [
        ask.yesNo(
          "overdue_loans",
          [
            "近五年贷款有过逾期、展期或借新还旧吗？",
            "Any loan overdue, extended or rolled over in the last five years?",
          ],
          { short: ["贷款逾期或展期", "Loans overdue or extended"] },
        ),
        ask.longText("overdue_loans_text", ["经过和结果", "What happened, and the outcome"], {
          short: ["逾期或展期说明", "Overdue or extended, explained"],
          min: 20,
          max: 500,
          rows: 3,
          visibleWhen: when.yes("overdue_loans"),
        }),
        ask.money("guarantees_given", ["对外担保余额", "Guarantees given to others"], {
          help: ["没有的填0。", "0 if none."],
        }),
        ask.table("bank_talks", ["已对接的银行", "Banks already spoken to"], {
          required: false,
          rowName: ["银行", "bank"],
          addLabel: ["添加一家银行", "Add a bank"],
          maxRows: 15,
          columns: [
            ask.shortText("talk_bank", ["银行和分支", "Bank and branch"], { min: 4, max: 80, width: "lg" }),
            ask.choice("talk_stage", ["进度", "Stage"], talkStages, { display: "select", width: "sm" }),
            ask.money("talk_amount", ["金额", "Amount"], { width: "sm", required: false }),
            ask.month("talk_month", ["时间", "Date"], { width: "sm" }),
            ask.shortText("talk_feedback", ["银行意见", "What the bank said"], {
              max: 200,
              required: false,
              secondary: true,
            }),
          ],
        }),
        ask.longText("bank_needs", ["需要协调的事", "Help needed"], {
          max: 500,
          rows: 3,
          required: false,
          help: [
            "如贴息、担保增信、抵押登记、银团。",
            "Such as interest subsidy, credit support, registration, a syndicate.",
          ],
        }),
      ],
    },
  ],
  rules: bankCaseRules,
};
