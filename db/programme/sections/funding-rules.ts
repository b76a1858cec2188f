import { text } from "../ask.ts";
import type { Condition, RuleData } from "../programme-types.ts";

const ref = (key: string) => ({ ref: key });
const total = ref("total_investment");
const uses: Condition = { sum: { of: "uses", value: { cell: "total" } } };
const sources: Condition = { sum: { of: "sources", value: { cell: "amount" } } };
const fromFund: Condition = {
  sum: { of: "sources", value: { cell: "amount" }, where: { eq: [{ cell: "kind" }, "this_fund"] } },
};
const largestHolder: Condition = { max: { of: "shareholders", value: { cell: "ratio" } } };
const listedEquipment = ref("equipment_cost");
const boughtEquipment: Condition = { at: { of: "uses", row: "equipment", column: "total" } };
/** What the largest holder keeps after the round. */
const largestAfter: Condition = {
  multiply: [largestHolder, { divide: [ref("pre_money"), ref("post_money")] }],
};
const money = (value: Condition) => ({ value, as: "money" });
const percent = (value: Condition) => ({ value, as: "percent" });

/** Two sums that must meet, each side in its own words. */
function meets(
  key: string,
  at: string[],
  when: Condition,
  sum: Condition,
  zh: string,
  en: string,
): RuleData[] {
  const side = (
    name: string,
    holds: Condition,
    gap: Condition,
    zhSide: string,
    enSide: string,
  ): RuleData => ({
    key: `${key}_${name}`,
    level: "error",
    at,
    when,
    holds,
    params: { sum: money(sum), total: money(total), gap: money(gap) },
    message: text(
      `${zh}合计{sum}，比项目总投资{total}${zhSide}{gap}。`,
      `${en} add up to {sum}, {gap} ${enSide} the total investment of {total}.`,
    ),
    summary: text(`${zh}比总投资${zhSide}{gap}`, `${en} are {gap} ${enSide} total investment`),
  });
  return [
    side("short", { ge: [{ add: [sum, 0.01] }, total] }, { subtract: [total, sum] }, "少", "below"),
    side("over", { le: [sum, { add: [total, 0.01] }] }, { subtract: [sum, total] }, "多", "above"),
  ];
}

const sums: RuleData[] = [
  ...meets("uses", ["uses/total", "total_investment"], { gt: [uses, 0] }, uses, "资金用途", "Uses"),
  ...meets(
    "sources",
    ["sources/amount", "total_investment"],
    { gt: [sources, 0] },
    sources,
    "资金来源",
    "Sources",
  ),
];

const equipmentMatches: RuleData = {
  key: "equipment_matches",
  level: "warning",
  at: ["uses/total"],
  when: { and: [{ gt: [listedEquipment, 0] }, { gt: [boughtEquipment, 0] }] },
  holds: {
    le: [{ abs: { subtract: [listedEquipment, boughtEquipment] } }, { multiply: [boughtEquipment, 0.05] }],
  },
  params: { list: money(listedEquipment), use: money(boughtEquipment) },
  message: text(
    "设备清单合计{list}，资金用途中的设备购置是{use}，相差超过5%。",
    "The equipment list comes to {list}, the equipment among the uses to {use}: more than 5% apart.",
  ),
  summary: text(
    "设备清单与资金用途中的设备购置相差超过5%",
    "Equipment list and equipment among the uses are more than 5% apart",
  ),
};

const fundSourceMatches: RuleData = {
  key: "fund_source_matches",
  level: "error",
  at: ["sources/amount", "amount_requested"],
  when: { gt: [sources, 0] },
  holds: { le: [{ abs: { subtract: [fromFund, ref("amount_requested")] } }, 0.01] },
  params: { source: money(fromFund), request: money(ref("amount_requested")) },
  message: text(
    "资金来源中“本基金”合计{source}，申请本基金出资是{request}。两处应当相等。",
    "“This fund” comes to {source} among the sources; the equity requested is {request}. They should be equal.",
  ),
  summary: text(
    "资金来源中的本基金与申请出资不一致",
    "The fund’s part of the sources differs from the request",
  ),
};

const ownFunds: RuleData = {
  key: "own_funds",
  level: "warning",
  at: ["sources/amount"],
  when: { gt: [sources, 0] },
  holds: { ge: [ref("own_share"), 20] },
  params: { share: percent(ref("own_share")) },
  message: text(
    "自有和股东增资只占{share}。一般不低于20%，银行贷款也会要求项目资本金。",
    "Own and shareholders’ funds are only {share}. 20% is usual, and banks ask for project capital too.",
  ),
};

const equityRules: RuleData[] = [
  {
    key: "request_within_total",
    level: "error",
    at: ["amount_requested", "total_investment"],
    holds: { le: [ref("request_share"), 30] },
    params: {
      share: percent(ref("request_share")),
      limit: money({ multiply: [total, 0.3] }),
    },
    message: text(
      "申请出资占项目总投资{share}，超过30%。最多可申请{limit}。",
      "The request is {share} of total investment, above 30%. At most {limit} may be requested.",
    ),
    summary: text(
      "申请出资占总投资{share}，超过30%",
      "The request is {share} of total investment, above 30%",
    ),
  },
  {
    key: "stake_limit",
    level: "error",
    at: ["amount_requested", "post_money"],
    holds: { le: [ref("fund_stake"), 30] },
    params: { stake: percent(ref("fund_stake")) },
    message: text(
      "本基金将持股{stake}，超过30%。请减少申请出资或核对投后估值。",
      "The fund would hold {stake}, above 30%. Ask for less or check the post-money valuation.",
    ),
    summary: text("本基金将持股{stake}，超过30%", "The fund would hold {stake}, above 30%"),
  },
  {
    key: "stake_high",
    level: "warning",
    at: ["amount_requested"],
    when: { le: [ref("fund_stake"), 30] },
    holds: { le: [ref("fund_stake"), 20] },
    params: { stake: percent(ref("fund_stake")) },
    message: text(
      "本基金将持股{stake}，超过20%，投委会会从严审议。",
      "The fund would hold {stake}, above 20%; the committee looks at this strictly.",
    ),
  },
  {
    key: "not_largest",
    level: "error",
    at: ["amount_requested"],
    when: { le: [ref("fund_stake"), 30] },
    holds: { lt: [ref("fund_stake"), largestAfter] },
    params: { stake: percent(ref("fund_stake")), largest: percent(largestAfter) },
    message: text(
      "本基金将持股{stake}，现有第一大股东稀释后为{largest}。本基金不做第一大股东。",
      "The fund would hold {stake} against {largest} for today’s largest holder after dilution. The fund is never the largest holder.",
    ),
    summary: text("本基金会成为第一大股东", "The fund would become the largest holder"),
  },
  {
    key: "post_money_adds_up",
    level: "error",
    at: ["post_money", "pre_money", "round_amount"],
    holds: {
      le: [
        { abs: { subtract: [ref("post_money"), { add: [ref("pre_money"), ref("round_amount")] }] } },
        0.01,
      ],
    },
    params: { right: money({ add: [ref("pre_money"), ref("round_amount")] }) },
    message: text(
      "投后估值应为投前估值加本轮融资总额，即{right}。",
      "Post-money should be pre-money plus the round: {right}.",
    ),
    summary: text("投后估值应为{right}", "Post-money should be {right}"),
  },
  {
    key: "round_covers_request",
    level: "error",
    at: ["round_amount", "amount_requested"],
    holds: { ge: [ref("round_amount"), ref("amount_requested")] },
    message: text(
      "本轮融资总额小于申请本基金出资。",
      "The round is smaller than the equity requested from the fund.",
    ),
  },
  {
    key: "fixed_return",
    level: "warning",
    at: ["exit_text"],
    holds: {
      not: {
        mentions: [
          ref("exit_text"),
          [
            "保本",
            "保收益",
            "固定回报",
            "固定收益",
            "固定利率",
            "兜底",
            "刚性兑付",
            "保底",
            "guaranteed return",
            "fixed return",
            "guaranteed principal",
          ],
        ],
      },
    },
    message: text(
      "文字中出现保本、固定回报或兜底的说法。本基金不接受名股实债，请确认没有这类安排（F10）。",
      "The text speaks of guaranteed principal or fixed return. Debt disguised as equity is not accepted; make sure there is none (F10).",
    ),
  },
];

const duplicatePublicMoney: RuleData = {
  key: "duplicate_public_money",
  level: "warning",
  forEach: "public_money",
  at: ["same_content"],
  holds: { eq: [{ cell: "same_content" }, false] },
  message: text(
    "第{row}项支持与本项目内容相同，形式审查会核对是否重复支持（F07）。",
    "Support {row} covers the same content; the formal check looks at duplicate funding (F07).",
  ),
};

const loanInSources: RuleData = {
  key: "loan_in_sources",
  level: "warning",
  at: ["loan_amount"],
  holds: {
    ge: [
      { sum: { of: "sources", value: { cell: "amount" }, where: { eq: [{ cell: "kind" }, "bank"] } } },
      ref("loan_amount"),
    ],
  },
  message: text(
    "贷款金额大于资金来源中的银行贷款合计。请核对。",
    "The loan is larger than the bank loans among the sources. Check both.",
  ),
};

/** Asked only where the form has the questions they are about. */
export const fundingRules = (asks: { equity: boolean; loan: boolean; equipment: boolean }): RuleData[] => [
  ...sums,
  ...(asks.equipment ? [equipmentMatches] : []),
  ...(asks.equity ? [fundSourceMatches] : []),
  ownFunds,
  ...(asks.equity ? equityRules : []),
  duplicatePublicMoney,
  ...(asks.loan ? [loanInSources] : []),
];
