import { ask, text } from "../ask.ts";
import type { GroupData, Pair } from "../programme-types.ts";

/** What makes a project of each kind feasible. */
export const feasibleBy = {
  makers: [
    "建设条件、工艺和设备成熟度、原材料与供应链、人员、进度和成本的可信程度。",
    "Site, maturity of process and tools, materials and supply chain, staff, and how firm dates and costs are.",
  ],
  services: [
    "客户需求、人员招聘和培养、工具授权、算力和数据安全、交付质量、进度和成本的可信程度。",
    "Demand of clients, hiring and training, licences, computing and data security, quality of delivery, and how firm dates and costs are.",
  ],
  chipsAndServices: [
    "芯片设计：规格与客户需求的匹配、流片和代工产能、EDA与IP授权、封装测试。设计服务：客户需求、人员、算力和数据安全、交付质量。都写进度和成本的可信程度。",
    "For chips: how figures match demand, tape-out and foundry capacity, licences, packaging and test. For services: demand of clients, people, computing and data security, quality of delivery. For both: how firm dates and costs are.",
  ],
  team: [
    "团队到位、产品定义、供应链、首批客户和经费的可信程度。",
    "People, product definition, supply chain, first customers, and how firm the budget is.",
  ],
  transfer: [
    "中试条件、人员到位、合同履行、用户验证和经费的可信程度。",
    "Pilot line, people, performance of the contract, validation by users, and how firm the budget is.",
  ],
  innovation: [
    "研发或中试条件、人员到位、合同和设备的落实、用户验证、首批客户和经费的可信程度。",
    "Laboratory or pilot line, people, contracts and equipment, validation by users, first customers, and how firm the budget is.",
  ],
} as const satisfies Record<string, Pair>;

/** Domain R; `speaksOf` says what makes a project of this kind feasible. */
export const feasibility = ([zh, en]: Pair = feasibleBy.makers): GroupData => ({
  key: "feasibility",
  title: text("产业化可行性", "Industrial feasibility"),
  questions: [
    ask.longText("feasibility", ["产业化可行性", "Industrial feasibility"], {
      min: 300,
      max: 2000,
      rows: 10,
      help: [`300–2000字。${zh}`, `900–6,000 characters. ${en}`],
    }),
  ],
});
