import type { ProductWords } from "./example-types.ts";
import type { MoneyShape, Step } from "./money.ts";
import type { TeamWords } from "./people.ts";
import type { Right } from "./section-answers.ts";

/** What the example of shuttles is about, who does it, what it costs and by when. */
export const product: ProductWords = {
  productZh: "流片与封测代理服务",
  productNames: ["多项目晶圆流片代理", "小批封装与测试代理"],
  uses: "中小设计企业、高校和院所的芯片验证",
  keyTool: "拼版与规则检查",
  marketZh: "国内流片与封测代理服务市场",
  marketSize: "64.0",
};

export const team: TeamWords = {
  positions: ["总经理", "流片服务总监", "工艺与套件总监", "封测服务总监", "客户总监"],
  fields: ["流片服务管理", "拼版与版图", "化合物工艺与设计套件", "小批封装与测试", "设计企业与高校市场"],
  results: [
    "主持多项目晶圆平台建设，近三年组织74班次、286个项目，按期交付率94.5%。",
    "负责拼版算法和流程，面积利用率由68%提高到83%，带出版图工程师20人。",
    "负责化合物设计套件，把1,900条规则做成自动检查，返工率由11%降到2.8%。",
    "建立12种小批封装和三类测试模板，首个可用测试程序由六周缩短到两周。",
    "建立118家客户的服务关系，七成复购，推动两所高校把流片写入培养方案。",
  ],
  priorEmployers: ["某晶圆服务平台", "某设计服务企业", "某化合物代工厂", "某封测企业", "某大学"],
};

export const shape: MoneyShape = {
  uses: {
    plant: [100, 350, 0, 0, 0],
    equipment: [0, 1200, 900, 300, 0],
    rnd: [0, 400, 500, 300, 0],
    eda_ip: [100, 500, 450, 300, 0],
    staff: [150, 1300, 1600, 1700, 0],
    working_capital: [0, 0, 0, 700, 1000],
    other: [0, 0, 50, 0, 0],
  },
  sources: { own: 3200, shareholders: 1600, thisFund: 2000, coInvestor: 1500 },
};

export const steps: readonly Step[] = [
  [
    "服务中心投入使用",
    "2026-12-15",
    "2027-06-30",
    "场地、隔离网络和测试设备通过客户审核",
    "190个工位，首批8个化合物班次排定",
    0.2,
    "yes",
  ],
  [
    "化合物拼版常态化",
    "2027-07-01",
    "2028-06-30",
    "三种化合物工艺按季开班，套件发布",
    "年班次30个，返工率低于2.5%",
    0.3,
    "yes",
  ],
  [
    "封测一站式交付",
    "2028-07-01",
    "2029-06-30",
    "12种小批封装和三类测试在省内完成",
    "交版图到样片不超过105天",
    0.3,
    "yes",
  ],
  ["规模达标", "2029-07-01", "2030-06-30", "年组织60班次", "在晋服务人员170人，年收入1.18亿元", 0.2, "no"],
];

export const rights: readonly Right[] = [
  ["software", "2021SR0456789", "多项目晶圆拼版软件", "granted", "2021-02-10", "2021-03-28", "yes"],
  ["software", "2023SR1234567", "版图规则检查与追溯软件", "granted", "2023-06-12", "2023-08-02", "yes"],
  [
    "invention",
    "ZL202110123456.7",
    "一种多项目晶圆的分区划片方法",
    "granted",
    "2021-01-29",
    "2023-05-12",
    "yes",
  ],
  ["invention", "CN202410234567.9", "化合物晶圆拼版的背面对位方法", "applied", "2024-03-01", "", "yes"],
  ["trade_secret", "", "小批封装工艺卡与测试模板", "granted", "", "", ""],
];
