import type { DecisionReasonCode, DecisionReasonGroup } from "#app/domain/decisions/decision-reasons.ts";
import type { DecisionKind } from "#app/domain/decisions/decision.ts";
import { defineMessages } from "../define-messages.ts";

type Texts = {
  kind: Record<DecisionKind, string>;
  group: Record<DecisionReasonGroup, string>;
  /** The reason as the applicant reads it, a sentence of its own. */
  reason: Record<DecisionReasonCode, string>;
};

export const decisionReasonMessages = defineMessages({
  zh: {
    kind: {
      approve: "通过",
      approve_with_conditions: "附条件通过",
      defer: "暂缓，补充后复议",
      reject: "否决",
    },
    group: {
      scope: "政策与范围",
      technology: "技术与知识产权",
      feasibility: "建设与产业化",
      market: "市场与商业模式",
      team: "团队与治理",
      finance: "资金、估值与退出",
      compliance: "合规",
      budget: "资金安排",
    },
    reason: {
      D11: "项目内容不在本专题支持范围内。",
      D12: "项目与现行产业政策或重点投资领域不符。",
      D13: "项目对山西产业链的带动作用不足。",
      D21: "技术先进性或成熟度未达到本专题要求。",
      D22: "技术来源或知识产权权属尚未说明清楚。",
      D23: "关键指标缺少第三方检测或用户验证依据。",
      D31: "备案、环评、节能审查或用地等建设条件尚未落实。",
      D32: "产能和良率爬坡的依据不足。",
      D33: "关键设备或供应链风险尚无可行的应对方案。",
      D41: "市场需求或订单的依据不足。",
      D42: "与同类产品相比，竞争优势不明显。",
      D51: "核心团队的产业经验或稳定性不足。",
      D52: "公司治理、同业竞争或关联交易问题尚未解决。",
      D61: "项目资金来源尚未落实。",
      D62: "双方未就估值或主要条款达成一致。",
      D63: "财务状况或偿债压力不支持本次投资。",
      D64: "退出安排不明确。",
      D71: "尽职调查发现重大信用或合规问题。",
      D72: "股权或控制权不清晰。",
      D73: "同一内容已获得其他财政资金或政府基金支持。",
      D81: "尽职调查或资产评估尚未完成，暂不具备决策条件。",
      D82: "项目达到评审要求，但本批资金安排有限，未能列入。",
    },
  } as Texts,
  en: {
    kind: {
      approve: "Approved",
      approve_with_conditions: "Approved with conditions",
      defer: "Deferred for further material",
      reject: "Rejected",
    },
    group: {
      scope: "Policy and scope",
      technology: "Technology and IP",
      feasibility: "Construction and industrialisation",
      market: "Market and business model",
      team: "Team and governance",
      finance: "Funding, valuation and exit",
      compliance: "Compliance",
      budget: "Budget",
    },
    reason: {
      D11: "The project lies outside the scope of this call.",
      D12: "The project does not fit current industrial policy or the priority investment fields.",
      D13: "The project would do too little for the chain in Shanxi.",
      D21: "The technology is not advanced or mature enough for this call.",
      D22: "The source of the technology or the ownership of its IP is not yet clear.",
      D23: "Key figures lack third-party tests or customer validation.",
      D31: "Filing, EIA, energy review, land or other conditions of construction are not yet in place.",
      D32: "The ramp of capacity and yield is not sufficiently supported.",
      D33: "There is no workable answer yet to the risks in key equipment or supply.",
      D41: "Demand or orders are not sufficiently evidenced.",
      D42: "No clear advantage over comparable products was shown.",
      D51: "The core team lacks industrial experience or stability.",
      D52: "Questions of governance, competing business or related-party dealings remain open.",
      D61: "The sources of funds are not yet secured.",
      D62: "The parties did not agree on valuation or on the main terms.",
      D63: "The financial position or debt burden does not support this investment.",
      D64: "The exit is not clearly arranged.",
      D71: "Due diligence found a serious credit or compliance problem.",
      D72: "Ownership or control is not clear.",
      D73: "The same content already receives other public or government-fund money.",
      D81: "Due diligence or the asset appraisal is not complete, so a decision is not yet possible.",
      D82: "The project met the standard, but the funds of this round did not reach to it.",
    },
  } as Texts,
});
