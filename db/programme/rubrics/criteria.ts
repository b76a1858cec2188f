import type { Text } from "../programme-types.ts";
import { text } from "../ask.ts";

export type CriterionData = { key: string; name: Text; guidance: Text; evidence: string[] };

/** Sections of the forms where the evidence stands; a section a form does not have is passed over. */
export const commonCriteria: CriterionData[] = [
  {
    key: "K1",
    name: text("政策契合与产业链价值", "Policy fit & chain value"),
    guidance: text(
      "是否符合专题方向和国家、山西的产业政策；补的是产业链哪一环；不做会缺什么；有没有重复建设。",
      "Does it fit the call and national and provincial policy? Which link of the chain does it add, what would be missing without it, and is it a duplication?",
    ),
    evidence: ["filing", "impact"],
  },
  {
    key: "K2",
    name: text("技术先进性与自主可控", "Technology & self-reliance"),
    guidance: text(
      "关键指标与国内外最好水平的差距，依据是否可靠；工艺来源是否清楚；核心知识产权归谁；对受管制设备和软件的依赖。",
      "Distance of the key figures from the best in China and worldwide, and how solid the evidence is; where the process comes from; who owns the core rights; dependence on controlled tools and software.",
    ),
    evidence: ["technology", "ip", "equipment"],
  },
  {
    key: "K3",
    name: text("可行性与产业化成熟度", "Feasibility & readiness"),
    guidance: text(
      "技术和制造成熟度；产能、良率爬坡有没有数据支撑；设备、公用工程、环评和能评是否落实；里程碑能否核验。",
      "Technology and manufacturing readiness; data behind the ramp of capacity and yield; tools, utilities, EIA and energy review; milestones that can be verified.",
    ),
    evidence: ["line", "plan", "technology", "equipment", "environment"],
  },
  {
    key: "K4",
    name: text("市场前景与商业模式", "Market & business model"),
    guidance: text(
      "市场规模和增速是否可信；客户导入到哪一步，订单和意向有多少；竞争优势能否持续；价格和毛利假设。",
      "Credibility of market size and growth; how far customers have come, orders and letters; whether the advantage lasts; assumptions on price and margin.",
    ),
    evidence: ["market"],
  },
  {
    key: "K5",
    name: text("团队与治理", "Team & governance"),
    guidance: text(
      "核心成员做成过什么，是否全职、稳定；竞业和知识产权是否干净；股权和控制关系是否清楚；关联交易和独立性。",
      "What the core members have achieved, whether they are full time and stay; clean of non-compete and IP claims; clear ownership and control; related-party dealings and independence.",
    ),
    evidence: ["team", "ownership", "affiliates"],
  },
  {
    key: "K6",
    name: text("财务、估值与退出", "Finance, valuation & exit"),
    guidance: text(
      "财务状况和偿债能力；资金来源是否落实；估值依据是否合理；退出路径是否现实；有没有名股实债的安排。",
      "Financial health and solvency; how firm the sources of funds are; basis of the valuation; realism of the exit; any debt disguised as equity.",
    ),
    evidence: ["finance", "funding"],
  },
  {
    key: "K7",
    name: text("对山西带动效应与绿色", "Impact on Shanxi & green"),
    guidance: text(
      "就业、税收、省内采购和装备验证；园区集聚和人才培养；能耗、用水和三废处理水平。",
      "Jobs, taxes, purchases in Shanxi and tool validation; clusters and training; energy, water and emissions.",
    ),
    evidence: ["impact", "environment"],
  },
];

/** Sub-funds are judged by their managers (domain 5.2). */
export const subFundCriteria: CriterionData[] = [
  {
    key: "K1",
    name: text("政策契合", "Policy fit"),
    guidance: text(
      "投向是否集中在集成电路及山西重点环节；与已有基金有没有重复；在晋投资打算是否可信。",
      "Focus on integrated circuits and Shanxi’s key links; overlap with existing funds; credibility of plans to invest in Shanxi.",
    ),
    evidence: ["filing", "sub_fund"],
  },
  {
    key: "K2",
    name: text("历史业绩与DPI", "Track record and DPI"),
    guidance: text(
      "已投项目的回报和退出，DPI、IRR 是否有依据；半导体项目的占比和结果。",
      "Returns and exits so far, with evidence for DPI and IRR; share and outcome of semiconductor deals.",
    ),
    evidence: ["track_record"],
  },
  {
    key: "K3",
    name: text("团队与稳定性", "Team and stability"),
    guidance: text(
      "关键人士的半导体投资经验、共事年限和时间投入；关键人条款。",
      "Key persons’ experience in semiconductor investing, years together, time committed; key-person terms.",
    ),
    evidence: ["team", "track_record"],
  },
  {
    key: "K4",
    name: text("策略与项目储备", "Strategy and pipeline"),
    guidance: text(
      "策略是否清楚可行；储备项目的质量、阶段和可投性。",
      "Clear, workable strategy; quality, stage and access to the pipeline.",
    ),
    evidence: ["strategy"],
  },
  {
    key: "K5",
    name: text("募资落实", "Fundraising"),
    guidance: text(
      "其他出资人的承诺是否落实、出资能力如何；首关时间是否可信。",
      "How firm the other partners’ commitments are, their means, and whether the first closing is credible.",
    ),
    evidence: ["commitments"],
  },
  {
    key: "K6",
    name: text("条款与治理", "Terms and governance"),
    guidance: text(
      "管理费、门槛收益和收益分成；投委会、利益冲突和托管安排；信息披露。",
      "Fees, hurdle and carry; investment committee, conflicts of interest and custody; reporting.",
    ),
    evidence: ["terms"],
  },
];

/** 0 to 5, in Horizon Europe's order (domain 5.2). */
export const anchors: Text[] = [
  text("未响应或信息缺失，无法评判", "Not addressed, or cannot be assessed"),
  text("差：内容不足或有严重缺陷", "Poor: inadequate, or with serious weaknesses"),
  text("一般：大体响应但有明显缺陷", "Fair: broadly addressed, with significant weaknesses"),
  text("良：较好响应但有若干不足", "Good: well addressed, with some shortcomings"),
  text("很好：不足很少", "Very good: few shortcomings"),
  text("优秀：全面满足，不足轻微", "Excellent: fully met, shortcomings minor"),
];
