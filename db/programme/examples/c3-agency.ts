import { product, rights, shape, steps, team } from "./c3-agency-project.ts";
import { agencyTexts } from "./c3-agency-texts.ts";
import type { C3Texts } from "./c3-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { ProjectTheme } from "./project-theme.ts";

/** Plainly fictional. */
const applicant: ExampleApplicant = {
  nameZh: "己亥示例流片服务（忻州）有限公司",
  nameEn: "Jihai Example Tape-out Services (Xinzhou) Co., Ltd.",
  uscc: "91140900MA0K7N3W2N",
  city: "140900",
  cityName: "忻州市",
  county: "忻府区",
  park: "xinzhou_semiconductor",
  parkName: "忻州半导体产业园",
  address: ["140900", "忻府区", "示例大街25号"],
  postcode: "034000",
  legalRep: "赵某某",
  contact: "金某某",
  mobile: "13800000370",
  email: "shenbao@jihai-example.cn",
};

const technology: ExampleAnswers = {
  products: rows(
    ["product_name", "stage", "node", "node_unit", "localisation", "replaces"],
    [
      [product.productNames[0], "mass", "0.25", "um", "82.0", "境外多项目晶圆服务"],
      [product.productNames[1], "mass", "55", "nm", "95.0", ""],
    ],
  ),
  key_specs: rows(
    ["indicator", "unit", "ours", "domestic_best", "world_best", "evidence"],
    [
      ["拼版面积利用率", "%", "83", "75", "86", "A12-1"],
      ["规则返工率", "%", "2.8", "8.0", "2.0", "A12-2"],
      ["班次按期交付率", "%", "94.5", "88.0", "96.0", "A12-1"],
      ["交版图到样片（含封装）", "天", "128", "150", "110", "A12-3"],
    ],
  ),
  trl: "9",
  mrl: "8",
  maturity_evidence: agencyTexts.maturity,
  process_source: ["own"],
  process_source_text: agencyTexts.processSource,
  technical_route: agencyTexts.route,
};

const service: ExampleAnswers = {
  service_types: ["tapeout_agent", "test_agent", "layout", "dft", "ip"],
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
        "tapeout_agent",
        "commission",
        "2,900.00",
        "286",
        "94.5",
        "",
        "0",
        "硅基四种、化合物三种工艺的拼版与整批流片",
      ],
      ["test_agent", "project", "1,350.00", "142", "96.0", "", "18.0", "12种小批封装，模拟、射频、功率测试"],
      ["layout", "person_month", "980.00", "61", "97.0", "95.5", "6.0", "0.18 µm–55 nm模拟与射频版图"],
      ["dft", "project", "420.00", "12", "95.0", "93.0", "0", "扫描和测试结构设计"],
      ["ip", "licence", "240.00", "15", "98.0", "97.0", "0", "焊盘、静电保护和测试结构单元"],
    ],
  ),
  person_month_price: "2.60",
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
      ["客户甲（某大学）", "shanxi", "tapeout_agent", "12.60", "5", "yes", "yes"],
      ["客户乙（射频设计）", "china", "tapeout_agent", "18.40", "4", "yes", "yes"],
      ["客户丙（传感设计）", "china", "test_agent", "9.80", "3", "yes", "yes"],
      ["客户丁（功率器件）", "shanxi", "layout", "7.20", "2", "yes", "yes"],
    ],
  ),
  client_conflicts: agencyTexts.conflicts,
  skills: [
    ["frontend", "6", "3", "2", "8", "70.0"],
    ["verification", "10", "4", "4", "14", "76.0"],
    ["backend", "22", "9", "8", "30", "80.0"],
    ["dft", "18", "7", "6", "26", "78.0"],
    ["layout", "58", "22", "20", "70", "86.0"],
    ["ip", "18", "8", "6", "22", "74.0"],
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
  attrition: "9.0",
  centre_place: ["140900", "忻府区", "忻州半导体产业园示例楼2层"],
  centre_rooms: "provided",
  centre_area: "2,800",
  centre_seats: "190",
  centre_opens: "2027-06",
  centre_cores: "1,200",
  centre_delivery: agencyTexts.delivery,
  security_certificates: ["mlps_3"],
  security_expires: "2028-03-31",
  data_isolation: ["separate_network", "virtual_desktop", "export_control", "watermark"],
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
        "版图规则检查",
        "abroad",
        "term",
        "12",
        "2028-12-31",
        "yes",
        "yes",
        "国产检查工具，切换约3个月",
      ],
      [
        "eda",
        "癸亥示例软件有限公司",
        "版图编辑与物理验证",
        "cn",
        "term",
        "46",
        "2027-12-31",
        "yes",
        "no",
        "",
      ],
      ["pdk", "忻州某化合物产线", "砷化镓、氮化镓设计套件", "cn", "perpetual", "", "", "yes", "no", ""],
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
      ["砷化镓第6班次（11个项目）", "2026-02-26", "忻州某化合物产线", "0.25", "um", "mpw", "passed", "0", ""],
      ["氮化镓第3班次（7个项目）", "2026-06-18", "忻州某化合物产线", "0.25", "um", "mpw", "passed", "0", ""],
    ],
  ),
  feasibility: agencyTexts.feasibility,
};

const own: ExampleAnswers = {
  suppliers: rows(
    ["supplier", "goods", "country", "purchase_share"],
    [
      ["代工厂甲", "硅基拼版流片", "中国", "36.00"],
      ["忻州某化合物产线（省内）", "化合物拼版流片", "中国", "21.00"],
      ["掩膜厂乙", "掩膜", "中国", "16.00"],
    ],
  ),
  risks: rows(
    ["risk_kind", "risk", "likelihood", "impact", "countermeasure"],
    [
      ["supply", "晶圆厂满载，压缩拼版班次", "medium", "high", "五家晶圆厂互为备份，年初锁定班次并预付定金"],
      ["technology", "化合物拼版片内良率波动", "medium", "medium", "每班次留测试结构，与产线按月复盘规则"],
      ["policy", "客户版图泄露引起索赔", "low", "high", "物理隔离、编号入库、交付后销毁，投保职业责任险"],
      [
        "finance",
        "客户取消班次，掩膜费不能分摊",
        "medium",
        "low",
        "掩膜费预付，取消按阶段扣减，空位由自研测试结构补足",
      ],
    ],
  ),
  uses_controlled_items_text:
    "部分版图规则检查使用境外EDA工具，授权覆盖到2028年底；国产工具已用60个老项目比对，切换约需三个月。",
  countermeasures:
    "授权版本离线保存并按年续期；规则脚本同时维护两套；受限时先切换版图编辑和物理验证，境外晶圆厂班次改由境内工艺承接，与客户约定顺延。",
  training_plan:
    "与省内两所高校共建流片实训课程，每年接收实习生40人，学生的设计免代理费参加班次；新员工先在版图检查岗工作三个月，再进入拼版和测试岗。",
  local_purchase_share: "38.0",
  partners: rows(
    ["role", "partner_name", "contract", "in_shanxi", "partner_uscc", "contribution", "ip_terms"],
    [
      ["user", "某大学微电子学院", "signed", "yes", "", "实训课程与年度流片项目", "设计归学校，流程归本企业"],
      ["user", "辛巳示例射频芯片（太原）有限公司", "agreed", "yes", "", "化合物班次首批客户", "设计归客户"],
    ],
  ),
};

/** Services of another kind than hours of engineers: many small designs on one mask. */
export const tapeOutAgency: ProjectTheme<C3Texts> = {
  ...{ applicant, product, team, shape, steps, rights, texts: agencyTexts },
  titleZh: "多项目晶圆流片与封测代理服务中心",
  titleEn: "Service centre for multi-project wafers, packaging and test",
  ...{ segment: "services", industry: "6520", fields: ["5g", "iot", "industrial"] },
  businessScope: "集成电路设计；集成电路设计服务；信息技术咨询服务；检测服务；技术服务、技术开发、技术转让。",
  preMoney: 11000 / 12950,
  answers: { ...technology, ...service, ...own },
};
