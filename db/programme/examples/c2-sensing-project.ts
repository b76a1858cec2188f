import { rows, type ExampleAnswers, type ProductWords } from "./example-types.ts";
import type { MoneyShape, Step } from "./money.ts";
import type { TeamWords } from "./people.ts";
import type { Right } from "./section-answers.ts";
import { sensingTexts } from "./c2-sensing-texts.ts";

/** What the example of chips for sensors is about, who does it, what it costs and how it comes to Shanxi. */
export const product: ProductWords = {
  productZh: "工业传感信号链与低功耗物联网芯片",
  productNames: ["24位模数转换前端", "矿用低功耗无线SoC"],
  uses: "智能矿山、过程仪表和智能表计",
  keyTool: "混合信号与低功耗验证",
  marketZh: "国内工业传感与物联网芯片市场",
  marketSize: "240.0",
};

export const team: TeamWords = {
  positions: ["总经理", "信号链副总", "SoC研发总监", "供应链与质量总监", "市场总监"],
  fields: ["传感芯片设计", "高精度模拟电路", "低功耗SoC与固件", "代工与封测管理", "工业仪表市场"],
  results: [
    "主持信号链芯片从定义到量产，三年累计出货1,900万颗，授权发明专利8件。",
    "负责24位模数转换和基准，低频噪声下降六成，带出模拟工程师16人。",
    "负责表计SoC的架构和固件，待机电流由1.6微安降到720纳安，出货740万颗。",
    "建立两家境内代工和两家封测来源，交期由22周缩短到14周，十年供货协议已签。",
    "建立六家仪表企业的联合定义关系，促成两份煤机联合开发协议。",
  ],
  priorEmployers: ["某芯片设计企业", "某模拟芯片企业", "某大学", "某封测企业", "某工业仪表企业"],
};

export const shape: MoneyShape = {
  uses: {
    plant: [150, 500, 0, 0, 0],
    equipment: [0, 500, 600, 200, 0],
    rnd: [0, 1400, 1700, 1400, 0],
    mask: [150, 1100, 1500, 1000, 0],
    eda_ip: [80, 600, 600, 500, 0],
    staff: [200, 1700, 2300, 2400, 0],
    working_capital: [0, 0, 0, 600, 800],
    other: [0, 0, 80, 0, 0],
  },
  sources: { own: 5200, shareholders: 2200, thisFund: 3600, coInvestor: 4200 },
};

export const steps: readonly Step[] = [
  [
    "研发中心设立",
    "2026-12-15",
    "2027-09-30",
    "落地主体设立，首批人员到岗，实验室投用",
    "在晋人员38人，首次在晋纳税",
    0.12,
    "yes",
  ],
  [
    "信号链全掩膜与矿用SoC试制",
    "2027-03-01",
    "2028-03-31",
    "四通道前端量产，矿用SoC完成MPW和井下试验",
    "噪声380纳伏，井下运行六个月无故障",
    0.32,
    "yes",
  ],
  [
    "矿用取证与首份订单",
    "2028-04-01",
    "2029-03-31",
    "通过本质安全认证并取得批量订单",
    "累计供货两家煤机企业，60万颗",
    0.3,
    "yes",
  ],
  [
    "五款芯片量产",
    "2029-04-01",
    "2030-06-30",
    "五款芯片进入量产，省内终测投入使用",
    "年出货5,000万颗以上",
    0.26,
    "no",
  ],
];

export const rights: readonly Right[] = [
  [
    "invention",
    "ZL202110123456.7",
    "一种低频噪声的斩波消除电路",
    "granted",
    "2021-01-29",
    "2023-05-12",
    "yes",
  ],
  ["invention", "ZL201911234567.4", "一种曲率补偿基准电路", "granted", "2019-12-05", "2022-08-19", "yes"],
  ["invention", "CN202410234567.9", "无线节点的分区断电与异步唤醒方法", "applied", "2024-03-01", "", "yes"],
  ["layout_design", "BS.235501234", "四通道模数转换前端布图", "granted", "2023-06-02", "2023-09-15", "yes"],
  ["software", "2024SR0123456", "物联网节点固件", "granted", "2024-01-10", "2024-02-28", ""],
];

/** How a company of another province brings one of its product lines. */
export const landing: ExampleAnswers = {
  landing_kind: "rd_centre",
  hq_now: ["370200", "崂山区"],
  hq_people_now: "102",
  entity_status: "planned",
  entity_month: "2027-03",
  entity_capital: "3,000.00",
  tax_month: "2027-06",
  stay_years: "10",
  local_agreement: "yes",
  local_agreement_text: sensingTexts.agreement,
  moves: rows(
    ["move_kind", "move_what", "move_month", "move_people", "move_state"],
    [
      ["rd_team", "物联网产品线的定义、固件和验证团队迁入", "2027-09", "34", "agreed"],
      ["product_line", "矿用和表计SoC由山西公司经营", "2027-12", "12", "agreed"],
      ["settlement", "物联网芯片合同改由山西公司签订和结算", "2027-06", "4", "agreed"],
      ["test_supply", "表计SoC终测转到省内封测企业", "2028-10", "8", "planned"],
    ],
  ),
  shanxi_years: [
    ["2026", "4", "3", "0", "0"],
    ["2027", "38", "32", "2,100.00", "150.00"],
    ["2028", "72", "58", "7,900.00", "560.00"],
    ["2029", "104", "82", "15,200.00", "1,120.00"],
    ["2030", "132", "100", "23,000.00", "1,700.00"],
  ].map(([id = "", shanxi_people = "", shanxi_rd = "", shanxi_revenue = "", shanxi_tax = ""]) => ({
    id,
    cells: { shanxi_people, shanxi_rd, shanxi_revenue, shanxi_tax },
  })),
};
