import type { Tool } from "./equipment.ts";
import type { ProductWords } from "./example-types.ts";
import type { MoneyShape, Step } from "./money.ts";

/** What the example of C4 is about, who does it, what it costs and by when. */
export const product: ProductWords = {
  productZh: "车规级碳化硅功率模块",
  productNames: ["车规级碳化硅功率模块", "5G基站射频模块"],
  uses: "新能源汽车主驱和5G基站",
  keyTool: "银烧结",
  marketZh: "国内车规级碳化硅功率模块市场",
  marketSize: "128.6",
};

export const shape: MoneyShape = {
  uses: {
    plant: [400, 2600, 900, 0, 0],
    equipment: [0, 7000, 6500, 1500, 0],
    installation: [0, 300, 300, 100, 0],
    rnd: [0, 700, 800, 500, 0],
    staff: [0, 500, 700, 600, 0],
    working_capital: [0, 0, 0, 1200, 1500],
    other: [0, 0, 150, 0, 0],
  },
  sources: { own: 7000, shareholders: 4000, thisFund: 4000, coInvestor: 1500 },
};

const packager = "乙丑示例微电子装备有限公司";
const tester = "戊辰示例仪器有限公司";
export const tools: readonly Tool[] = [
  [
    "真空回流焊炉",
    "packaging",
    "cn",
    4,
    420,
    "VR-60",
    "丙寅示例热工有限公司",
    "",
    "贴片焊接",
    "not_needed",
    "",
  ],
  ["加压银烧结机", "packaging", "cn", 3, 680, "SS-40", packager, "", "芯片烧结", "not_needed", ""],
  [
    "加压银烧结机（对比机）",
    "packaging",
    "abroad",
    1,
    980,
    "AG-8",
    "境外厂商甲",
    "德国",
    "大尺寸烧结",
    "not_needed",
    "国产烧结机已可替代小尺寸",
  ],
  ["全自动铜线键合机", "packaging", "cn", 20, 160, "WB-12", packager, "", "键合", "not_needed", ""],
  ["超声扫描显微镜", "metrology", "cn", 3, 260, "SAM-5", tester, "", "孔隙检测", "not_needed", ""],
  ["灌封与塑封线", "packaging", "cn", 4, 310, "PM-9", packager, "", "灌封塑封", "not_needed", ""],
  [
    "激光划片机",
    "slicing_polishing",
    "cn",
    3,
    290,
    "LD-8",
    "丁卯示例精密有限公司",
    "",
    "划片",
    "not_needed",
    "",
  ],
  ["动态测试系统", "test", "cn", 6, 380, "DT-30", tester, "", "双脉冲测试", "not_needed", ""],
  ["静态测试分选机", "test", "cn", 6, 210, "ST-20", tester, "", "静态测试", "not_needed", ""],
  ["功率循环与老化台", "test", "cn", 5, 150, "PC-20", tester, "", "寿命考核", "not_needed", ""],
];

export const steps: readonly Step[] = [
  ["厂房改造完成", "2026-12-15", "2027-09-30", "净化厂房和公用工程通过验收", "具备设备进场条件", 0.2, "yes"],
  [
    "首条新线投产",
    "2027-06-01",
    "2028-03-31",
    "首批产品下线并通过客户来料检验",
    "产能3万只/月，良率98.5%以上",
    0.35,
    "yes",
  ],
  [
    "通过车规正式考核",
    "2028-01-01",
    "2028-09-30",
    "取得AQG 324第三方报告，定点项目开始供货",
    "功率循环6万次，累计交付20万只",
    0.25,
    "yes",
  ],
  [
    "达产",
    "2028-10-01",
    "2029-06-30",
    "产线达到设计产能并通过竣工验收",
    "产能6万只/月，良率99.2%",
    0.2,
    "no",
  ],
];
