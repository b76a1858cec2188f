import type { Tool } from "./equipment.ts";
import type { ProductWords } from "./example-types.ts";
import type { MoneyShape, Step } from "./money.ts";
import type { TeamWords } from "./people.ts";
import type { Right } from "./section-answers.ts";

/** What the example of indium phosphide is about, who does it, what it costs and by when. */
export const product: ProductWords = {
  productZh: "磷化铟单晶衬底",
  productNames: ["4英寸磷化铟单晶衬底", "6英寸磷化铟单晶衬底"],
  uses: "数据中心光模块用激光器和探测器芯片",
  keyTool: "高压多晶合成",
  marketZh: "国内磷化铟衬底市场",
  marketSize: "14.8",
};

export const team: TeamWords = {
  fields: ["化合物晶体生长", "多晶合成与高压装备", "晶体缺陷与温场", "产线建设与运营", "光通信材料市场"],
  results: [
    "主持4英寸磷化铟单晶工艺开发，单晶成品率由36%提高到52%，授权发明专利9件。",
    "负责高压合成工艺，配比偏差控制在千分之二以内，连续四年无安全事故，带出工程师12人。",
    "负责温场和磁场设计，放肩孪晶发生率由41%降到19%，位错密度中位数下降七成。",
    "参与建成一条砷化镓衬底线和本公司试验线，主持厂务和危化品库建设，按期投产。",
    "建立两家外延企业的批量供货关系，组织激光器企业完成衬底老化考核。",
  ],
};

export const shape: MoneyShape = {
  uses: {
    plant: [400, 2400, 800, 0, 0],
    equipment: [0, 7000, 6000, 2000, 0],
    installation: [0, 250, 300, 100, 0],
    rnd: [0, 600, 800, 400, 0],
    staff: [0, 450, 600, 550, 0],
    working_capital: [0, 0, 0, 1000, 1300],
    other: [0, 0, 100, 0, 0],
  },
  sources: { own: 6500, shareholders: 4200, thisFund: 3800, coInvestor: 1400 },
};

export const grower = "甲子示例装备有限公司";
const polisher = "丁卯示例精密有限公司";
const gauge = "戊辰示例仪器有限公司";
export const tools: readonly Tool[] = [
  ["4英寸VGF单晶炉", "crystal_growth", "cn", 84, 75, "JZ-V4", grower, "", "单晶生长", "not_needed", ""],
  ["6英寸VGF单晶炉", "crystal_growth", "cn", 18, 160, "JZ-V6", grower, "", "单晶生长", "not_needed", ""],
  ["高压多晶合成炉", "crystal_growth", "cn", 6, 220, "JZ-HP", grower, "", "多晶合成", "not_needed", ""],
  ["多线切割机", "slicing_polishing", "cn", 6, 280, "MW-200", polisher, "", "晶锭切片", "not_needed", ""],
  ["双面研磨机", "slicing_polishing", "cn", 4, 210, "DL-16", polisher, "", "研磨", "not_needed", ""],
  ["化学机械抛光机", "cmp", "cn", 3, 280, "CM-150", polisher, "", "免清洗抛光", "not_needed", ""],
  ["衬底清洗封装机", "clean", "cn", 2, 240, "CL-150", polisher, "", "清洗与充氮封装", "not_needed", ""],
  [
    "表面颗粒检测仪",
    "metrology",
    "abroad",
    1,
    420,
    "SP-500",
    "境外厂商甲",
    "美国",
    "抛光片终检",
    "granted",
    "国产检测机比对验证中",
  ],
  ["X射线衍射仪", "metrology", "cn", 2, 120, "XR-10", gauge, "", "晶向与应力", "not_needed", ""],
];

export const steps: readonly Step[] = [
  [
    "厂房与红磷库完成",
    "2026-12-15",
    "2027-08-31",
    "厂房、公用工程和红磷库通过验收",
    "具备84台单晶炉进场条件",
    0.2,
    "yes",
  ],
  [
    "首批30台炉投产",
    "2027-05-01",
    "2027-12-31",
    "首批新炉出片并通过客户来料检验",
    "4英寸产能1,800片/月，成品率50%以上",
    0.3,
    "yes",
  ],
  [
    "4英寸炉全部到位",
    "2028-01-01",
    "2028-12-31",
    "120台4英寸炉全部运行，6英寸送样",
    "4英寸产能3,000片/月，位错中位数低于300个每平方厘米",
    0.3,
    "yes",
  ],
  ["达产", "2029-01-01", "2029-09-30", "达到设计产能并通过竣工验收", "两种尺寸合计3,600片/月", 0.2, "no"],
];

export const rights: readonly Right[] = [
  [
    "invention",
    "ZL202110123456.7",
    "一种磷化铟多晶的高压合成方法",
    "granted",
    "2021-01-29",
    "2023-05-12",
    "yes",
  ],
  [
    "invention",
    "ZL201911234567.4",
    "一种抑制放肩孪晶的单晶生长方法",
    "granted",
    "2019-12-05",
    "2022-08-19",
    "yes",
  ],
  ["utility_model", "ZL202220765432.1", "一种可拆分的籽晶座", "granted", "2022-04-02", "2022-11-08", ""],
  ["invention", "CN202410234567.9", "磷化铟衬底的免清洗抛光方法", "applied", "2024-03-01", "", "yes"],
  ["trade_secret", "", "分段慢冷曲线与磁场参数", "granted", "", "", "yes"],
];
