import { grower, product, rights, shape, steps, team, tools } from "./c1-inp-project.ts";
import { inpTexts } from "./c1-inp-texts.ts";
import type { C1Texts } from "./c1-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { ProjectTheme } from "./project-theme.ts";

/** Plainly fictional. */
const applicant: ExampleApplicant = {
  nameZh: "癸亥示例磷化铟材料（晋城）有限公司",
  nameEn: "Guihai Example InP Materials (Jincheng) Co., Ltd.",
  uscc: "91140500MA0E1KRB4J",
  city: "140500",
  cityName: "晋城市",
  county: "泽州县",
  park: "none",
  parkName: "泽州县示例路",
  address: ["140500", "泽州县", "示例路28号"],
  postcode: "048026",
  legalRep: "赵某某",
  contact: "秦某某",
  mobile: "13800000363",
  email: "shenbao@guihai-example.cn",
};

const technology: ExampleAnswers = {
  products: rows(
    [
      "product_name",
      "stage",
      "material",
      "wafer_size",
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
        "mass",
        ["inp"],
        ["4"],
        "1,050",
        "3,400",
        "wpm",
        "crystal",
        "52.0",
        "56.0",
        "94.0",
        "进口4英寸磷化铟衬底",
      ],
      [
        product.productNames[1],
        "sample",
        ["inp"],
        ["6"],
        "10",
        "200",
        "wpm",
        "crystal",
        "34.0",
        "42.0",
        "92.0",
        "进口6英寸磷化铟衬底",
      ],
    ],
  ),
  key_specs: rows(
    ["indicator", "unit", "ours", "domestic_best", "world_best", "evidence"],
    [
      ["位错腐蚀坑密度中位数", "cm⁻²", "480", "3,000", "300", "A10-1"],
      ["载流子浓度纵向不均匀性", "%", "18", "30", "12", "A10-2"],
      ["TTV", "µm", "3.2", "4.5", "2.5", "A10-3"],
      ["0.2 µm以上颗粒", "个/片", "10", "25", "8", "A10-4"],
    ],
  ),
  trl: "8",
  mrl: "7",
  maturity_evidence: inpTexts.maturity,
  process_source: ["own"],
  process_source_text: inpTexts.processSource,
  technical_route: inpTexts.route,
};

const growth: ExampleAnswers = {
  product_forms: ["substrate"],
  polytypes: ["zinc_blende"],
  growth_methods: ["vgf"],
  size_roadmap: rows(
    ["size", "size_stage", "sample_month", "mass_month", "wafers_a_month", "hurdle"],
    [
      ["3", "mass", "2020-09", "2021-12", "0", "需求转向4英寸，2027年停产"],
      ["4", "mass", "2023-04", "2025-06", "3,400", "放肩段孪晶和尾部掺杂浓度"],
      ["6", "sample", "2026-04", "2029-06", "200", "热应力滑移线和坩埚变形"],
      ["8", "research", "2031-06", "2033-06", "0", "还没有8英寸籽晶，先做扩径基础研究"],
    ],
  ),
  furnaces: rows(
    [
      "furnace",
      "self_made",
      "furnace_maker",
      "furnaces_now",
      "furnaces_target",
      "runs_a_year",
      "wafers_a_run",
      "crystal_yield",
    ],
    [
      ["4英寸VGF单晶炉", "no", grower, "36", "120", "24", "30", "52.0"],
      ["6英寸VGF单晶炉", "no", grower, "2", "20", "20", "18", "40.0"],
    ],
  ),
  design_capacity: "3,600",
  first_crystal_month: "2027-10",
  full_capacity_month: "2029-09",
  capacity_basis: inpTexts.capacityBasis,
  defects: rows(
    [
      "defect",
      "defect_size",
      "defect_now",
      "defect_target",
      "defect_wanted",
      "defect_wafers",
      "defect_method",
    ],
    [
      ["epd", "4", "480", "200", "500", "960", "磷酸氢溴酸腐蚀，附件A10-1"],
      ["ttv", "4", "3.2", "2.5", "4", "960", "平坦度测试，附件A10-3"],
      ["warp", "4", "8.5", "6", "10", "960", "平坦度测试，附件A10-3"],
      ["epd", "6", "1,900", "800", "1,000", "36", "磷酸氢溴酸腐蚀，附件A10-1"],
    ],
  ),
  kwh_per_wafer_now: "260",
  kwh_per_wafer_target: "215",
  annual_kwh: "1,120.00",
  annual_energy_tce: "1,460.00",
  epi_qualifications: rows(
    ["epi_customer", "epi_size", "epi_stage", "epi_wafers", "epi_next", "epi_result"],
    [
      ["客户甲（外延）", "4", "supply", "6,200", "2027-02", "激光器外延波长均匀性2.1 nm，达到验收线"],
      ["客户乙（激光器）", "4", "device_passed", "1,800", "2027-04", "2,000小时老化失效率与进口衬底相当"],
      ["客户丙（外延）", "6", "samples", "24", "2027-08", "首批送样，等待表面检验结论"],
    ],
  ),
  feasibility: inpTexts.feasibility,
};

const own: ExampleAnswers = {
  eia_no: "晋市环审〔2026〕41号（示例）",
  filing_code: "2611-140500-04-01-345678",
  land_status: "leased",
  land_area: "18,600.00",
  green_measures:
    "单晶炉采用分区保温，单片电耗再降17%；循环冷却水余热用于冬季采暖；切割液和抛光液回收利用；屋顶光伏年发电约90万千瓦时，接入能耗在线监测。",
  suppliers: rows(
    ["supplier", "goods", "country", "purchase_share"],
    [
      ["供应商甲", "高纯铟", "中国", "38.00"],
      ["供应商乙（省内）", "高纯红磷与石英管", "中国", "16.50"],
      ["供应商丙", "氮化硼坩埚", "日本", "12.40"],
    ],
  ),
  risks: rows(
    ["risk_kind", "risk", "likelihood", "impact", "countermeasure"],
    [
      [
        "technology",
        "新炉成品率爬坡慢，孪晶反复",
        "medium",
        "high",
        "首批30台先标定，稳定三个月后再放行后续订货",
      ],
      [
        "policy",
        "出口许可收紧，海外订单推迟",
        "medium",
        "medium",
        "以国内光芯片客户为主，出口占比控制在两成以内",
      ],
      ["supply", "铟价大幅上涨", "medium", "medium", "与供方签订价格区间协议，回收铟泥冲抵用量"],
      ["construction", "红磷储运发生安全事故", "low", "high", "单独设库、限量投料、氮气保护，每季度演练"],
    ],
  ),
  uses_controlled_items_text:
    "一台表面颗粒检测仪受原产国管制，许可已经取得；国产检测机正在比对，切换约需四个月，期间委托省内检测机构抽检。",
  makes_controlled_items: "yes",
  makes_controlled_items_text:
    "磷化铟属于境内出口管制物项，出口须逐单申请许可；公司设专人办理，2025年办结许可6份，没有未经许可的出口。",
  partners: rows(
    ["role", "partner_name", "contract", "in_shanxi", "partner_uscc", "contribution", "ip_terms"],
    [
      [
        "equipment_maker",
        grower,
        "signed",
        "yes",
        "",
        "单晶炉定制和按月交付",
        "炉体专利归厂商，工艺归本企业",
      ],
      ["user", "丙戌示例光芯片有限公司", "signed", "", "", "激光器老化考核", "考核数据共享，应用方案归用户"],
      ["university", "某理工大学", "signed", "yes", "", "温场与应力仿真", "成果归本企业，学校保留署名"],
    ],
  ),
};

/** A material of another trade than silicon carbide: for optical communication. */
export const indiumPhosphide: ProjectTheme<C1Texts> = {
  ...{ applicant, product, team, shape, steps, tools, rights, texts: inpTexts },
  titleZh: "4英寸磷化铟单晶衬底产线建设项目",
  titleEn: "4-inch indium phosphide substrates, new production line",
  ...{ segment: "substrate", industry: "3985", fields: ["5g", "other"] },
  businessScope:
    "电子专用材料研发、制造和销售；半导体材料加工；有色金属回收；技术服务、技术开发；货物进出口。",
  preMoney: 22000 / 26050,
  answers: {
    application_fields_other: "数据中心光互连",
    ...{ ...technology, ...growth, ...own },
  },
};
