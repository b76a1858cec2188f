import type { Tool } from "./equipment.ts";
import type { ProductWords } from "./example-types.ts";
import type { MoneyShape, Step } from "./money.ts";
import type { TeamWords } from "./people.ts";
import type { Right } from "./section-answers.ts";

/** What the example of the laser slicer is about, who does it, what it costs and by when. */
export const product: ProductWords = {
  productZh: "碳化硅晶锭激光剥离机",
  productNames: ["8英寸碳化硅晶锭激光剥离机", "晶圆激光划片机"],
  uses: "碳化硅衬底产线",
  keyTool: "像差校正光路",
  marketZh: "国内碳化硅衬底切割设备市场",
  marketSize: "19.0",
};

export const team: TeamWords = {
  positions: ["总经理", "光学副总", "工艺研发总监", "制造与售后总监", "市场总监"],
  fields: ["激光装备产业化", "超快激光与光学", "改质与分离工艺", "装配与可靠性", "衬底装备市场"],
  results: [
    "主持三代晶锭剥离样机研制，单片损耗由168微米降到105微米，授权发明专利7件。",
    "负责像差校正和光束整形，改质层起伏由25微米降到9微米，带出光学工程师11人。",
    "负责掺杂自适应扫描，小面区强度差由46%降到12%，完成8英寸剥离410片。",
    "建立停机归因和备件体系，台架平均故障间隔由70小时提高到160小时。",
    "建立三家衬底企业的试切关系，取得首份验收后采购3台的书面承诺。",
  ],
  priorEmployers: ["某激光装备企业", "某光学精密机械研究所", "某大学", "某数控装备企业", "某半导体装备企业"],
};

export const shape: MoneyShape = {
  uses: {
    plant: [150, 700, 0, 0, 0],
    equipment: [0, 1500, 1200, 300, 0],
    installation: [0, 80, 80, 0, 0],
    rnd: [500, 2200, 2000, 1000, 0],
    staff: [150, 900, 950, 800, 0],
    working_capital: [0, 0, 0, 700, 900],
    other: [0, 0, 90, 0, 0],
  },
  sources: { own: 4600, shareholders: 2000, thisFund: 2800, coInvestor: 1200 },
};

const precision = "丁卯示例精密有限公司";
const gauge = "戊辰示例仪器有限公司";
export const tools: readonly Tool[] = [
  [
    "超快激光参数测试平台",
    "test",
    "abroad",
    1,
    620,
    "UF-200",
    "境外厂商甲",
    "德国",
    "激光器替代验证",
    "granted",
    "国产测试模块比对验证中",
  ],
  ["五轴加工中心", "other", "cn", 2, 190, "MC-5A", precision, "", "光机结构件加工", "not_needed", ""],
  ["激光干涉仪", "metrology", "cn", 2, 110, "LI-80", gauge, "", "平台精度检测", "not_needed", ""],
  ["裂纹与应力显微镜", "metrology", "cn", 2, 180, "CM-60", gauge, "", "改质层观察", "not_needed", ""],
  [
    "晶片几何参数测试仪",
    "metrology",
    "abroad",
    1,
    520,
    "WG-200",
    "境外厂商乙",
    "日本",
    "翘曲与厚度检测",
    "not_needed",
    "国产机型备选",
  ],
  ["洁净装配单元", "other", "cn", 4, 60, "CA-6", precision, "", "整机装配", "not_needed", ""],
  [
    "试验片磨抛机",
    "slicing_polishing",
    "cn",
    2,
    330,
    "GP-8",
    precision,
    "",
    "剥离片后道验证",
    "not_needed",
    "",
  ],
];

export const steps: readonly Step[] = [
  [
    "两台样机装配完成",
    "2026-12-15",
    "2027-08-31",
    "二号、三号样机通过台架测试",
    "单片20分钟，损耗100微米，故障间隔190小时",
    0.35,
    "yes",
  ],
  [
    "上线验证",
    "2027-09-01",
    "2028-05-31",
    "样机进入合作产线，完成24根晶锭",
    "终检合格率与线切相当，破片率千分之一",
    0.3,
    "yes",
  ],
  [
    "马拉松运行与最终验收",
    "2028-06-01",
    "2028-12-31",
    "连续运行800小时并通过产线验收",
    "单片15分钟，损耗90微米，故障间隔260小时",
    0.2,
    "yes",
  ],
  [
    "批量制造",
    "2029-01-01",
    "2030-06-30",
    "形成年产20台的装配和售后能力",
    "累计交付12台，零部件国产化率88%",
    0.15,
    "no",
  ],
];

export const rights: readonly Right[] = [
  [
    "invention",
    "ZL202110123456.7",
    "一种随深度补偿像差的激光加工光路",
    "granted",
    "2021-01-29",
    "2023-05-12",
    "yes",
  ],
  [
    "invention",
    "ZL202110456789.1",
    "按透过率分区的晶锭改质扫描方法",
    "granted",
    "2021-04-26",
    "2023-10-20",
    "yes",
  ],
  ["utility_model", "ZL202220765432.1", "一种分区真空取片吸盘", "granted", "2022-04-02", "2022-11-08", ""],
  ["invention", "CN202410234567.9", "双频超声分离晶片的方法", "applied", "2024-03-01", "", "yes"],
  ["software", "2024SR0123456", "晶锭剥离参数库软件", "granted", "2024-01-10", "2024-02-28", ""],
];
