import { text } from "../ask.ts";
import type { Condition, RuleData } from "../programme-types.ts";
import { when } from "../when.ts";

/** The way to a listing in its order, and which of its steps every board has. */
export const steps: readonly (readonly [id: string, zh: string, en: string, everyBoard: boolean])[] = [
  ["advisers", "签约中介", "engaging advisers", true],
  ["restructuring", "股改", "the conversion", true],
  ["tutoring_filed", "辅导备案", "the tutoring filing", false],
  ["tutoring_passed", "辅导验收", "acceptance of the tutoring", false],
  ["accepted", "申报受理", "acceptance of the application", true],
  ["inquiry", "问询", "the inquiry", false],
  ["committee", "上市委", "the listing committee", false],
  ["registration", "注册或备案", "registration or filing", true],
  ["listed", "发行上市", "the listing", true],
];

const ref = (key: string) => ({ ref: key });
const cell = (column: string) => ({ cell: column });
const monthOf = (row: string): Condition => ({ at: { of: "listing_steps", row, column: "step_month" } });
const stateOf = (row: string): Condition => ({ at: { of: "listing_steps", row, column: "step_state" } });
const proceeds: Condition = { sum: { of: "proceeds", value: cell("proceeds_amount") } };
const star = when.is("target_board", "star");

/** Each step no earlier than the one before it. */
const inOrder: RuleData[] = steps.slice(1).flatMap(([id, zh, en], index) => {
  const [before, zhBefore, enBefore] = steps[index]!;
  // Advisers may be engaged before or after the conversion.
  if (id === "restructuring") return [];
  return [
    {
      key: `${id}_in_order`,
      level: "error",
      at: ["listing_steps/step_month"],
      holds: { ge: [monthOf(id), monthOf(before)] },
      message: text(`${zh}的月份早于${zhBefore}。`, `The month of ${en} comes before ${enBefore}.`),
    } satisfies RuleData,
  ];
});

export const listingPlanRules: RuleData[] = [
  ...inOrder,
  {
    key: "conversion_agrees",
    level: "error",
    at: ["listing_steps/step_month", "restructuring_month"],
    holds: { eq: [monthOf("restructuring"), ref("restructuring_month")] },
    message: text(
      "上市进程中的股改月份与上面填的股改时间不同。",
      "The month of the conversion differs from the one given above.",
    ),
  },
  {
    key: "application_agrees",
    level: "warning",
    at: ["listing_steps/step_month", "filing_month"],
    holds: { ge: [monthOf("accepted"), ref("filing_month")] },
    message: text(
      "申报受理的月份早于预计申报时间。请核对。",
      "The application would be accepted before it is made. Check both.",
    ),
  },
  {
    key: "done_in_the_past",
    level: "error",
    forEach: "listing_steps",
    at: ["step_month", "step_state"],
    when: when.cellIs("step_state", "done"),
    holds: { le: [cell("step_month"), { today: true }] },
    message: text(
      "{row}填了已完成，月份却在以后。",
      "{row} is said to be done, but its month is still to come.",
    ),
  },
  {
    key: "converted_company",
    level: "error",
    at: ["listing_steps/step_state", "entity_type"],
    when: { eq: [stateOf("restructuring"), "done"] },
    holds: { in: [ref("entity_type"), ["joint_stock", "foreign_invested", "other"]] },
    message: text(
      "股改填了已完成，企业类型仍不是股份有限公司。请核对“企业基本信息”。",
      "The conversion is said to be done, yet the company is no joint stock company. Check the company profile.",
    ),
    summary: text("股改已完成但企业类型不符", "Converted, but not a joint stock company"),
  },
  {
    key: "sponsor_named",
    level: "warning",
    at: ["advisers/adviser_role"],
    when: { answered: ref("advisers") },
    holds: { any: { of: "advisers", where: when.cellIs("adviser_role", "sponsor") } },
    message: text("没有列出保荐机构。", "No sponsor is listed."),
  },
  {
    key: "proceeds_match",
    level: "error",
    at: ["proceeds/proceeds_amount", "planned_raise"],
    when: { gt: [proceeds, 0] },
    holds: { le: [{ abs: { subtract: [proceeds, ref("planned_raise")] } }, 0.01] },
    params: {
      sum: { value: proceeds, as: "money" },
      raise: { value: ref("planned_raise"), as: "money" },
    },
    message: text(
      "募投项目合计{sum}，计划募资是{raise}。两处应当相等。",
      "The projects add up to {sum}; the planned raise is {raise}. They should be equal.",
    ),
    summary: text("募投项目与计划募资不等", "Projects differ from the planned raise"),
  },
  {
    key: "open_matters",
    level: "warning",
    forEach: "matters",
    at: ["matter_state"],
    holds: { ne: [cell("matter_state"), "open"] },
    message: text(
      "“{row}”还没有解决。可以在绿色通道需求中提出。",
      "“{row}” is still open. It can be raised under the green channel.",
    ),
  },
  {
    key: "in_order_before_application",
    level: "warning",
    forEach: "matters",
    at: ["matter_month"],
    holds: { le: [cell("matter_month"), ref("filing_month")] },
    message: text(
      "“{row}”的完成时间晚于预计申报时间。",
      "“{row}” will be in order only after the expected application.",
    ),
  },
  {
    key: "star_research",
    level: "warning",
    at: ["rd_three_years"],
    when: star,
    holds: { or: [{ ge: [ref("rd_three_years_share"), 5] }, { ge: [ref("rd_three_years"), 8000] }] },
    message: text(
      "三年研发费用不足收入的5%，也不到8,000万元。科创属性请对照现行规则。",
      "R&D of three years is below 5% of revenue and below RMB 80 million. Compare the STAR rules in force.",
    ),
  },
  {
    key: "star_inventions",
    level: "warning",
    at: ["inventions_checked"],
    when: star,
    holds: { ge: [ref("granted_inventions"), 7] },
    params: { count: { value: ref("granted_inventions"), as: "integer" } },
    message: text(
      "已授权发明专利{count}项，科创属性一般看7项以上。请对照现行规则。",
      "{count} inventions granted; STAR usually looks for 7. Compare the rules in force.",
    ),
  },
  {
    key: "star_growth",
    level: "warning",
    at: ["revenue_growth"],
    when: star,
    holds: {
      or: [
        { ge: [ref("revenue_growth"), 56.25] },
        { ge: [{ at: { of: "statements", row: "2025", column: "revenue" } }, 30000] },
      ],
    },
    message: text(
      "两年收入增长不到56.25%（年复合25%），最近一年收入也不到3亿元。请对照现行规则。",
      "Revenue grew by less than 56.25% in two years (25% a year) and is below RMB 300 million. Compare the rules in force.",
    ),
  },
];
