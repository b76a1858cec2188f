import { text } from "../ask.ts";
import type { Text } from "../programme-types.ts";
import { anchors, commonCriteria, type CriterionData, subFundCriteria } from "./criteria.ts";

export type RubricData = {
  code: string;
  version: number;
  title: Text;
  criteria: (CriterionData & { weight: number })[];
  anchors: Text[];
  comments: { low: string; high: string; minimum: number; overallMinimum: number; maximum: number };
  thresholds: { shortlist: string; reserve: string; criterionMean: string };
  moderation: { spread: string; opposedAdvice: number };
  tieBreak: string[];
};

/** Domain 5.2, K1 to K7 in order; every row makes 100. */
const weights: Record<string, readonly number[]> = {
  C1: [15, 20, 20, 15, 10, 10, 10],
  C2: [15, 25, 10, 20, 15, 10, 5],
  C3: [15, 15, 10, 25, 20, 10, 5],
  C4: [15, 15, 20, 20, 10, 10, 10],
  C5: [15, 15, 25, 10, 10, 15, 10],
  C6: [20, 25, 20, 10, 10, 5, 10],
  C7: [15, 25, 10, 5, 25, 5, 15],
  C8: [10, 20, 15, 15, 30, 5, 5],
  C9: [15, 30, 20, 10, 10, 5, 10],
  C11: [10, 15, 5, 20, 15, 30, 5],
  C12: [10, 10, 20, 15, 10, 30, 5],
};

/** Sections that only some forms have, and the criteria they are evidence for; a call that takes others along has theirs. */
const ownEvidence: Record<string, Record<string, string[]>> = {
  C1: { K2: ["growth"], K3: ["growth"], K4: ["growth"], K7: ["growth"] },
  C2: {
    K1: ["landing"],
    K2: ["design", "services", "tools"],
    K3: ["design", "services", "tools"],
    K4: ["design", "services"],
    K5: ["landing", "services"],
    K7: ["landing"],
  },
  C3: { K2: ["services", "tools"], K3: ["services", "tools"], K4: ["services"], K5: ["services"] },
  C4: { K1: ["applications"], K2: ["applications"], K3: ["applications"], K4: ["applications"] },
  C5: { K1: ["applications"], K2: ["applications"], K3: ["applications"], K4: ["applications"] },
  C6: { K1: ["tool"], K2: ["tool"], K3: ["tool"], K4: ["tool"] },
  C11: { K5: ["listing_plan"], K6: ["listing_plan"] },
  C7: {
    K1: ["centre"],
    K2: ["centre", "transfer"],
    K3: ["founders_section", "transfer"],
    K5: ["centre", "founders_section"],
    K7: ["centre"],
  },
  C8: { K3: ["founders_section"], K5: ["founders_section"] },
  C9: { K2: ["transfer"], K3: ["transfer"] },
  C12: { K3: ["bank_case"], K6: ["bank_case"] },
};

const subFundWeights = [15, 25, 20, 20, 10, 10];

const titles: Record<string, [string, string]> = {
  C1: ["化合物半导体材料专项评分表", "Scoring: compound semiconductor materials"],
  C2: ["集成电路设计企业引育评分表", "Scoring: IC design attraction and growth"],
  C3: ["设计服务外包评分表", "Scoring: design services outsourcing"],
  C4: ["重点应用领域制造评分表", "Scoring: manufacturing for key applications"],
  C5: ["射频·功率·光电器件生产线评分表", "Scoring: RF, power and optoelectronic production lines"],
  C6: ["半导体装备协同攻关评分表", "Scoring: equipment co-development"],
  C7: ["国家级团队与联合研发中心评分表", "Scoring: national teams and joint R&D centres"],
  C8: ["成熟团队创业投资评分表", "Scoring: experienced team ventures"],
  C9: ["院所协同创新与成果转化评分表", "Scoring: institute co-innovation and technology transfer"],
  C10: ["产业子基金合作评分表", "Scoring: sub-fund partnership"],
  C11: ["企业上市培育评分表", "Scoring: listing support"],
  C12: ["重大项目银企对接评分表", "Scoring: bank co-financing for major projects"],
};

function rubric(code: string, criteria: CriterionData[], weightsInOrder: readonly number[]): RubricData {
  return {
    code,
    version: 1,
    title: text(...(titles[code] ?? [code, code])),
    criteria: criteria.map((criterion, index) => ({
      ...criterion,
      evidence: [...(ownEvidence[code]?.[criterion.key] ?? []), ...criterion.evidence],
      weight: weightsInOrder[index] ?? 0,
    })),
    anchors,
    comments: { low: "2", high: "4.5", minimum: 30, overallMinimum: 100, maximum: 3000 },
    thresholds: { shortlist: "70", reserve: "60", criterionMean: "3" },
    moderation: { spread: "20", opposedAdvice: 2 },
    tieBreak: ["K2", "K1", "K3"],
  };
}

export const rubrics: RubricData[] = [
  ...Object.entries(weights).map(([code, row]) => rubric(code, commonCriteria, row)),
  rubric("C10", subFundCriteria, subFundWeights),
].sort((a, b) => Number(a.code.slice(1)) - Number(b.code.slice(1)));
