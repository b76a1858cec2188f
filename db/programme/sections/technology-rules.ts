import { text } from "../ask.ts";
import type { RuleData } from "../programme-types.ts";
import { when } from "../when.ts";
import type { ProductFacts } from "./product-columns.ts";

const capacityGrows: RuleData = {
  key: "capacity_grows",
  level: "error",
  forEach: "products",
  at: ["capacity_target", "capacity_now"],
  holds: { ge: [{ cell: "capacity_target" }, { cell: "capacity_now" }] },
  params: {
    now: { value: { cell: "capacity_now" }, as: "decimal" },
    target: { value: { cell: "capacity_target" }, as: "decimal" },
  },
  message: text(
    "第{row}条产品线的目标产能{target}小于现有产能{now}。",
    "Product line {row}: target capacity {target} is below the {now} of today.",
  ),
  summary: text("第{row}条产品线的目标产能小于现有产能", "Product line {row}: target below present capacity"),
};

const yieldGrows: RuleData = {
  key: "yield_grows",
  level: "warning",
  forEach: "products",
  at: ["yield_target", "yield_now"],
  holds: { ge: [{ cell: "yield_target" }, { cell: "yield_now" }] },
  message: text(
    "第{row}条产品线的目标良率低于现有良率。口径变了的，请在技术路线中说明。",
    "Product line {row}: target yield is below today’s. If it is measured differently, say so in the route.",
  ),
};

const nodeUnit: RuleData = {
  key: "node_unit",
  level: "warning",
  forEach: "products",
  at: ["node", "node_unit"],
  when: when.cellIs("node_unit", "um"),
  holds: { le: [{ cell: "node" }, 10] },
  params: { node: { value: { cell: "node" }, as: "decimal" } },
  message: text(
    "第{row}条产品线的线宽是{node} µm。是否应为 nm？",
    "Product line {row}: line width {node} µm. Did you mean nm?",
  ),
};

const stageAndTrl: RuleData = {
  key: "stage_and_trl",
  level: "warning",
  at: ["trl"],
  when: { any: { of: "products", where: when.cellIs("stage", "mass") } },
  holds: { ge: [{ ref: "trl" }, 8] },
  message: text(
    "有产品已量产，TRL 一般在8级以上。请核对。",
    "A product is in mass production; TRL is then usually 8 or more. Check it.",
  ),
};

export const technologyRules = (facts: ProductFacts): RuleData[] => [
  ...(facts.capacity ? [capacityGrows] : []),
  ...(facts.yield ? [yieldGrows] : []),
  ...(facts.node ? [nodeUnit] : []),
  stageAndTrl,
];
