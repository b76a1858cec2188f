import { landing, product, rights, shape, steps, team } from "./c2-sensing-project.ts";
import { sensingTexts } from "./c2-sensing-texts.ts";
import type { C2Texts } from "./c2-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { ProjectTheme } from "./project-theme.ts";

/** Plainly fictional: it comes from another province. */
const applicant: ExampleApplicant = {
  nameZh: "甲辰示例微电子有限公司",
  nameEn: "Jiachen Example Microelectronics Co., Ltd.",
  uscc: "91370200MA3D5E6F79",
  city: "140700",
  cityName: "晋中市",
  county: "榆次区",
  park: "shanxi_reform_zone",
  parkName: "山西转型综合改革示范区",
  address: ["370200", "崂山区", "示例路9号"],
  postcode: "266000",
  legalRep: "赵某某",
  contact: "华某某",
  mobile: "13800000369",
  email: "shenbao@jiachen-example.cn",
};

const technology: ExampleAnswers = {
  products: rows(
    ["product_name", "stage", "material", "device_type", "node", "node_unit", "localisation", "replaces"],
    [
      [
        "24位模数转换前端",
        "small_batch",
        ["si"],
        ["analog", "sensor_mems"],
        "0.18",
        "um",
        "90.0",
        "进口模数转换前端",
      ],
      ["矿用低功耗无线SoC", "sample", ["si"], ["mcu"], "55", "nm", "84.0", "进口无线SoC"],
    ],
  ),
  key_specs: rows(
    ["indicator", "unit", "ours", "domestic_best", "world_best", "evidence"],
    [
      ["0.1–10 Hz噪声峰峰值", "nV", "380", "700", "350", "A11-1"],
      ["基准温漂", "ppm/℃", "7", "15", "5", "A11-1"],
      ["SoC待机电流", "nA", "720", "1,100", "600", "A11-2"],
      ["接收灵敏度（490 MHz）", "dBm", "−121", "−118", "−123", "A11-2"],
    ],
  ),
  trl: "7",
  mrl: "6",
  maturity_evidence: sensingTexts.maturity,
  process_source: ["own"],
  process_source_text: sensingTexts.processSource,
  technical_route: sensingTexts.route,
};

const design: ExampleAnswers = {
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
      ["JC3200模数转换前端", "1,100.00", "2,400.00", "4,300.00", "yes", "960", "46.0", "工业仪表企业"],
      ["JC5100表计SoC", "900.00", "1,900.00", "3,400.00", "yes", "740", "34.5", "智能表计企业"],
      ["定制读出芯片", "200.00", "400.00", "500.00", "no", "45", "24.0", "一家分析仪器企业定制"],
    ],
  ),
  chip_roadmap: sensingTexts.roadmap,
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
      ["代工厂甲", "cn", "混合信号", "0.18", "um", "customer", "400", "无限制，代工厂丁可备份"],
      ["代工厂丙", "cn", "低功耗逻辑", "55", "nm", "customer", "250", "无限制，旺季需提前一季度排产"],
    ],
  ),
  packaging_sources: sensingTexts.packaging,
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
        "混合信号仿真",
        "abroad",
        "term",
        "18",
        "2028-12-31",
        "yes",
        "yes",
        "国产仿真工具，切换约10个月",
      ],
      ["eda", "癸亥示例软件有限公司", "版图与物理验证", "cn", "term", "16", "2027-12-31", "yes", "no", ""],
      ["ip", "境内厂商乙", "32位处理器内核", "cn", "project", "", "2031-12-31", "yes", "no", ""],
      ["pdk", "代工厂丙", "低功耗工艺设计套件", "cn", "perpetual", "", "", "yes", "no", ""],
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
      ["JC3200四通道版", "2025-05-22", "代工厂甲", "0.18", "um", "mpw", "passed", "36.00", ""],
      [
        "JC7000矿用SoC",
        "2026-01-15",
        "代工厂丙",
        "55",
        "nm",
        "mpw",
        "respin",
        "85.00",
        "高温漏电偏大，增加体偏置",
      ],
      ["JC7000矿用SoC二版", "2026-09-10", "代工厂丙", "55", "nm", "mpw", "in_fab", "88.00", ""],
    ],
  ),
  feasibility: sensingTexts.feasibility,
};

const own: ExampleAnswers = {
  reg_address: ["370200", "崂山区", "示例路9号"],
  employees_shanxi: "4",
  suppliers: rows(
    ["supplier", "goods", "country", "purchase_share"],
    [
      ["代工厂甲", "混合信号晶圆代工", "中国", "33.00"],
      ["代工厂丙", "低功耗晶圆代工", "中国", "29.00"],
      ["封测厂乙", "封装测试", "中国", "20.50"],
    ],
  ),
  public_money: rows(
    ["source", "programme", "amount", "granted_on", "same_content", "outcome"],
    [
      ["provincial", "外省工业互联网专项（传感芯片）", "220.00", "2024-09", "no", "2026年3月通过验收"],
      ["city", "落地协议：研发用房两年租金补贴", "96.00", "2026-10", "no", "已签协议，2027年起执行"],
    ],
  ),
  risks: rows(
    ["risk_kind", "risk", "likelihood", "impact", "countermeasure"],
    [
      [
        "technology",
        "55纳米高温漏电使电池寿命不达标",
        "medium",
        "high",
        "增加体偏置，预留一次改版费用，先用0.18微米方案供货",
      ],
      [
        "policy",
        "矿用取证周期延长两个季度以上",
        "medium",
        "high",
        "检测机构参加规格评审，分批取证，先做表计市场",
      ],
      ["market", "表计招标价格下降过快", "high", "medium", "提高矿用和过程仪表占比，集成外围元件降本"],
      ["people", "固件骨干不愿迁居晋中", "medium", "medium", "书面确认迁居时间，提供人才公寓，允许一年过渡"],
    ],
  ),
  uses_controlled_items_text:
    "混合信号仿真使用境外EDA工具，授权覆盖到2028年底；国产工具正在用老产品比对，预计2028年底可以承担新品设计。",
  countermeasures:
    "关键工具版本离线保存并按年续期；国产工具每季度比对一款老产品；代工保留两家境内来源，掩膜数据双备份；受限时先保矿用产品的流片和供货。",
  training_plan:
    "与省内两所高校设立集成电路设计联合培养班，每年接收实习生30人；新工程师入职第一年到矿区和表计厂各实习一个月；公司工程师每学期授课一门。",
  local_purchase_share: "24.0",
  partners: rows(
    ["role", "partner_name", "contract", "in_shanxi", "partner_uscc", "contribution", "ip_terms"],
    [
      [
        "user",
        "乙卯示例煤机（山西）有限公司",
        "signed",
        "yes",
        "",
        "联合定义矿用SoC，提供井下试验点",
        "芯片成果归本企业，整机方案归用户",
      ],
      ["user", "戊子示例智能仪表（山西）有限公司", "signed", "yes", "", "表计SoC批量应用", "应用方案归用户"],
      [
        "institute",
        "某防爆检测机构（示例）",
        "agreed",
        "yes",
        "",
        "芯片级能量评价方法",
        "方法共有，检测数据归委托方",
      ],
    ],
  ),
};

/** Chips of another trade than power management: they read what sensors feel. */
export const sensorChips: ProjectTheme<C2Texts> = {
  ...{ applicant, product, team, shape, steps, rights, texts: sensingTexts },
  titleZh: "工业传感与矿用物联网芯片研发中心",
  titleEn: "R&D centre for industrial sensing and mine IoT chips",
  ...{ segment: "design", industry: "6520", fields: ["iot", "industrial"] },
  businessScope:
    "集成电路设计；物联网技术研发；软件开发；集成电路芯片及产品销售；技术服务、技术开发、技术转让；货物进出口。",
  preMoney: 22000 / 20060,
  answers: { ...technology, ...design, ...landing, ...own },
};
