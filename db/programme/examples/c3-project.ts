import type { ProductWords } from "./example-types.ts";
import type { MoneyShape, Step } from "./money.ts";
import type { TeamWords } from "./people.ts";

/** What the example of C3 is about, who does it, what it costs and by when. */
export const product: ProductWords = {
  productZh: "集成电路设计服务",
  productNames: ["芯片验证服务", "后端设计服务"],
  uses: "汽车电子、工业控制和通信芯片",
  keyTool: "验证平台",
  marketZh: "国内集成电路设计服务市场",
  marketSize: "210.0",
};

export const team: TeamWords = {
  positions: ["总经理", "验证总监", "后端总监", "交付总监", "客户总监"],
  fields: ["设计服务管理", "芯片验证", "后端与签核", "交付与质量", "集成电路市场"],
  results: [
    "主持设计服务平台建设，近三年交付项目156个，按期交付率96.2%，授权软件著作权7件。",
    "负责验证组件库建设，环境搭建由6周缩短到10天，带出验证工程师45人。",
    "负责12纳米后端流程，签核迭代由9轮降到5轮，一次流片通过率92.3%。",
    "建立独立质量小组和问题库，近两年重复缺陷下降约四成。",
    "建立八家续约客户的年度框架，两家汽车客户承诺把项目放到太原。",
  ],
  priorEmployers: ["某设计服务企业", "某芯片设计企业", "某大学", "某设计服务企业", "某通信芯片企业"],
};

export const shape: MoneyShape = {
  uses: {
    plant: [150, 500, 0, 0, 0],
    equipment: [0, 900, 700, 300, 0],
    rnd: [0, 500, 600, 400, 0],
    eda_ip: [200, 1100, 1000, 700, 0],
    staff: [200, 1800, 2200, 2400, 0],
    working_capital: [0, 0, 0, 600, 900],
    other: [0, 0, 50, 0, 0],
  },
  sources: { own: 4200, shareholders: 2200, thisFund: 2500, coInvestor: 1800 },
};

export const steps: readonly Step[] = [
  [
    "交付中心投入使用",
    "2026-12-15",
    "2027-05-31",
    "场地、网络隔离和算力通过客户审核",
    "240个工位、4,500核算力，首批两家客户进场",
    0.2,
    "yes",
  ],
  [
    "验证与版图整体转移",
    "2027-06-01",
    "2028-03-31",
    "验证和版图项目以太原为主交付",
    "在晋服务人员190人，按期交付率不低于95%",
    0.3,
    "yes",
  ],
  [
    "后端独立签核",
    "2028-04-01",
    "2029-03-31",
    "太原独立完成一个12纳米后端项目",
    "一次流片通过率不低于90%",
    0.3,
    "yes",
  ],
  [
    "规模达标",
    "2029-04-01",
    "2030-06-30",
    "国产工具流程进入量产项目",
    "在晋服务人员240人，年服务收入1.4亿元",
    0.2,
    "no",
  ],
];
