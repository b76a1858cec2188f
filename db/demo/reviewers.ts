import type { DemoPerson } from "./sign-ins.ts";

export interface DemoReviewer extends DemoPerson {
  affiliation: string;
  /** First 17 characters of a code; empty for those whose employer has none on the portal. */
  usccStem: string;
  discipline: "technology" | "industry" | "finance" | "investment_legal";
  expertise: readonly string[];
  maxLoad: number;
  /** How far this person's scores lie above or below those of others. */
  severity: number;
}

const at = (n: number) => `reviewer${n}@experts.example`;

/** Fourteen experts over the four disciplines; every institution is made up. */
export const demoReviewers: readonly DemoReviewer[] = [
  {
    ...{ email: at(1), name: "蒋示例", locale: "zh", affiliation: "甲子示例半导体研究院" },
    ...{ usccStem: "12140100400000001", discipline: "technology", maxLoad: 12, severity: 0.1 },
    expertise: ["功率器件", "SiC", "外延"],
  },
  {
    ...{ email: at(2), name: "沈示例", locale: "zh", affiliation: "乙丑示例大学微电子学院" },
    ...{ usccStem: "12140100400000002", discipline: "technology", maxLoad: 10, severity: -0.3 },
    expertise: ["射频器件", "GaAs", "GaN-on-SiC"],
  },
  {
    ...{
      email: at(3),
      name: "Robin Example",
      locale: "en",
      affiliation: "Bingyin Example Institute of Photonics",
    },
    ...{ usccStem: "", discipline: "technology", maxLoad: 10, severity: 0 },
    expertise: ["VCSEL", "InP", "reliability"],
  },
  {
    ...{ email: at(4), name: "杨一示例", locale: "zh", affiliation: "丁卯示例科学院半导体所" },
    ...{ usccStem: "12140100400000004", discipline: "technology", maxLoad: 8, severity: -0.2 },
    expertise: ["UVC-LED", "AlGaN", "工艺整合"],
  },
  {
    ...{ email: at(5), name: "秦示例", locale: "zh", affiliation: "戊辰示例工艺中心" },
    ...{ usccStem: "91140100MA0E00005", discipline: "technology", maxLoad: 12, severity: 0.2 },
    expertise: ["刻蚀", "离子注入", "良率"],
  },
  {
    ...{ email: at(6), name: "尤示例", locale: "zh", affiliation: "己巳示例汽车电子有限公司" },
    ...{ usccStem: "91140100MA0E00006", discipline: "industry", maxLoad: 10, severity: 0.1 },
    expertise: ["新能源汽车", "车规认证"],
  },
  {
    ...{ email: at(7), name: "许示例", locale: "zh", affiliation: "庚午示例通信设备有限公司" },
    ...{ usccStem: "91140100MA0E00007", discipline: "industry", maxLoad: 10, severity: -0.1 },
    expertise: ["5G基站", "射频前端"],
  },
  {
    ...{ email: at(8), name: "何示例", locale: "zh", affiliation: "辛未示例光伏逆变器有限公司" },
    ...{ usccStem: "91140100MA0E00008", discipline: "industry", maxLoad: 8, severity: 0.3 },
    expertise: ["光伏储能", "功率模块"],
  },
  {
    ...{ email: at(9), name: "吕示例", locale: "zh", affiliation: "壬申示例会计师事务所" },
    ...{ usccStem: "91140100MA0E00009", discipline: "finance", maxLoad: 12, severity: -0.4 },
    expertise: ["审计", "财务模型"],
  },
  {
    ...{ email: at(10), name: "施示例", locale: "zh", affiliation: "癸酉示例大学财经学院" },
    ...{ usccStem: "12140100400000010", discipline: "finance", maxLoad: 10, severity: 0 },
    expertise: ["估值", "产业经济"],
  },
  {
    ...{ email: at(11), name: "张示例", locale: "zh", affiliation: "甲戌示例资产评估有限公司" },
    ...{ usccStem: "91140100MA0E00011", discipline: "finance", maxLoad: 8, severity: 0.2 },
    expertise: ["设备评估", "无形资产"],
  },
  {
    ...{ email: at(12), name: "孔示例", locale: "zh", affiliation: "乙亥示例律师事务所" },
    ...{ usccStem: "", discipline: "investment_legal", maxLoad: 10, severity: 0 },
    expertise: ["公司法", "知识产权"],
  },
  {
    ...{ email: at(13), name: "曹示例", locale: "zh", affiliation: "丙子示例创业投资管理有限公司" },
    ...{ usccStem: "91140100MA0E00013", discipline: "investment_legal", maxLoad: 10, severity: 0.1 },
    expertise: ["股权投资", "投后管理"],
  },
  {
    ...{ email: at(14), name: "严示例", locale: "zh", affiliation: "丁丑示例证券研究所" },
    ...{ usccStem: "91140100MA0E00014", discipline: "investment_legal", maxLoad: 8, severity: -0.1 },
    expertise: ["上市辅导", "半导体行业研究"],
  },
];
