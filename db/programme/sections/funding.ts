import { ask, options, text } from "../ask.ts";
import type { Condition, OptionData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import type { Offer } from "../offer.ts";
import { equity, exit, percentOf, sourceStates } from "./equity.ts";
import { fundingRules } from "./funding-rules.ts";
import { listing } from "./listing.ts";
import { loan } from "./loan.ts";

const useRows: [string, string, string][] = [
  ["land", "土地", "Land"],
  ["plant", "厂房建设", "Plant construction"],
  ["equipment", "设备购置", "Equipment"],
  ["installation", "安装", "Installation"],
  ["rnd", "研发", "R&D"],
  ["mask", "流片·掩膜", "Tape-out and masks"],
  ["eda_ip", "EDA·IP", "EDA and IP"],
  ["staff", "人员", "Staff"],
  ["working_capital", "铺底流动资金", "Initial working capital"],
  ["other", "其他", "Other"],
];

const sourceKinds = options([
  ["own", "自有", "Own funds"],
  ["shareholders", "股东增资", "Shareholders’ capital"],
  ["this_fund", "本基金", "This fund"],
  ["other_funds", "其他基金（跟投）", "Other funds (co-investment)"],
  ["bank", "银行贷款", "Bank loan"],
  ["subsidy", "财政补助", "Public subsidy"],
  ["other", "其他", "Other"],
]);

const publicSources = options([
  ["central", "中央财政", "Central budget"],
  ["provincial", "省级财政", "Provincial budget"],
  ["city", "市县财政", "City or county budget"],
  ["fund", "政府投资基金", "Government fund"],
]);

/** The fund is no source where it takes no shares. */
const kindsFor = (offer: Offer): OptionData[] =>
  offer.equity === undefined ? sourceKinds.filter(({ code }) => code !== "this_fund") : sourceKinds;

const ref = (key: string) => ({ ref: key });
const sourceOf = (...kinds: string[]): Condition => ({
  sum: { of: "sources", value: { cell: "amount" }, where: when.cellIn("kind", kinds) },
});
const otherUse: Condition = { at: { of: "uses", row: "other", column: "total" } };

type Funding = {
  planYears: readonly number[];
  offer: Offer;
  /** Whether the form lists the equipment, which is then compared with what is to be spent on it. */
  equipment?: boolean;
  /** Whether the voluntary listing plan stands here; a call about listing asks for it by itself. */
  listingPlan?: boolean;
};

/** Domain J: what it costs, who pays, and what is asked of the fund. */
export const funding = ({
  planYears,
  offer,
  equipment = true,
  listingPlan = true,
}: Funding): SectionData => ({
  key: "funding",
  title: text("资金需求与估值", "Funding request and valuation"),
  notes: [
    text("项目总投资＝资金用途合计＝资金来源合计。", "Total investment = sum of uses = sum of sources."),
    text(
      "本基金持股不超过30%、不做第一大股东，出资不超过项目总投资的30%。",
      "The fund holds at most 30% of shares and is never the largest holder; it pays at most 30% of the project.",
    ),
    text(
      "任何保本、保收益、固定回报的安排都属于名股实债，不予受理。",
      "Guaranteed principal or fixed return is debt disguised as equity and is not accepted.",
    ),
  ],
  groups: [
    {
      key: "total",
      title: text("投资、用途与来源", "Investment, uses and sources"),
      questions: [
        ask.money("total_investment", ["项目总投资", "Total investment"], {
          help: ["含建设投资和铺底流动资金。", "Construction and initial working capital."],
        }),
        ask.table("uses", ["资金用途", "Uses of funds"], {
          help: ["按年填写，没有的留空。", "By year; leave blank what does not apply."],
          rowName: ["用途", "use"],
          addLabel: ["添加用途", "Add a use"],
          maxRows: useRows.length,
          totals: [...planYears.map((year) => `y${year}`), "total"],
          fixedRows: useRows.map(([id, zh, en]) => ({ id, label: text(zh, en), required: false })),
          columns: [
            ...planYears.map((year, index) => {
              const [zh, en] =
                index === 0
                  ? [`${year}年底前`, `To end ${year}`]
                  : index === planYears.length - 1
                    ? [`${year}年及以后`, `${year} and later`]
                    : [`${year}年`, String(year)];
              return ask.money(`y${year}`, [zh, en], { required: false, width: "xs" });
            }),
            ask.computed(
              "total",
              ["合计", "Total"],
              "money",
              { add: planYears.map((year) => ({ coalesce: [{ cell: `y${year}` }, 0] })) },
              { width: "sm" },
            ),
          ],
        }),
        ask.longText("uses_other_text", ["“其他”用途说明", "What “other” is for"], {
          min: 20,
          max: 300,
          rows: 3,
          visibleWhen: { gt: [otherUse, { multiply: [ref("total_investment"), 0.1] }] },
          help: ["“其他”超过总投资10%的须说明。", "Required when “other” exceeds 10% of the total."],
        }),
        ask.table("sources", ["资金来源", "Sources of funds"], {
          rowName: ["来源", "source"],
          addLabel: ["添加一项来源", "Add a source"],
          minRows: 1,
          maxRows: 30,
          totals: ["amount"],
          columns: [
            ask.choice("kind", ["来源", "Source"], kindsFor(offer), { display: "select", width: "md" }),
            ask.shortText("provider", ["出资方", "Who provides it"], { min: 2, max: 80, width: "lg" }),
            ask.choice("status", ["状态", "Status"], sourceStates, { display: "select", width: "sm" }),
            ask.money("amount", ["金额", "Amount"], { width: "sm" }),
          ],
        }),
        ask.computed(
          "own_share",
          ["自有和股东增资占比", "Own and shareholders’ funds"],
          "percent",
          percentOf(sourceOf("own", "shareholders"), ref("total_investment")),
        ),
        ask.computed(
          "funding_gap",
          ["资金缺口（洽谈中的来源）", "Funding gap (sources still in talks)"],
          "money",
          {
            sum: { of: "sources", value: { cell: "amount" }, where: when.cellIs("status", "negotiating") },
          },
        ),
        ask.longText("funding_gap_plan", ["缺口怎样补足", "How the gap will be closed"], {
          short: ["缺口补足办法", "How the gap will be closed"],
          min: 20,
          max: 500,
          rows: 3,
          visibleWhen: { gt: [ref("funding_gap"), 0] },
          help: ["写明时间、渠道，以及落空时的办法。", "When, from whom, and what happens if it fails."],
        }),
      ],
    },
    ...(offer.equity === undefined ? [] : [equity(offer.equity)]),
    {
      key: "public_money",
      title: text("财政与基金支持", "Public money"),
      questions: [
        ask.yesNo(
          "received_public_money",
          [
            "近五年取得或正在申请财政、政府基金支持吗？",
            "Any public or government fund support received or applied for in the last five years?",
          ],
          {
            short: ["财政与基金支持", "Public money"],
          },
        ),
        ask.table("public_money", ["已取得或正在申请的支持", "Support received or applied for"], {
          visibleWhen: when.yes("received_public_money"),
          rowName: ["支持", "support"],
          addLabel: ["添加一项支持", "Add one"],
          maxRows: 30,
          totals: ["amount"],
          columns: [
            ask.choice("source", ["来源", "From"], publicSources, { display: "select", width: "sm" }),
            ask.shortText("programme", ["项目或计划", "Programme"], { min: 2, max: 80, width: "lg" }),
            ask.money("amount", ["金额", "Amount"], { width: "sm" }),
            ask.month("granted_on", ["时间", "Date"], { width: "sm" }),
            ask.yesNo("same_content", ["与本项目内容相同", "Same content as this project"], {
              secondary: true,
            }),
            ask.shortText("outcome", ["验收或进展", "Outcome"], { max: 80, secondary: true }),
          ],
        }),
      ],
    },
    ...(offer.equity === undefined ? [] : [exit(offer.equity), ...(listingPlan ? [listing] : [])]),
    ...(offer.loan === undefined ? [] : [loan(offer.loan)]),
  ],
  rules: fundingRules({
    equity: offer.equity !== undefined,
    loan: offer.loan !== undefined,
    equipment,
  }),
});
