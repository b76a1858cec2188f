import { product, team, shape, steps } from "./c3-project.ts";
import { c3Texts, type C3Texts } from "./c3-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { ProjectTheme } from "./project-theme.ts";
import type { Right } from "./section-answers.ts";

/** Plainly fictional. */
const applicant: ExampleApplicant = {
  nameZh: "丙子示例设计服务（太原）有限公司",
  nameEn: "Bingzi Example Design Services (Taiyuan) Co., Ltd.",
  uscc: "91140100MA0H0C3F3F",
  city: "140100",
  cityName: "太原市",
  county: "小店区",
  park: "jinchuang_valley",
  parkName: "晋创谷",
  address: ["140100", "小店区", "示例街9号"],
  postcode: "030006",
  legalRep: "赵某某",
  contact: "卫某某",
  mobile: "13800000356",
  email: "shenbao@bingzi-example.cn",
};

const technologyAnswers: ExampleAnswers = {
  products: rows(
    ["product_name", "stage", "node", "node_unit", "localisation", "replaces"],
    [
      ["芯片验证服务", "mass", "12", "nm", "70.0", ""],
      ["后端设计服务", "mass", "12", "nm", "40.0", "境外设计服务"],
    ],
  ),
  key_specs: rows(
    ["indicator", "unit", "ours", "domestic_best", "world_best", "evidence"],
    [
      ["按期交付率", "%", "96.2", "90.0", "97.0", "A12-1"],
      ["后端一次流片通过率", "%", "92.3", "88.0", "95.0", "A12-2"],
      ["扫描链故障覆盖率", "%", "99.2", "98.5", "99.5", "A12-3"],
      ["环境搭建时间", "天", "10", "30", "10", "A12-1"],
    ],
  ),
  trl: "9",
  mrl: "8",
  maturity_evidence: c3Texts.maturity,
  process_source: ["own"],
  process_source_text: c3Texts.processSource,
  technical_route: c3Texts.route,
};

const rights: readonly Right[] = [
  ["software", "2021SR0456789", "芯片验证环境生成软件", "granted", "2021-02-10", "2021-03-28", "yes"],
  ["software", "2023SR1234567", "后端签核汇总软件", "granted", "2023-06-12", "2023-08-02", "yes"],
  ["invention", "ZL202110123456.7", "一种覆盖率缺口的归因方法", "granted", "2021-01-29", "2023-05-12", "yes"],
  ["invention", "CN202410234567.9", "一种项目数据的隔离方法", "applied", "2024-03-01", "", ""],
  ["trade_secret", "", "模拟版图复核清单", "granted", "", "", "yes"],
];

const serviceAnswers: ExampleAnswers = {
  service_types: ["frontend", "verification", "backend", "dft", "layout", "ip"],
  service_lines: rows(
    [
      "service_type",
      "price_mode",
      "service_revenue_year",
      "projects_done",
      "on_time",
      "first_pass",
      "subcontracted",
      "service_scope",
    ],
    [
      [
        "verification",
        "person_month",
        "2,100.00",
        "58",
        "97.0",
        "94.0",
        "5.0",
        "12–40 nm，车载与工业SoC验证",
      ],
      ["backend", "project", "1,650.00", "26", "95.0", "92.3", "8.0", "12–28 nm，5,000万门以内"],
      ["layout", "person_month", "980.00", "34", "97.5", "95.0", "12.0", "0.18 µm–28 nm模拟版图"],
      ["dft", "project", "520.00", "16", "96.0", "93.0", "0", "扫描、存储自测和边界扫描"],
      ["frontend", "project", "460.00", "14", "93.0", "90.0", "0", "总线、接口和控制类模块"],
      ["ip", "licence", "180.00", "8", "100", "100", "0", "低速接口和时钟类IP"],
    ],
  ),
  person_month_price: "3.10",
  service_clients: rows(
    [
      "client",
      "client_place",
      "client_service",
      "client_share",
      "client_years",
      "client_nda",
      "client_repeat",
    ],
    [
      ["客户甲（汽车电子）", "china", "verification", "31.50", "5", "yes", "yes"],
      ["客户乙（工业控制）", "china", "backend", "22.40", "4", "yes", "yes"],
      ["客户丙（通信）", "china", "layout", "11.20", "3", "yes", "yes"],
      ["客户丁（来晋设计企业）", "shanxi", "dft", "6.80", "1", "yes", "no"],
    ],
  ),
  client_conflicts: c3Texts.conflicts,
  skills: [
    ["frontend", "22", "9", "20", "30", "78.0"],
    ["verification", "58", "24", "54", "90", "86.5"],
    ["backend", "36", "15", "33", "50", "84.0"],
    ["dft", "14", "6", "12", "20", "81.0"],
    ["layout", "30", "12", "27", "40", "83.0"],
    ["ip", "8", "5", "7", "10", "72.0"],
  ].map(
    ([
      id = "",
      skill_now = "",
      skill_senior = "",
      skill_shanxi = "",
      skill_target = "",
      utilisation = "",
    ]) => ({ id, cells: { skill_now, skill_senior, skill_shanxi, skill_target, utilisation } }),
  ),
  attrition: "11.0",
  centre_place: ["140100", "小店区", "晋创谷示例楼3层"],
  centre_rooms: "provided",
  centre_area: "3,600",
  centre_seats: "240",
  centre_opens: "2027-05",
  centre_cores: "6,000",
  centre_delivery: c3Texts.delivery,
  security_certificates: ["mlps_3", "iso_27001"],
  security_expires: "2027-11-30",
  data_isolation: ["separate_network", "virtual_desktop", "per_client_room", "export_control"],
  data_abroad: "no",
  data_incidents: "no",
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
        "数字后端布局布线",
        "abroad",
        "term",
        "30",
        "2028-12-31",
        "yes",
        "yes",
        "国产后端流程，切换约12个月",
      ],
      ["eda", "癸亥示例软件有限公司", "版图与物理验证", "cn", "term", "40", "2027-12-31", "yes", "no", ""],
      [
        "eda",
        "境外厂商乙",
        "逻辑仿真",
        "abroad",
        "term",
        "60",
        "2028-06-30",
        "yes",
        "yes",
        "国产仿真器，切换约4个月",
      ],
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
    [["客户乙控制芯片（后端）", "2026-03-12", "代工厂丙", "28", "nm", "full_mask", "passed", "0", ""]],
  ),
  feasibility: c3Texts.feasibility,
};

const otherAnswers: ExampleAnswers = {
  suppliers: rows(
    ["supplier", "goods", "country", "purchase_share"],
    [
      ["境外厂商甲", "数字后端工具授权", "美国", "38.00"],
      ["癸亥示例软件有限公司", "版图与物理验证工具授权", "中国", "24.00"],
      ["云算力服务商乙", "高峰期算力", "中国", "9.00"],
    ],
  ),
  risks: rows(
    ["risk_kind", "risk", "likelihood", "impact", "countermeasure"],
    [
      ["people", "骨干被客户或同行挖走", "medium", "high", "股权激励和双人备份，关键岗位约定竞业限制"],
      ["supply", "境外设计工具停止授权", "low", "high", "国产工具流程并行比对，优先用于版图和验证"],
      ["market", "大客户自建验证队伍", "medium", "medium", "单一客户不超过四成，转向按项目交付"],
      ["policy", "客户数据泄露引起索赔", "low", "high", "物理隔离、导出双审批，投保职业责任险"],
    ],
  ),
  uses_controlled_items_text:
    "数字后端使用境外EDA工具，授权覆盖到2028年底；版图和物理验证已可用国产工具替代，后端替代流程正在用老项目比对。",
  countermeasures:
    "授权版本离线保存并按年续期；国产工具流程每季度比对一个老项目；受限时优先保已签约项目，版图和验证先行切换，后端延期部分与客户约定顺延。",
  training_plan:
    "与省内三所高校共建验证和后端实训课程，每年接收实习生60人；新员工入职后三个月带薪培训并通过考核上岗；设讲师津贴，内部课程48门。",
  local_purchase_share: "22.0",
};

export const deliveryCentre: ProjectTheme<C3Texts> = {
  ...{ applicant, product, team, shape, steps, rights, texts: c3Texts },
  titleZh: "集成电路验证与后端服务太原交付中心",
  titleEn: "Taiyuan delivery centre for verification and back-end services",
  ...{ segment: "services", industry: "6520", fields: ["nev", "industrial", "5g"] },
  businessScope: "集成电路设计；软件开发；信息系统集成服务；技术服务、技术开发、技术咨询、技术转让。",
  preMoney: 14000 / 15200,
  answers: { ...technologyAnswers, ...serviceAnswers, ...otherAnswers },
};
