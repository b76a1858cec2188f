import { product, rights, shape, steps, team, tools } from "./c4-mems-project.ts";
import { memsTexts } from "./c4-mems-texts.ts";
import type { C4Texts } from "./c4-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { ProjectTheme } from "./project-theme.ts";

/** Plainly fictional. */
const applicant: ExampleApplicant = {
  nameZh: "庚寅示例传感科技（运城）有限公司",
  nameEn: "Gengyin Example Sensing (Yuncheng) Co., Ltd.",
  uscc: "91140800MA0K4M2D57",
  city: "140800",
  cityName: "运城市",
  county: "盐湖区",
  park: "none",
  parkName: "盐湖区示例大道",
  address: ["140800", "盐湖区", "示例大道52号"],
  postcode: "044000",
  legalRep: "赵某某",
  contact: "许某某",
  mobile: "13800000364",
  email: "shenbao@gengyin-example.cn",
};

const technology: ExampleAnswers = {
  products: rows(
    [
      "product_name",
      "stage",
      "material",
      "device_type",
      "wafer_size",
      "node",
      "node_unit",
      "capacity_now",
      "capacity_target",
      "capacity_unit",
      "yield_basis",
      "yield_now",
      "yield_target",
      "localisation",
      "replaces",
    ],
    [
      [
        product.productNames[0],
        "small_batch",
        ["si"],
        ["sensor_mems"],
        ["8"],
        "1",
        "um",
        "1,200,000",
        "12,000,000",
        "pieces_year",
        "packaging",
        "96.4",
        "98.0",
        "86.0",
        "进口热管理压力传感器",
      ],
      [
        product.productNames[1],
        "mass",
        ["si"],
        ["sensor_mems"],
        ["6", "8"],
        "1.5",
        "um",
        "10,800,000",
        "36,000,000",
        "pieces_year",
        "packaging",
        "97.2",
        "98.7",
        "92.0",
        "进口数字压力传感器",
      ],
    ],
  ),
  key_specs: rows(
    ["indicator", "unit", "ours", "domestic_best", "world_best", "evidence"],
    [
      ["全温区精度（−40～125 ℃）", "%FS", "0.5", "1.0", "0.4", "A10-1"],
      ["封装零点漂移", "%FS", "0.3", "0.8", "0.2", "A10-2"],
      ["年长期漂移", "%FS", "0.15", "0.30", "0.10", "A10-3"],
      ["单只标定时间", "s", "9", "30", "8", "A10-4"],
    ],
  ),
  trl: "8",
  mrl: "8",
  maturity_evidence: memsTexts.maturity,
  certifications: ["iatf_16949", "iso_9001"],
  certification_plan: memsTexts.certificationPlan,
  process_source: ["own"],
  process_source_text: memsTexts.processSource,
  technical_route: memsTexts.route,
};

const application: ExampleAnswers = {
  field_projects: rows(
    [
      "project_field",
      "project_product",
      "end_customer",
      "customer_tier",
      "project_stage",
      "stage_month",
      "next_month",
      "yearly_demand",
      "stage_proof",
    ],
    [
      [
        "nev",
        "冷媒压力温度传感器",
        "客户甲（热管理）",
        "tier1",
        "nominated",
        "2026-08",
        "2028-03",
        "180",
        "定点通知，附件A17-1",
      ],
      ["nev", "电池包压力传感器", "客户丁（电池）", "system", "sampled", "2026-09", "2027-05", "120", ""],
      [
        "iot",
        "燃气表用数字压力传感器",
        "客户乙（智能燃气表）",
        "system",
        "mass",
        "2023-11",
        "2027-01",
        "620",
        "供货合同，附件A17-2",
      ],
      [
        "iot",
        "液压支架压力传感器",
        "客户丙（煤矿装备）",
        "system",
        "small_batch",
        "2026-06",
        "2027-10",
        "24",
        "试用协议，附件A17-3",
      ],
    ],
  ),
  adoption_path: memsTexts.adoptionPath,
  make_mode: "both",
  design_units: "400",
  make_steps: rows(
    ["make_step", "step_mode", "step_units", "step_in_shanxi", "step_partner"],
    [
      ["wafer", "outsourced", "480", "", "省外两家代工厂"],
      ["thinning", "own", "440", "yes", ""],
      ["packaging", "own", "420", "yes", ""],
      ["burn_in", "own", "410", "yes", ""],
      ["test", "own", "400", "yes", ""],
    ],
  ),
  first_product_month: "2027-11",
  full_output_month: "2029-06",
  qualification_tests: rows(
    ["standard", "test_product", "test_state", "test_month", "test_body", "test_gap"],
    [
      ["iatf_16949", "传感器制造体系", "passed", "2025-10", "某认证机构", ""],
      ["aec_q100", "信号调理芯片", "passed", "2026-05", "某检测机构（芯片供方）", ""],
      ["aec_q104", "冷媒压力温度传感器", "running", "2028-03", "某检测机构", ""],
      ["iot_network", "燃气表用传感器模组", "passed", "2024-06", "某表计检测中心", ""],
    ],
  ),
  field_reliability: rows(
    ["field_product", "field_shipped", "field_failures", "field_ppm_wanted", "field_cause"],
    [["物联网用数字压力传感器", "860", "52", "10", "安装过压31只，键合颈部断裂14只，介质渗入7只，均已改进"]],
  ),
  reliability_plan: memsTexts.reliabilityPlan,
  dual_use: "no",
  end_user_checks: "yes",
  feasibility: memsTexts.feasibility,
};

const own: ExampleAnswers = {
  filing_code: "2611-140800-04-01-456789",
  eia_no: "运环函〔2026〕63号（示例）",
  land_status: "leased",
  land_area: "12,400.00",
  annual_kwh: "620.00",
  annual_energy_tce: "810.00",
  green_measures:
    "标定系统回收升降温余热，单只电耗下降三成；空压机变频并回收压缩热；点胶采用定量阀减少胶料浪费；厂房屋顶光伏年发电约60万千瓦时。",
  suppliers: rows(
    ["supplier", "goods", "country", "purchase_share"],
    [
      ["代工厂甲", "压阻敏感芯片", "中国", "34.00"],
      ["供应商乙", "信号调理芯片", "中国", "21.00"],
      ["供应商丙（省内）", "不锈钢隔离座", "中国", "8.60"],
    ],
  ),
  risks: rows(
    ["risk_kind", "risk", "likelihood", "impact", "countermeasure"],
    [
      [
        "technology",
        "冷媒长期浸泡后胶体溶胀，零点漂移",
        "medium",
        "high",
        "充油隔离方案先行，耐介质胶并行试验3,000小时",
      ],
      ["market", "表计招标价格下降过快", "medium", "medium", "提高车用和工业占比，标定节拍继续降本"],
      ["supply", "代工厂压阻平台排产紧张", "low", "medium", "两家代工各保留三成产能，备三个月芯片库存"],
      ["finance", "表计客户回款周期延长", "medium", "low", "按季对账并投保应收账款险，控制单一客户占比"],
    ],
  ),
  partners: rows(
    ["role", "partner_name", "contract", "in_shanxi", "partner_uscc", "contribution", "ip_terms"],
    [
      [
        "user",
        "丁亥示例热管理系统有限公司",
        "signed",
        "",
        "",
        "台架和路试，联合标定",
        "标定方法归本企业，应用数据共享",
      ],
      [
        "user",
        "戊子示例智能仪表（山西）有限公司",
        "signed",
        "yes",
        "",
        "批量应用和现场数据",
        "应用方案归用户",
      ],
      [
        "equipment_maker",
        "戊辰示例仪器有限公司",
        "signed",
        "yes",
        "",
        "批量标定系统制造",
        "标定软件归本企业，机械图纸归厂商",
      ],
    ],
  ),
};

/** Sensors for things and vehicles, of another trade than the power modules. */
export const pressureSensors: ProjectTheme<C4Texts> = {
  ...{ applicant, product, team, shape, steps, tools, rights, texts: memsTexts },
  titleZh: "车用与物联网MEMS压力传感器封测产线",
  titleEn: "MEMS pressure sensors for vehicles and IoT, packaging and test line",
  ...{ segment: "packaging_test", industry: "3983", fields: ["iot", "nev", "industrial"] },
  businessScope:
    "敏感元件及传感器制造与销售；集成电路芯片及产品制造；仪器仪表制造；技术服务、技术开发；货物进出口。",
  preMoney: 17500 / 19300,
  answers: { ...technology, ...application, ...own },
};
