import { maker, product, shape, steps, team, tools } from "./c1-project.ts";
import { c1Texts, type C1Texts } from "./c1-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { ProjectTheme } from "./project-theme.ts";

/** Plainly fictional. */
const applicant: ExampleApplicant = {
  nameZh: "辛酉示例晶体材料（太原）有限公司",
  nameEn: "Xinyou Example Crystals (Taiyuan) Co., Ltd.",
  uscc: "91140100MA0GT0018F",
  city: "140100",
  cityName: "太原市",
  county: "小店区",
  park: "xiaohe",
  parkName: "潇河产业园区",
  address: ["140100", "小店区", "示例路3号"],
  postcode: "030032",
  legalRep: "赵某某",
  contact: "郑某某",
  mobile: "13800000352",
  email: "shenbao@xinyou-example.cn",
};

const productColumns = [
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
];

const technologyAnswers: ExampleAnswers = {
  products: rows(productColumns, [
    [
      "8英寸导电型碳化硅衬底",
      "small_batch",
      ["sic_conductive"],
      ["8"],
      "1,000",
      "6,000",
      "wpm",
      "wafering",
      "61.0",
      "66.0",
      "96.0",
      "进口8英寸导电型衬底",
    ],
    [
      "6英寸导电型碳化硅衬底",
      "mass",
      ["sic_conductive"],
      ["6"],
      "2,600",
      "3,000",
      "wpm",
      "wafering",
      "65.0",
      "70.0",
      "98.0",
      "进口6英寸导电型衬底",
    ],
  ]),
  key_specs: rows(
    ["indicator", "unit", "ours", "domestic_best", "world_best", "evidence"],
    [
      ["微管密度", "cm⁻²", "0.08", "0.15", "0.05", "A10-1"],
      ["TSD", "cm⁻²", "310", "450", "200", "A10-2"],
      ["BPD", "cm⁻²", "420", "700", "300", "A10-3"],
      ["TTV", "µm", "2.1", "3.0", "1.8", "A10-4"],
      ["单炉厚度", "mm", "28", "24", "35", "A10-5"],
    ],
  ),
  trl: "8",
  mrl: "7",
  maturity_evidence: c1Texts.maturity,
  process_source: ["own"],
  process_source_text: c1Texts.processSource,
  technical_route: c1Texts.route,
};

const growthAnswers: ExampleAnswers = {
  product_forms: ["substrate"],
  polytypes: ["4h"],
  growth_methods: ["pvt"],
  size_roadmap: rows(
    ["size", "size_stage", "sample_month", "mass_month", "wafers_a_month", "hurdle"],
    [
      ["6", "mass", "2022-03", "2023-06", "3,000", "成本已接近下限，主要靠热场寿命"],
      ["8", "small_batch", "2025-04", "2028-01", "6,000", "基平面位错和炉间一致性"],
      ["12", "research", "2028-10", "2030-12", "0", "籽晶扩径和开裂，先做样片"],
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
      ["8英寸电阻式PVT长晶炉", "no", maker, "24", "144", "48", "18", "62.0"],
      ["6英寸感应式PVT长晶炉", "yes", "本公司", "60", "60", "50", "20", "65.0"],
    ],
  ),
  design_capacity: "9,000",
  first_crystal_month: "2027-11",
  full_capacity_month: "2029-06",
  capacity_basis: c1Texts.capacityBasis,
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
      ["micropipe", "8", "0.08", "0.05", "0.1", "1,860", "KOH腐蚀，附件A10-1"],
      ["tsd", "8", "310", "200", "300", "420", "KOH腐蚀，附件A10-2"],
      ["bpd", "8", "420", "300", "500", "420", "X射线形貌，附件A10-3"],
      ["resistivity", "8", "0.021", "0.020", "", "1,860", "涡流法，附件A10-4"],
      ["ttv", "8", "2.1", "1.8", "3", "1,860", "平坦度测试，附件A10-4"],
    ],
  ),
  kwh_per_wafer_now: "620",
  kwh_per_wafer_target: "480",
  epi_qualifications: rows(
    ["epi_customer", "epi_size", "epi_stage", "epi_wafers", "epi_next", "epi_result"],
    [
      ["客户甲（外延）", "8", "supply", "3,200", "2027-03", "外延致命缺陷0.32个每平方厘米，达到验收线"],
      ["客户乙（外延）", "8", "epi_passed", "860", "2027-06", "外延通过，等待其下游器件结论"],
      ["客户丙（器件）", "8", "device_test", "240", "2027-09", "1200 V器件流片中，首批良率与进口衬底相当"],
    ],
  ),
  feasibility: c1Texts.feasibility,
};

export const conductiveSic: ProjectTheme<C1Texts> = {
  ...{ applicant, product, team, shape, steps, tools, texts: c1Texts },
  titleZh: "8英寸导电型碳化硅衬底扩产项目",
  titleEn: "8-inch conductive SiC substrates, capacity expansion",
  ...{ segment: "substrate", industry: "3985", fields: ["nev", "pv_storage"] },
  businessScope: "电子专用材料研发、制造和销售；半导体材料加工；技术服务、技术开发；货物进出口。",
  preMoney: 40000 / 48500,
  answers: {
    ...technologyAnswers,
    ...growthAnswers,
    uses_controlled_items_text:
      "两台表面缺陷检测仪受原产国管制，许可已经取得；国产机型正在比对验证，切换约需四个月，期间可委托省内检测机构抽检。",
  },
};
