import type { Tool } from "./equipment.ts";
import type { ProductWords } from "./example-types.ts";
import type { MoneyShape, Step } from "./money.ts";
import type { TeamWords } from "./people.ts";

/** What the example of C6 is about, who does it, what it costs and by when. */
export const product: ProductWords = {
  productZh: "碳化硅高温离子注入机",
  productNames: ["8英寸碳化硅高温离子注入机", "高温退火炉"],
  uses: "碳化硅功率器件产线",
  keyTool: "铝离子源",
  marketZh: "国内碳化硅高温离子注入机市场",
  marketSize: "28.0",
};

export const team: TeamWords = {
  positions: ["总经理", "整机副总", "束流研发总监", "制造与售后总监", "市场总监"],
  fields: ["离子束装备", "整机架构与真空", "离子源与束流控制", "装配与可靠性", "半导体装备市场"],
  results: [
    "主持三代碳化硅注入机样机研制，铝源寿命由80小时提高到220小时，授权发明专利8件。",
    "负责整机架构和真空系统，8英寸热靶片内温差小于8摄氏度，带出整机工程师15人。",
    "负责离子源和剂量控制，片间重复性优于0.8%，完成三种工艺的产线演示。",
    "建立停机归因和备件体系，台架平均故障间隔由95小时提高到180小时。",
    "建立三家器件企业的试用关系，取得首份验收后采购4台的书面承诺。",
  ],
  priorEmployers: ["某离子束研究所", "某半导体装备企业", "某大学", "某装备企业", "某半导体装备企业"],
};

export const shape: MoneyShape = {
  uses: {
    plant: [200, 900, 0, 0, 0],
    equipment: [0, 1500, 1200, 300, 0],
    installation: [0, 100, 100, 0, 0],
    rnd: [600, 2600, 2400, 1200, 0],
    staff: [200, 1000, 1100, 900, 0],
    working_capital: [0, 0, 0, 800, 1000],
    other: [0, 0, 100, 0, 0],
  },
  sources: { own: 5200, shareholders: 2200, thisFund: 3000, coInvestor: 1500 },
};

const instruments = "戊辰示例仪器有限公司";
export const tools: readonly Tool[] = [
  [
    "五轴加工中心",
    "other",
    "cn",
    3,
    180,
    "MC-5A",
    "丁卯示例精密有限公司",
    "",
    "腔体和靶台加工",
    "not_needed",
    "",
  ],
  ["检漏与残气分析系统", "metrology", "cn", 2, 95, "LK-30", instruments, "", "真空检测", "not_needed", ""],
  [
    "离子源测试台",
    "test",
    "cn",
    2,
    310,
    "IS-9",
    "乙丑示例微电子装备有限公司",
    "",
    "离子源寿命测试",
    "not_needed",
    "",
  ],
  [
    "晶圆颗粒检测仪",
    "metrology",
    "abroad",
    1,
    780,
    "PT-700",
    "境外厂商甲",
    "美国",
    "新增颗粒检测",
    "granted",
    "国产检测机比对验证中",
  ],
  [
    "热波与方块电阻测试仪",
    "metrology",
    "abroad",
    1,
    420,
    "TW-50",
    "境外厂商乙",
    "日本",
    "剂量检测",
    "not_needed",
    "国产四探针备选",
  ],
  ["洁净装配单元", "other", "cn", 4, 60, "CA-6", "丁卯示例精密有限公司", "", "整机装配", "not_needed", ""],
  ["高压电源测试系统", "test", "cn", 2, 110, "HV-900", instruments, "", "电源替代验证", "not_needed", ""],
];

export const steps: readonly Step[] = [
  [
    "两台样机装配完成",
    "2026-12-15",
    "2027-09-30",
    "二号、三号样机通过台架测试",
    "束流8毫安，靶温650摄氏度，台架故障间隔220小时",
    0.35,
    "yes",
  ],
  [
    "上线验证",
    "2027-10-01",
    "2028-06-30",
    "样机进入合作产线并完成三种工艺验证",
    "累计1,200片，器件参数与进口机型无显著差异",
    0.3,
    "yes",
  ],
  [
    "马拉松运行与最终验收",
    "2028-07-01",
    "2028-12-31",
    "连续运行1,000小时并通过产线验收",
    "产出25片/小时，故障间隔300小时",
    0.2,
    "yes",
  ],
  [
    "批量制造",
    "2029-01-01",
    "2030-06-30",
    "形成年产15台的装配和售后能力",
    "累计交付12台，零部件国产化率85%",
    0.15,
    "no",
  ],
];
