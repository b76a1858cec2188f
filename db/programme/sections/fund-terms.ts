import { ask, options, text } from "../ask.ts";
import type { RuleData, SectionData } from "../programme-types.ts";

const feeBases = options([
  ["committed", "认缴额", "Commitments"],
  ["paid_in", "实缴额", "Paid-in capital"],
  ["invested", "在投本金", "Capital invested"],
]);

const waterfalls = options([
  ["european", "先还全部本金，再分收益（整体）", "All capital first, then profit (whole fund)"],
  ["american", "按项目分配", "Deal by deal"],
]);

const reports = options([
  ["quarterly", "季度报告", "Quarterly reports"],
  ["annual_audit", "年度审计", "Annual audit"],
  ["valuation", "半年估值", "Half-yearly valuation"],
  ["events", "重大事项及时报告", "Major events at once"],
]);

const ref = (key: string) => ({ ref: key });

const rules: RuleData[] = [
  {
    key: "fee_high",
    level: "warning",
    at: ["management_fee"],
    holds: { le: [ref("management_fee"), 2] },
    message: text("投资期管理费超过每年2%。", "The fee while investing is above 2% a year."),
  },
  {
    key: "fee_falls",
    level: "warning",
    at: ["management_fee_later", "management_fee"],
    holds: { le: [ref("management_fee_later"), ref("management_fee")] },
    message: text("退出期管理费高于投资期。", "The fee is higher once investing is over."),
  },
  {
    key: "hurdle_low",
    level: "warning",
    at: ["hurdle"],
    holds: { ge: [ref("hurdle"), 6] },
    message: text("门槛收益低于每年6%。一般为6%到8%。", "The hurdle is below 6% a year; 6 to 8% is usual."),
  },
  {
    key: "carry_high",
    level: "warning",
    at: ["carry"],
    holds: { le: [ref("carry"), 20] },
    message: text("收益分成超过20%。", "Carry is above 20%."),
  },
  {
    key: "pass_votes_within",
    level: "error",
    at: ["committee_pass", "committee_seats"],
    holds: { le: [ref("committee_pass"), ref("committee_seats")] },
    message: text("通过所需票数多于席位。", "More votes are needed than there are seats."),
  },
  {
    key: "more_than_half",
    level: "warning",
    at: ["committee_pass"],
    holds: { gt: [{ multiply: [ref("committee_pass"), 2] }, ref("committee_seats")] },
    message: text("不到半数就能通过。", "A proposal passes with half of the votes or fewer."),
  },
  {
    key: "no_nested_layers",
    level: "error",
    at: ["nested_layers"],
    holds: { eq: [ref("nested_layers"), false] },
    message: text(
      "本基金不出资多层嵌套的子基金。请把架构改为直接投向企业。",
      "The fund joins no nested funds. Let the sub-fund invest in companies directly.",
    ),
    summary: text("子基金不得多层嵌套", "No nested funds"),
  },
  {
    key: "no_guarantees",
    level: "error",
    at: ["guaranteed_terms"],
    holds: { eq: [ref("guaranteed_terms"), false] },
    message: text(
      "保本、固定回报、回购承诺或优先级安排属于名股实债，本基金不能参与（F10）。",
      "Guaranteed principal, fixed return, buy-back promises and senior tranches are debt in disguise; the fund cannot take part (F10).",
    ),
    summary: text("不得有名股实债安排", "No debt disguised as equity"),
  },
];

/** Domain S: what it costs, who decides, and what happens when things go wrong. */
export const fundTerms: SectionData = {
  key: "terms",
  title: text("条款与治理", "Terms and governance"),
  notes: [
    text("以合伙协议草案（A20）为准，两处一致。", "As in the draft partnership agreement (A20)."),
    text("可以约定让利，属自愿。", "Concessions of profit may be agreed; they are voluntary."),
  ],
  groups: [
    {
      key: "economics",
      title: text("费用与收益", "Fees and profit"),
      questions: [
        ask.percent("management_fee", ["投资期管理费（每年）", "Fee while investing, a year"], {
          places: 2,
          max: 10,
        }),
        ask.percent("management_fee_later", ["退出期管理费（每年）", "Fee afterwards, a year"], {
          places: 2,
          max: 10,
        }),
        ask.choice("fee_basis", ["计费基数", "Charged on"], feeBases, { display: "radio" }),
        ask.percent("hurdle", ["门槛收益率（每年）", "Hurdle, a year"], { places: 2, max: 30 }),
        ask.percent("carry", ["收益分成", "Carry"], { places: 1, max: 50 }),
        ask.choice("waterfall", ["分配顺序", "Order of distribution"], waterfalls, { display: "radio" }),
        ask.yesNo("clawback", ["有回拨条款吗？", "Is there a clawback?"], {
          short: ["回拨条款", "Clawback"],
        }),
        ask.longText("profit_concession", ["让利安排", "Concession of profit"], {
          max: 400,
          rows: 3,
          required: false,
        }),
      ],
    },
    {
      key: "governance",
      title: text("治理", "Governance"),
      questions: [
        ask.integer("committee_seats", ["投委会席位", "Seats on the investment committee"], {
          min: 3,
          max: 15,
        }),
        ask.integer("committee_outside", ["其中外部委员", "of which from outside"], {
          min: 0,
          max: 15,
          short: ["外部委员", "Outside members"],
        }),
        ask.integer("committee_pass", ["通过所需票数", "Votes needed"], { min: 1, max: 15 }),
        ask.yesNo("fund_observer", ["本基金可派观察员吗？", "May the fund send an observer?"], {
          short: ["观察员", "Observer"],
        }),
        ask.longText("key_person_terms", ["关键人条款", "Key-person clause"], {
          min: 50,
          max: 600,
          rows: 4,
          help: ["触发条件、暂停投资、替换程序。", "What triggers it, suspension of investing, replacement."],
        }),
        ask.longText("removal_terms", ["管理人更换和提前终止", "Removal of the manager, and early end"], {
          min: 50,
          max: 600,
          rows: 4,
          help: ["有过错和无过错更换的表决比例。", "Votes needed for removal with and without cause."],
        }),
        ask.longText("conflict_policy", ["利益冲突制度", "Conflicts of interest"], {
          min: 50,
          max: 800,
          rows: 5,
          help: [
            "同业基金的项目分配、关联交易、跟投、回避。",
            "Allocation among funds of the manager, related deals, co-investment, abstaining.",
          ],
        }),
        ask.shortText("custody_bank", ["托管银行", "Custody bank"], { min: 4, max: 60 }),
        ask.multiChoice("reporting", ["信息披露", "Reporting"], reports, { min: 1 }),
      ],
    },
    {
      key: "prohibited",
      title: text("不得有的安排", "What must not be"),
      questions: [
        ask.yesNo(
          "nested_layers",
          ["子基金还会再投其他基金吗？", "Will the sub-fund invest in other funds?"],
          {
            short: ["多层嵌套", "Nested funds"],
          },
        ),
        ask.yesNo(
          "guaranteed_terms",
          [
            "有保本、固定回报、回购承诺或优先级安排吗？",
            "Is there guaranteed principal, fixed return, a buy-back promise or a senior tranche?",
          ],
          { short: ["保本或优先级安排", "Guarantees or senior tranche"] },
        ),
      ],
    },
  ],
  rules,
};
