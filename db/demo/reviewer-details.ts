/** What a demo reviewer says of themselves, beside what stands in reviewers.ts. */
export interface DemoReviewerDetails {
  segments: readonly string[];
  materials?: readonly string[];
  devices?: readonly string[];
  fields?: readonly string[];
  text: string;
  post: string;
  /** Month of taking up the post of today. */
  since: string;
  /** Before that. */
  earlier?: { employer: string; post: string; from: string; to: string };
  ties?: readonly { company: string; kind: string; from: string; to?: string }[];
  away?: { from: string; to: string };
  /** Changed after the office had confirmed the rest. */
  fewerLater?: number;
}

const zhOnly = ["zh"];
const both = ["zh", "en"];
export const languagesOf = (locale: "zh" | "en"): readonly string[] => (locale === "en" ? both : zhOnly);

/** In the order of the reviewers. The last one has not given anything yet. */
export const demoReviewerDetails: readonly DemoReviewerDetails[] = [
  {
    segments: ["substrate", "epitaxy", "manufacturing"],
    materials: ["sic_conductive", "ga2o3"],
    devices: ["power_sbd", "power_mosfet"],
    fields: ["nev", "pv_storage"],
    text: "从事碳化硅单晶与同质外延研究二十年，做过4英寸到8英寸衬底的缺陷检测和1200 V MOSFET的工艺开发，能评判晶体生长、外延均匀性和栅氧可靠性。",
    ...{ post: "研究员", since: "2014-07" },
    earlier: { employer: "壬午示例大学材料学院", post: "讲师", from: "2006-09", to: "2014-06" },
    ties: [{ company: "癸未示例晶体有限公司", kind: "adviser", from: "2022-03", to: "2024-03" }],
  },
  {
    segments: ["design", "epitaxy"],
    materials: ["gaas", "gan_on_sic", "sic_semi_insulating"],
    devices: ["rf_pa", "rf_lna", "rf_switch"],
    fields: ["5g", "aerospace"],
    text: "研究砷化镓和氮化镓微波单片集成电路，带队完成Sub-6 GHz基站功放和毫米波低噪声放大器的流片，熟悉大信号建模、热设计和射频测试。",
    ...{ post: "教授", since: "2011-03" },
  },
  {
    segments: ["epitaxy", "manufacturing", "packaging_test"],
    materials: ["inp", "gaas", "ingaas"],
    devices: ["opto_vcsel", "opto_ld", "opto_pd_swir"],
    fields: ["iot", "consumer", "5g"],
    text: "Works on VCSEL arrays and InP lasers: MOCVD growth, oxidation control, wafer-level testing and lifetime studies for datacom and sensing. Judges epitaxial design, yield and reliability plans best.",
    ...{ post: "Senior scientist", since: "2017-01" },
    earlier: {
      employer: "Dingwei Example Photonics Laboratory",
      post: "Research fellow",
      from: "2011-10",
      to: "2016-12",
    },
    away: { from: "2027-02-08", to: "2027-02-26" },
  },
  {
    segments: ["epitaxy", "manufacturing"],
    materials: ["algan_duv", "aln", "sapphire"],
    devices: ["opto_uvc_led", "opto_led"],
    fields: ["consumer", "industrial"],
    text: "研究铝镓氮深紫外发光材料，从氮化铝模板、量子阱设计到倒装芯片都有实际经验，熟悉出光效率、寿命测试和外延到芯片的工艺整合。",
    ...{ post: "副研究员", since: "2015-08" },
  },
  {
    segments: ["equipment", "manufacturing"],
    materials: ["si", "sic_conductive"],
    devices: ["power_mosfet", "power_igbt", "logic"],
    text: "在产线负责刻蚀和高温离子注入模块十五年，主持过6英寸线建线和良率爬坡，能评判设备选型、工艺窗口、洁净厂房和达产计划。",
    ...{ post: "工艺总监", since: "2012-05" },
    ties: [{ company: "甲申示例设备技术有限公司", kind: "shareholding", from: "2021-06" }],
  },
  {
    segments: ["application", "packaging_test"],
    materials: ["sic_conductive"],
    devices: ["power_module", "power_mosfet"],
    fields: ["nev"],
    text: "负责车用电驱动和车载充电机的功率器件选型与导入，熟悉车规认证、功率循环试验和整车厂的采购标准，能评判市场需求和验证周期。",
    ...{ post: "技术总监", since: "2016-04" },
  },
  {
    segments: ["application", "design"],
    materials: ["gan_on_sic", "gaas"],
    devices: ["rf_pa", "rf_filter", "rf_switch"],
    fields: ["5g", "iot"],
    text: "从事基站射频前端的整机设计与供应商导入，主持过国产功放和滤波器的替代验证，熟悉运营商集采和器件一致性要求。",
    ...{ post: "首席工程师", since: "2013-11" },
  },
  {
    segments: ["application"],
    materials: ["sic_conductive", "si"],
    devices: ["power_igbt", "power_module"],
    fields: ["pv_storage", "industrial"],
    text: "主持组串式逆变器和储能变流器开发，比较过硅基与碳化硅模块的效率、成本和寿命，能评判下游用量、价格走势和国产替代的进度。",
    ...{ post: "研发副总经理", since: "2018-02" },
    away: { from: "2026-12-21", to: "2027-01-08" },
  },
  {
    segments: ["services"],
    text: "执业注册会计师，审计过多家半导体制造企业，熟悉研发支出资本化、政府补助、在建工程和关联交易，能评判财务预测和资金使用计划。",
    ...{ post: "合伙人", since: "2010-06" },
  },
  {
    segments: ["services"],
    text: "研究产业经济与项目评价，做过集成电路产业基金的绩效评价和企业估值，能评判投资回报测算、市场规模和社会效益。",
    ...{ post: "教授", since: "2009-09" },
  },
  {
    segments: ["equipment", "services"],
    text: "注册资产评估师，长期评估半导体设备、在用产线和专利技术出资，能评判设备价格、折旧年限和无形资产作价是否合理。",
    ...{ post: "高级评估师", since: "2013-03" },
  },
  {
    segments: ["eda_ip", "services"],
    text: "执业律师，办理过半导体企业的股权投资、技术许可和专利诉讼，能评判股权结构、知识产权权属和出口管制合规。",
    ...{ post: "合伙人", since: "2011-01" },
    ties: [{ company: "乙酉示例集成电路有限公司", kind: "director", from: "2023-05" }],
  },
  {
    segments: ["design", "substrate"],
    fields: ["nev", "5g"],
    text: "管理两期硬科技创业投资基金，投过化合物半导体材料与芯片设计企业，能评判估值、条款、团队和退出安排。",
    ...{ post: "管理合伙人", since: "2017-09", fewerLater: 6 },
  },
];
