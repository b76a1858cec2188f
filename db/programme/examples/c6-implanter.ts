import { product, shape, steps, team, tools } from "./c6-project.ts";
import { c6Texts, type C6Texts } from "./c6-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { ProjectTheme } from "./project-theme.ts";

/** Plainly fictional. */
const applicant: ExampleApplicant = {
  nameZh: "甲戌示例半导体装备（晋中）有限公司",
  nameEn: "Jiaxu Example Semiconductor Equipment (Jinzhong) Co., Ltd.",
  uscc: "91140700MA0H0TQ61B",
  city: "140700",
  cityName: "晋中市",
  county: "榆次区",
  park: "shanxi_reform_zone",
  parkName: "山西转型综合改革示范区",
  address: ["140700", "榆次区", "示例街21号"],
  postcode: "030600",
  legalRep: "赵某某",
  contact: "陈某某",
  mobile: "13800000354",
  email: "shenbao@jiaxu-example.cn",
};

const technologyAnswers: ExampleAnswers = {
  products: rows(
    [
      "product_name",
      "stage",
      "wafer_size",
      "capacity_now",
      "capacity_target",
      "capacity_unit",
      "localisation",
      "replaces",
    ],
    [
      [
        "8英寸碳化硅高温离子注入机",
        "pilot",
        ["6", "8"],
        "2",
        "15",
        "units_year",
        "72.0",
        "进口高温离子注入机",
      ],
      ["高温退火炉", "small_batch", ["6", "8"], "6", "12", "units_year", "90.0", "进口高温退火炉"],
    ],
  ),
  key_specs: rows(
    ["indicator", "unit", "ours", "domestic_best", "world_best", "evidence"],
    [
      ["最高能量", "keV", "900", "700", "960", "A10-1"],
      ["铝束流", "mA", "8", "5", "10", "A10-1"],
      ["热靶片内温差", "℃", "8", "15", "6", "A10-2"],
      ["剂量重复性", "%", "0.8", "1.5", "0.5", "A10-3"],
      ["铝源寿命", "h", "220", "100", "300", "A10-4"],
    ],
  ),
  trl: "7",
  mrl: "6",
  maturity_evidence: c6Texts.maturity,
  process_source: ["own"],
  process_source_text: c6Texts.processSource,
  technical_route: c6Texts.route,
};

const toolAnswers: ExampleAnswers = {
  applicant_role: "equipment_maker",
  tool_title: "8英寸碳化硅高温离子注入机",
  tool_kind: "implant",
  tool_step: "源漏区和终端高温离子注入",
  tool_sizes: ["6", "8"],
  tool_benchmark: "进口同类机型（900 keV高温注入）",
  first_unit: "planned",
  first_unit_month: "2029-03",
  fab_name: "甲子示例功率半导体（忻州）有限公司",
  fab_line: "8英寸碳化硅功率器件线（验证区）",
  fab_wafer_size: "8",
  fab_capacity: "10,000",
  fab_agreement: "signed",
  fab_agreement_date: "2026-08-18",
  purchase_term: "committed",
  purchase_units: "4",
  agreement_terms: c6Texts.agreement,
  validation: rows(
    [
      "validation_stage",
      "validation_start",
      "validation_end",
      "wafers_planned",
      "wafers_done",
      "wafer_payer",
      "pass_mark",
    ],
    [
      ["bench", "2026-12", "2027-09", "600", "0", "applicant", "台架连续运行500小时，故障间隔220小时"],
      ["demo", "2027-10", "2027-12", "300", "120", "fab", "三种工艺方块电阻与进口机型差异2%以内"],
      ["in_line", "2028-01", "2028-06", "900", "0", "fab", "器件参数分布与进口机型无显著差异"],
      ["marathon", "2028-07", "2028-11", "1,200", "0", "fab", "连续1,000小时，破片率低于0.05%"],
      ["acceptance", "2028-12", "2028-12", "200", "0", "fab", "产出、故障间隔、可用率达到协议指标"],
    ],
  ),
  performance: [
    ["wph", "18", "25", "25", "30"],
    ["mtbf", "180", "300", "300", "350"],
    ["mtba", "60", "120", "100", "150"],
    ["mttr", "6", "3", "4", "3"],
    ["uptime", "78", "92", "90", "93"],
    ["uniformity", "1.2", "0.8", "1", "0.7"],
    ["particles", "24", "12", "15", "10"],
  ].map(([id = "", figure_now = "", figure_target = "", figure_wanted = "", figure_benchmark = ""]) => ({
    id,
    cells: { figure_now, figure_target, figure_wanted, figure_benchmark },
  })),
  parts: rows(
    [
      "part",
      "part_origin",
      "part_share",
      "part_controlled",
      "part_supplier",
      "alternative_state",
      "alternative_plan",
    ],
    [
      ["铝离子源", "cn", "12.00", "no", "本企业自制", "", ""],
      ["分析磁铁与加速管", "cn", "22.00", "no", "某磁体企业", "", ""],
      ["高压电源", "abroad", "14.00", "yes", "境外厂商丙", "validating", "国产电源2027年上半年装到三号样机"],
      ["射频匹配器", "abroad", "6.00", "yes", "境外厂商丁", "validating", "国产件2027年第三季度完成比对"],
      ["真空阀门", "abroad", "8.00", "no", "境外厂商戊", "identified", "国产阀门2028年批量替换"],
      ["热靶台与传输", "cn", "20.00", "no", "本企业自制", "", ""],
      ["控制系统与软件", "cn", "10.00", "no", "本企业自制", "", ""],
      ["机架、腔体和其他", "cn", "8.00", "no", "省内加工企业", "", ""],
    ],
  ),
  parts_target: "85.00",
  feasibility: c6Texts.feasibility,
};

const partnerAnswers = rows(
  ["role", "partner_name", "contract", "in_shanxi", "partner_uscc", "contribution", "ip_terms"],
  [
    [
      "device_maker",
      "甲子示例功率半导体（忻州）有限公司",
      "signed",
      "yes",
      "91140900MA0KX12R1D",
      "提供验证产线机时和晶圆，共同制定验收指标",
      "整机专利归本企业，工艺数据共享",
    ],
    [
      "university",
      "某理工大学",
      "signed",
      "yes",
      "",
      "剂量控制算法和束流仿真",
      "成果归本企业，学校保留署名和教学使用",
    ],
  ],
);

const otherAnswers: ExampleAnswers = {
  risks: rows(
    ["risk_kind", "risk", "likelihood", "impact", "countermeasure"],
    [
      [
        "technology",
        "长时间运行剂量漂移超标",
        "medium",
        "high",
        "在线标定与双源热备并行，预留三个月改进时间",
      ],
      ["supply", "高压电源进口受限", "medium", "high", "国产电源先行装到三号样机，接口一致可互换"],
      ["market", "合作产线推迟扩产，机时减少", "low", "medium", "第二家器件企业已签意向，样机可移机验证"],
      ["people", "驻厂工程师不足", "medium", "medium", "提前半年招聘培训，实行轮换和专项补贴"],
    ],
  ),
  green_measures:
    "样机按低待机功耗设计，待机功率比上一代下降三成；真空泵按需启停；装配间采用高效过滤和分区送风，年节电约22万千瓦时。",
  uses_controlled_items_text:
    "高压电源、射频匹配器和部分真空阀门受原产国管制，首批用量已到货；国产替代件正在三号样机上验证，切换约需四个月。",
  countermeasures:
    "受管制部件按两台用量提前备货；国产件接口一致，可现场更换；每季度评估一次替代进度；颗粒检测可委托省内检测机构，不影响验证进度。",
  training_plan:
    "与省内高校共建离子束技术实习基地，每年接收实习生20人；新员工先在台架培训三个月，再跟随驻厂工程师实习；每年选派6名工程师到部件厂商学习。",
  partners: partnerAnswers,
};

export const implanter: ProjectTheme<C6Texts> = {
  ...{ applicant, product, team, shape, steps, tools, texts: c6Texts },
  titleZh: "8英寸碳化硅高温离子注入机研制与验证",
  titleEn: "High-temperature implanter for 8-inch SiC, development and validation",
  ...{ segment: "equipment", industry: "3562", fields: ["nev", "industrial"] },
  businessScope:
    "半导体器件专用设备研发、制造和销售；专用设备修理；机械零部件加工；技术服务、技术开发；货物进出口。",
  preMoney: 18000 / 16200,
  answers: { ...technologyAnswers, ...toolAnswers, ...otherAnswers },
};
