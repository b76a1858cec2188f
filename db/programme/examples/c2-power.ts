import { landingAnswers } from "./c2-landing.ts";
import { product, team, shape, steps } from "./c2-project.ts";
import { c2Texts, type C2Texts } from "./c2-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { ProjectTheme } from "./project-theme.ts";
import type { Right } from "./section-answers.ts";

/** Plainly fictional: it comes from another province. */
const applicant: ExampleApplicant = {
  nameZh: "壬戌示例芯片设计有限公司",
  nameEn: "Renxu Example Chip Design Co., Ltd.",
  uscc: "91320200MA1K4C2L0A",
  city: "140100",
  cityName: "太原市",
  county: "小店区",
  park: "shanxi_reform_zone",
  parkName: "山西转型综合改革示范区",
  address: ["320200", "新吴区", "示例大道18号"],
  postcode: "214000",
  legalRep: "赵某某",
  contact: "冯某某",
  mobile: "13800000353",
  email: "shenbao@renxu-example.cn",
};

const technologyAnswers: ExampleAnswers = {
  products: rows(
    ["product_name", "stage", "material", "device_type", "node", "node_unit", "localisation", "replaces"],
    [
      ["多相降压控制器", "small_batch", ["si"], ["analog"], "0.18", "um", "88.0", "进口多相控制器"],
      ["电池管理前端芯片", "sample", ["si"], ["analog", "sensor_mems"], "180", "nm", "85.0", "进口电池前端"],
    ],
  ),
  key_specs: rows(
    ["indicator", "unit", "ours", "domestic_best", "world_best", "evidence"],
    [
      ["瞬态响应", "µs", "7", "12", "6", "A11-1"],
      ["峰值效率（12 V转1 V）", "%", "92.4", "91.0", "92.7", "A11-2"],
      ["电流采样误差（全温）", "%", "1.8", "3.0", "1.5", "A11-2"],
      ["基准温漂", "ppm/℃", "8", "15", "6", "A11-3"],
    ],
  ),
  trl: "7",
  mrl: "6",
  maturity_evidence: c2Texts.maturity,
  process_source: ["own"],
  process_source_text: c2Texts.processSource,
  technical_route: c2Texts.route,
};

const rights: readonly Right[] = [
  ["invention", "ZL202110123456.7", "一种多相变换器的均流方法", "granted", "2021-01-29", "2023-05-12", "yes"],
  ["invention", "ZL201911234567.4", "一种全温电流采样电路", "granted", "2019-12-05", "2022-08-19", "yes"],
  ["invention", "CN202410234567.9", "变换器相数切换判据", "applied", "2024-03-01", "", "yes"],
  ["layout_design", "BS.235501234", "八相降压控制器布图", "granted", "2023-06-02", "2023-09-15", "yes"],
  ["layout_design", "BS.245507788", "电池管理前端布图", "granted", "2024-08-20", "2024-12-10", ""],
  ["software", "2024SR0123456", "电源配置工具软件", "granted", "2024-01-10", "2024-02-28", ""],
];

const designAnswers: ExampleAnswers = {
  chip_revenue: rows(
    [
      "chip",
      "chip_2023",
      "chip_2024",
      "chip_2025",
      "chip_own",
      "chip_units",
      "chip_margin",
      "chip_customers",
    ],
    [
      [
        "RX8200多相控制器",
        "1,500.00",
        "3,200.00",
        "5,600.00",
        "yes",
        "1,480",
        "43.5",
        "服务器电源和储能企业",
      ],
      ["RX3100驱动芯片", "700.00", "1,500.00", "2,100.00", "yes", "1,020", "38.0", "电源模块企业"],
      ["定制采样芯片", "100.00", "200.00", "400.00", "no", "60", "22.0", "一家储能企业定制"],
    ],
  ),
  chip_roadmap: c2Texts.roadmap,
  foundries: rows(
    [
      "foundry",
      "foundry_origin",
      "foundry_process",
      "foundry_node",
      "foundry_unit",
      "foundry_access",
      "foundry_wafers",
      "foundry_risk",
    ],
    [
      ["代工厂甲", "cn", "BCD 40 V", "0.18", "um", "customer", "800", "无限制，代工厂乙可备份"],
      ["代工厂乙", "cn", "BCD 60 V", "130", "nm", "customer", "300", "无限制，爬坡中"],
    ],
  ),
  packaging_sources: c2Texts.packaging,
  eda_ip: rows(
    [
      "eda_kind",
      "eda_vendor",
      "eda_tool",
      "eda_origin",
      "licence_type",
      "eda_seats",
      "eda_expires",
      "eda_genuine",
      "eda_controlled",
      "eda_alternative",
    ],
    [
      [
        "eda",
        "境外厂商甲",
        "模拟电路仿真",
        "abroad",
        "term",
        "24",
        "2028-12-31",
        "yes",
        "yes",
        "国产仿真工具，切换约9个月",
      ],
      ["eda", "癸亥示例软件有限公司", "版图与物理验证", "cn", "term", "18", "2027-12-31", "yes", "no", ""],
      ["ip", "代工厂甲", "标准单元库与静电保护", "cn", "perpetual", "", "", "yes", "no", ""],
      ["pdk", "代工厂乙", "BCD工艺设计套件", "cn", "perpetual", "", "", "yes", "no", ""],
    ],
  ),
  tapeouts: rows(
    [
      "tapeout_chip",
      "tapeout_date",
      "tapeout_foundry",
      "tapeout_node",
      "tapeout_unit",
      "tapeout_kind",
      "tapeout_result",
      "tapeout_cost",
      "tapeout_lesson",
    ],
    [
      ["RX8200B", "2025-03-18", "代工厂甲", "0.18", "um", "full_mask", "passed", "260.00", ""],
      [
        "RX8200A-车规样片",
        "2025-11-06",
        "代工厂甲",
        "0.18",
        "um",
        "mpw",
        "respin",
        "48.00",
        "高温采样漂移偏大，改基准电路",
      ],
      ["RX8200A-车规二版", "2026-08-20", "代工厂甲", "0.18", "um", "mpw", "in_fab", "52.00", ""],
    ],
  ),
  feasibility: c2Texts.feasibility,
};

const otherAnswers: ExampleAnswers = {
  reg_address: ["320200", "新吴区", "示例大道18号"],
  employees_shanxi: "6",
  suppliers: rows(
    ["supplier", "goods", "country", "purchase_share"],
    [
      ["代工厂甲", "晶圆代工", "中国", "46.00"],
      ["代工厂乙", "晶圆代工", "中国", "21.00"],
      ["封测厂丙", "封装测试", "中国", "18.50"],
    ],
  ),
  public_money: rows(
    ["source", "programme", "amount", "granted_on", "same_content", "outcome"],
    [
      ["provincial", "外省重点研发计划（车规电源）", "300.00", "2024-06", "no", "2025年12月通过验收"],
      ["city", "落地协议：研发办公用房三年租金减免", "180.00", "2026-09", "no", "已签协议，2027年起执行"],
    ],
  ),
  risks: rows(
    ["risk_kind", "risk", "likelihood", "impact", "countermeasure"],
    [
      [
        "technology",
        "车规高温下采样漂移超标，需要再改版",
        "medium",
        "high",
        "预留一次改版费用，先用MPW验证电路",
      ],
      [
        "people",
        "核心设计人员不愿迁居太原",
        "medium",
        "high",
        "书面确认迁居时间，设过渡期和安家补贴，分批迁入",
      ],
      ["market", "车型推迟导致定点延后三个季度", "medium", "medium", "工业级和储能客户先行放量，保持现金流"],
      ["supply", "境外仿真工具停止更新", "low", "high", "国产工具并行比对，关键版本离线保存"],
    ],
  ),
  uses_controlled_items_text:
    "模拟仿真和版图验证使用境外EDA工具，授权覆盖到2028年底；国产工具正在用老产品比对，预计2028年上半年可以承担新品设计。",
  countermeasures:
    "关键工具版本离线保存并按年续期；国产工具并行比对，每季度评估一次；代工保留两家境内来源，掩膜数据双备份；受限时先保车规产品的流片和交付。",
  training_plan:
    "与省内两所高校设立集成电路设计联合培养班，每年接收实习生40人；公司工程师每学期授课两门；应届生入职后实行一年导师制。",
  local_purchase_share: "28.0",
};

export const powerManagement: ProjectTheme<C2Texts> = {
  ...{ applicant, product, team, shape, steps, rights, texts: c2Texts },
  titleZh: "车规与工业电源管理芯片总部及产业化项目",
  titleEn: "Headquarters and production of automotive and industrial power management chips",
  ...{ segment: "design", industry: "6520", fields: ["nev", "industrial"] },
  businessScope:
    "集成电路设计；集成电路芯片及产品销售；软件开发；技术服务、技术开发、技术咨询、技术转让；货物进出口。",
  preMoney: 30000 / 27600,
  answers: { ...technologyAnswers, ...designAnswers, ...landingAnswers, ...otherAnswers },
};
