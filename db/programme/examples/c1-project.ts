import type { Tool } from "./equipment.ts";
import type { ProductWords } from "./example-types.ts";
import type { MoneyShape, Step } from "./money.ts";
import type { TeamWords } from "./people.ts";

/** What the example of C1 is about, who does it, what it costs and by when. */
export const product: ProductWords = {
  productZh: "8英寸导电型碳化硅衬底",
  productNames: ["8英寸导电型碳化硅衬底", "6英寸导电型碳化硅衬底"],
  uses: "新能源汽车主驱和光伏储能用功率器件",
  keyTool: "表面缺陷检测",
  marketZh: "国内导电型碳化硅衬底市场",
  marketSize: "92.4",
};

export const team: TeamWords = {
  fields: ["晶体生长", "切磨抛加工", "热场与缺陷", "产线建设与运营", "材料市场"],
  results: [
    "主持完成8英寸碳化硅单晶扩径，一年内综合良率由38%提高到61%，授权发明专利11件。",
    "负责加工工艺定型，总厚度偏差由3.4微米降到2.1微米，带出加工工程师18人。",
    "负责热场设计和缺陷控制，螺位错中位数下降四成，热场寿命由7炉延长到12炉。",
    "参与建成两条衬底量产线，主持长晶炉招标和厂务建设，按期投产，预算偏差在3%以内。",
    "建立两家外延企业的联合验证关系，取得首份8英寸批量订单3,000片。",
  ],
};

export const shape: MoneyShape = {
  uses: {
    land: [900, 0, 0, 0, 0],
    plant: [600, 5200, 1500, 0, 0],
    equipment: [0, 14000, 12000, 4000, 0],
    installation: [0, 400, 600, 200, 0],
    rnd: [0, 900, 1100, 600, 0],
    staff: [0, 600, 900, 800, 0],
    working_capital: [0, 0, 0, 1800, 2200],
    other: [0, 0, 200, 0, 0],
  },
  sources: { own: 12000, shareholders: 8000, thisFund: 7000, coInvestor: 2500 },
};

export const maker = "甲子示例装备有限公司";
export const tools: readonly Tool[] = [
  ["8英寸PVT长晶炉", "crystal_growth", "cn", 120, 110, "JZ-P8", maker, "", "单晶生长", "not_needed", ""],
  [
    "多线切割机",
    "slicing_polishing",
    "cn",
    12,
    320,
    "MW-300",
    "丁卯示例精密有限公司",
    "",
    "晶锭切片",
    "not_needed",
    "",
  ],
  [
    "双面研磨机",
    "slicing_polishing",
    "cn",
    10,
    260,
    "DL-22",
    "丁卯示例精密有限公司",
    "",
    "研磨",
    "not_needed",
    "",
  ],
  ["CMP设备", "cmp", "cn", 6, 620, "CM-200", "丁卯示例精密有限公司", "", "化学机械抛光", "not_needed", ""],
  ["晶片清洗机", "clean", "cn", 4, 480, "CL-200", "丁卯示例精密有限公司", "", "终检前清洗", "not_needed", ""],
  [
    "表面缺陷检测仪",
    "metrology",
    "abroad",
    2,
    1450,
    "SD-880",
    "境外厂商甲",
    "美国",
    "缺陷检测",
    "granted",
    "国产检测机比对验证中",
  ],
  [
    "X射线衍射仪",
    "metrology",
    "cn",
    3,
    210,
    "XR-20",
    "戊辰示例仪器有限公司",
    "",
    "晶向和应力",
    "not_needed",
    "",
  ],
  ["退火炉", "thermal", "cn", 4, 160, "AN-2200", "丙寅示例热工有限公司", "", "晶锭退火", "not_needed", ""],
  [
    "晶锭滚磨机",
    "slicing_polishing",
    "cn",
    4,
    140,
    "RG-8",
    "丁卯示例精密有限公司",
    "",
    "滚圆定向",
    "not_needed",
    "",
  ],
];

export const steps: readonly Step[] = [
  [
    "厂房改造与公用工程完成",
    "2026-12-15",
    "2027-09-30",
    "厂房、循环水和配电通过验收",
    "具备120台长晶炉进场条件",
    0.2,
    "yes",
  ],
  [
    "首批40台炉投产",
    "2027-06-01",
    "2027-12-31",
    "首批新炉出片并通过客户来料检验",
    "8英寸产能2,500片/月，综合良率58%以上",
    0.3,
    "yes",
  ],
  [
    "全部炉台到位",
    "2028-01-01",
    "2028-10-31",
    "144台8英寸炉全部投入运行",
    "8英寸产能5,000片/月，综合良率60%以上",
    0.3,
    "yes",
  ],
  ["达产", "2028-11-01", "2029-06-30", "产线达到设计产能并通过竣工验收", "两种尺寸合计9,000片/月", 0.2, "no"],
];
