import { ask, options, text } from "../ask.ts";
import type { Condition, GroupData, RuleData, SectionData } from "../programme-types.ts";

const ref = (key: string) => ({ ref: key });
const invested: Condition = { sum: { of: "milestones", value: { cell: "investment" } } };
const first: Condition = { min: { of: "milestones", value: { cell: "start" } } };
const last: Condition = { max: { of: "milestones", value: { cell: "end" } } };

const riskKinds = options([
  ["technology", "技术", "Technology"],
  ["market", "市场", "Market"],
  ["supply", "供应链", "Supply chain"],
  ["finance", "资金", "Finance"],
  ["people", "人员", "People"],
  ["construction", "建设", "Construction"],
  ["policy", "政策与合规", "Policy and compliance"],
  ["other", "其他", "Other"],
]);

const levels = options([
  ["high", "高", "High"],
  ["medium", "中", "Medium"],
  ["low", "低", "Low"],
]);

const investmentRule = (key: string, holds: Condition, gap: Condition, zh: string, en: string) => ({
  key,
  level: "error" as const,
  at: ["milestones/investment", "total_investment"],
  when: { ge: [{ count: { of: "milestones" } }, 1] },
  holds,
  params: {
    sum: { value: invested, as: "money" },
    total: { value: ref("total_investment"), as: "money" },
    gap: { value: gap, as: "money" },
  },
  message: text(
    `各节点投资合计{sum}，比项目总投资{total}${zh}{gap}。`,
    `Milestones add up to {sum}, {gap} ${en} the total investment of {total}.`,
  ),
  summary: text(`节点投资合计比总投资${zh}{gap}`, `Milestones are {gap} ${en} total investment`),
});

const startsWithConstruction: RuleData = {
  key: "starts_with_construction",
  level: "warning",
  at: ["milestones/start"],
  holds: { le: [first, ref("construction_start")] },
  params: { start: { value: ref("construction_start"), as: "date" } },
  message: text(
    "开工日期{start}早于第一个里程碑。请补上开工的节点。",
    "Construction starts on {start}, before the first milestone. Add a milestone for it.",
  ),
};

/**
 * Domain K, with the risks of the plan (domain R); `construction` where the form asks when building starts,
 * `feasible` where no other section says why it can be done.
 */
export const plan = ({
  construction = true,
  feasible,
}: { construction?: boolean; feasible?: GroupData } = {}): SectionData => ({
  key: "plan",
  title: text("实施计划与里程碑", "Plan and milestones"),
  opensWhen: { answered: ref("total_investment") },
  opensHint: text("先填“资金需求与估值”", "Fill in “Funding request and valuation” first"),
  notes: [
    text(
      "每个节点写一个能核验的成果，如“首批500片送样通过客户验证”。",
      "Give each milestone a result that can be verified, such as “500 wafers sampled and approved by the customer”.",
    ),
    text("整个计划不超过60个月。", "The whole plan may not exceed 60 months."),
  ],
  groups: [
    {
      key: "milestones",
      questions: [
        ask.table("milestones", ["里程碑", "Milestones"], {
          rowName: ["里程碑", "milestone"],
          addLabel: ["添加一个里程碑", "Add a milestone"],
          layout: "cards",
          minRows: 3,
          maxRows: 20,
          totals: ["investment"],
          columns: [
            ask.shortText("milestone", ["名称", "Name"], { min: 2, max: 60, width: "lg" }),
            ask.date("start", ["开始", "Start"], { short: ["开始时间", "Start"], width: "sm" }),
            ask.date("end", ["结束", "End"], { short: ["结束时间", "End"], width: "sm" }),
            ask.shortText("deliverable", ["交付成果", "Deliverable"], { min: 4, max: 120, width: "lg" }),
            ask.shortText("indicator", ["量化指标", "Measured by"], { min: 2, max: 120, width: "lg" }),
            ask.money("investment", ["投资", "Investment"], { width: "sm" }),
            ask.yesNo("tranche", ["与出资挂钩", "Linked to a tranche"], { width: "xs" }),
          ],
        }),
        ask.computed("plan_start", ["计划开始", "Plan starts"], "date", first, {
          visibleWhen: { answered: ref("milestones") },
        }),
        ask.computed("plan_end", ["计划结束", "Plan ends"], "date", last, {
          visibleWhen: { answered: ref("milestones") },
        }),
      ],
    },
    ...(feasible ? [feasible] : []),
    {
      key: "risks",
      title: text("风险与对策", "Risks and countermeasures"),
      questions: [
        ask.table("risks", ["风险与对策", "Risks"], {
          help: [
            "至少3行。写真正会让项目失败的事。",
            "At least 3. Write what could really make the project fail.",
          ],
          rowName: ["风险", "risk"],
          addLabel: ["添加一项风险", "Add a risk"],
          minRows: 3,
          maxRows: 20,
          columns: [
            ask.choice("risk_kind", ["类别", "Kind"], riskKinds, { display: "select", width: "sm" }),
            ask.shortText("risk", ["风险", "Risk"], { min: 5, max: 200, width: "lg" }),
            ask.choice("likelihood", ["可能性", "Likelihood"], levels, { display: "select", width: "xs" }),
            ask.choice("impact", ["影响", "Impact"], levels, { display: "select", width: "xs" }),
            ask.shortText("countermeasure", ["对策", "Countermeasure"], {
              min: 5,
              max: 200,
              secondary: true,
            }),
          ],
        }),
      ],
    },
  ],
  rules: [
    {
      key: "end_after_start",
      level: "error",
      forEach: "milestones",
      at: ["end", "start"],
      holds: { ge: [{ cell: "end" }, { cell: "start" }] },
      params: {
        start: { value: { cell: "start" }, as: "date" },
        end: { value: { cell: "end" }, as: "date" },
      },
      message: text(
        "第{row}个里程碑的结束时间{end}早于开始时间{start}。",
        "Milestone {row} ends on {end}, before it starts on {start}.",
      ),
      summary: text("第{row}个里程碑的结束早于开始", "Milestone {row} ends before it starts"),
    },
    investmentRule(
      "investment_short",
      { ge: [{ add: [invested, 0.01] }, ref("total_investment")] },
      { subtract: [ref("total_investment"), invested] },
      "少",
      "below",
    ),
    investmentRule(
      "investment_over",
      { le: [invested, { add: [ref("total_investment"), 0.01] }] },
      { subtract: [invested, ref("total_investment")] },
      "多",
      "above",
    ),
    {
      key: "within_sixty_months",
      level: "error",
      at: ["milestones/end"],
      holds: { le: [last, { add_months: [first, 60] }] },
      params: {
        start: { value: first, as: "date" },
        end: { value: last, as: "date" },
        limit: { value: { add_months: [first, 60] }, as: "date" },
      },
      message: text(
        "计划从{start}到{end}，超过60个月。最晚应到{limit}。",
        "The plan runs from {start} to {end}, more than 60 months. It may end on {limit} at the latest.",
      ),
      summary: text("计划超过60个月", "The plan exceeds 60 months"),
    },
    ...(construction ? [startsWithConstruction] : []),
  ],
});
