import type { Tool } from "./equipment.ts";
import type { ProductWords } from "./example-types.ts";
import type { MoneyShape, Step } from "./money.ts";
import type { TeamWords } from "./people.ts";
import type { Right } from "./section-answers.ts";

/** What the example of pressure sensors is about, who does it, what it costs and by when. */
export const product: ProductWords = {
  productZh: "MEMS压力传感器",
  productNames: ["车用热管理压力传感器", "物联网用数字压力传感器"],
  uses: "新能源汽车热管理和智能表计",
  keyTool: "批量温压标定",
  marketZh: "国内MEMS压力传感器市场",
  marketSize: "96.0",
};

export const team: TeamWords = {
  positions: ["总经理", "封装副总", "研发总监", "制造与质量总监", "市场总监"],
  fields: ["传感器设计与产业化", "低应力封装", "敏感芯片与补偿算法", "批量标定与质量", "汽车与表计市场"],
  results: [
    "主持三代压力传感器从设计到量产，累计出货860万只，授权发明专利10件。",
    "负责低应力封装开发，零点漂移由满量程的1.2%降到0.3%，带出封装工程师14人。",
    "负责芯片版图和三温三压补偿算法，全温区精度由1.5%提高到0.5%。",
    "主持256工位标定系统建设，单只标定时间由38秒降到9秒，质量成本下降三成。",
    "建立四家表计企业的长期供货和一家热管理企业的定点关系。",
  ],
  priorEmployers: ["某传感器研究所", "某封测企业", "某大学", "某汽车零部件企业", "某仪表企业"],
};

export const shape: MoneyShape = {
  uses: {
    plant: [300, 1800, 600, 0, 0],
    equipment: [0, 5200, 4600, 1200, 0],
    installation: [0, 200, 200, 50, 0],
    rnd: [0, 600, 700, 400, 0],
    staff: [0, 400, 500, 450, 0],
    working_capital: [0, 0, 0, 900, 1100],
    other: [0, 0, 100, 0, 0],
  },
  sources: { own: 5200, shareholders: 3000, thisFund: 3000, coInvestor: 1200 },
};

const packager = "乙丑示例微电子装备有限公司";
const tester = "戊辰示例仪器有限公司";
export const tools: readonly Tool[] = [
  ["高速固晶机", "packaging", "cn", 12, 140, "DB-18", packager, "", "固晶", "not_needed", ""],
  ["全自动金线键合机", "packaging", "cn", 24, 95, "WB-8", packager, "", "键合", "not_needed", ""],
  ["点胶固化线", "packaging", "cn", 4, 120, "DP-6", packager, "", "软胶点胶与固化", "not_needed", ""],
  ["批量温压标定系统", "test", "cn", 10, 260, "PT-256", tester, "", "三温三压标定", "not_needed", ""],
  ["激光打标分选机", "test", "cn", 8, 85, "LM-12", tester, "", "打标分选", "not_needed", ""],
  ["晶圆探针台", "test", "cn", 6, 150, "WP-8", tester, "", "芯片测试", "not_needed", ""],
  ["氦质谱检漏仪", "metrology", "cn", 4, 110, "HL-30", tester, "", "气密检漏", "not_needed", ""],
  [
    "三维X射线检测仪",
    "metrology",
    "abroad",
    1,
    420,
    "XT-160",
    "境外厂商甲",
    "德国",
    "键合与胶层检测",
    "not_needed",
    "国产二维机型可替代抽检",
  ],
  ["高温加压老化柜", "test", "cn", 6, 120, "BI-48", tester, "", "老化筛选", "not_needed", ""],
  ["模组装配线", "packaging", "cn", 2, 400, "MA-3", "丁卯示例精密有限公司", "", "模组装配", "not_needed", ""],
];

export const steps: readonly Step[] = [
  ["厂房装修完成", "2026-12-15", "2027-08-31", "净化车间和动力通过验收", "具备设备进场条件", 0.2, "yes"],
  [
    "首条新线投产",
    "2027-06-01",
    "2028-02-29",
    "首批产品下线并通过客户来料检验",
    "产能160万只/月，标定良率97%以上",
    0.35,
    "yes",
  ],
  [
    "车规考核与定点供货",
    "2028-01-01",
    "2028-09-30",
    "取得第三方车规报告，定点项目开始供货",
    "车用产品累计交付60万只",
    0.25,
    "yes",
  ],
  [
    "达产",
    "2028-10-01",
    "2029-06-30",
    "产线达到设计产能并通过竣工验收",
    "产能400万只/月，标定良率98.5%",
    0.2,
    "no",
  ],
];

export const rights: readonly Right[] = [
  [
    "invention",
    "ZL202110123456.7",
    "一种低应力压力传感器封装结构",
    "granted",
    "2021-01-29",
    "2023-05-12",
    "yes",
  ],
  ["invention", "ZL201911234567.4", "一种批量温压标定方法", "granted", "2019-12-05", "2022-08-19", "yes"],
  ["utility_model", "ZL202220765432.1", "一种标定用快速密封夹具", "granted", "2022-04-02", "2022-11-08", ""],
  ["invention", "CN202410234567.9", "压力传感器的分段补偿方法", "applied", "2024-03-01", "", "yes"],
  ["layout_design", "BS.245507788", "压阻敏感芯片布图", "granted", "2024-08-20", "2024-12-10", ""],
  ["software", "2024SR0123456", "标定数据追溯软件", "granted", "2024-01-10", "2024-02-28", ""],
];
