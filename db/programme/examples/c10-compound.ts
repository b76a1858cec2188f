import type { C10Theme } from "./c10-theme.ts";
import { c10Texts } from "./c10-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { TeamWords } from "./people.ts";

/** Plainly fictional. */
const applicant: ExampleApplicant = {
  nameZh: "丁丑示例私募基金管理有限公司",
  nameEn: "Dingchou Example Private Fund Management Co., Ltd.",
  uscc: "91140100MA0C7TD2EB",
  city: "140100",
  cityName: "太原市",
  county: "小店区",
  park: "jinchuang_valley",
  parkName: "晋创谷",
  address: ["140100", "小店区", "示例金融街5号"],
  postcode: "030006",
  legalRep: "赵某某",
  contact: "沈某某",
  mobile: "13800000360",
  email: "shenbao@dingchou-example.cn",
};

const team: TeamWords = {
  positions: ["管理合伙人", "投资合伙人", "技术合伙人", "风控负责人", "投后负责人"],
  fields: ["半导体产业投资", "材料与装备投资", "器件与工艺", "风险控制与合规", "投后管理与产业对接"],
  results: [
    "主导半导体项目投资14个，其中3个退出，管理的首只基金DPI达到1.32。",
    "主投材料和装备项目11个，推动一家外延设备企业科创板上市，回收4.6倍。",
    "曾负责6英寸功率器件线工艺，主持技术尽调五十余项，否决存在工艺风险的项目九项。",
    "建立投资决策和估值复核制度，三只基金年度审计均为无保留意见。",
    "组织用户验证对接六十余次，促成被投企业取得定点九项，引进高管十五人。",
  ],
  priorEmployers: ["某产业投资机构", "某证券公司", "某功率器件企业", "某会计师事务所", "某半导体装备企业"],
};

const fundAnswers: ExampleAnswers = {
  fund_form: "partnership",
  fund_kind: "venture",
  fund_size: "100,000.00",
  amount_requested: "25,000.00",
  first_close: "60,000.00",
  first_close_month: "2027-06",
  final_close_month: "2027-12",
  life_years: "8",
  invest_years: "4",
  extension_years: "2",
  ic_focus: "92.0",
  fund_segments: ["equipment", "materials", "manufacturing"],
  stage_mix: [
    ["seed", "5.0", "3", "800.00"],
    ["early", "35.0", "9", "2,000.00"],
    ["growth", "45.0", "8", "4,500.00"],
    ["mature", "15.0", "2", "6,000.00"],
  ].map(([id = "", mix_share = "", mix_deals = "", mix_ticket = ""]) => ({
    id,
    cells: { mix_share, mix_deals, mix_ticket },
  })),
  single_deal_cap: "12.0",
  shanxi_share: "40.0",
  shanxi_deals: "8",
  shanxi_team: "6",
  shanxi_plan: c10Texts.shanxiPlan,
};

const strategyAnswers: ExampleAnswers = {
  strategy_text: c10Texts.strategy,
  sourcing_text: c10Texts.sourcing,
  pipeline: rows(
    [
      "pipe",
      "pipe_link",
      "pipe_stage",
      "pipe_amount",
      "pipe_state",
      "pipe_in_shanxi",
      "pipe_related",
      "pipe_note",
    ],
    [
      [
        "碳化硅长晶炉项目甲",
        "equipment",
        "growth",
        "4,000.00",
        "diligence",
        "yes",
        "",
        "热场自制，两家衬底企业在用",
      ],
      ["外延片项目乙", "materials", "growth", "5,000.00", "terms", "yes", "", "8英寸外延通过两家器件厂验证"],
      [
        "射频器件项目丙",
        "manufacturing",
        "early",
        "2,000.00",
        "diligence",
        "",
        "",
        "基站客户小批，团队来自整机企业",
      ],
      [
        "量测设备项目丁",
        "equipment",
        "early",
        "1,500.00",
        "contact",
        "yes",
        "",
        "缺陷检测替代进口，样机已上线",
      ],
      [
        "高纯耗材项目戊",
        "materials",
        "growth",
        "3,000.00",
        "approved",
        "yes",
        "",
        "石墨件国产替代，三家客户定点",
      ],
      ["功率模块封装项目己", "packaging", "early", "1,800.00", "contact", "", "", "铜烧结工艺，送样五家"],
    ],
  ),
};

const partners = (manager: string) =>
  rows(
    ["lp_name", "lp_kind", "lp_amount", "lp_state", "lp_means"],
    [
      ["本基金", "this_fund", "25,000.00", "approved", "以审批结果为准"],
      [manager, "gp", "2,000.00", "letter", "实缴资本和自有资金"],
      ["戊寅示例城市产业引导基金", "government", "15,000.00", "letter", "2026年批复文件，见A20"],
      ["己卯示例国有资本投资有限公司", "soe", "20,000.00", "letter", "2025年末净资产32亿元"],
      ["庚辰示例新能源动力有限公司", "industry", "14,000.00", "letter", "2025年经营现金流4.8亿元"],
      ["某银行系金融资产投资公司", "bank_insurance", "12,000.00", "talking", ""],
      ["某市场化母基金", "fof", "8,000.00", "talking", ""],
    ],
  );

const commitmentAnswers: ExampleAnswers = {
  raising_plan: c10Texts.raising,
};

const termAnswers: ExampleAnswers = {
  management_fee: "1.80",
  management_fee_later: "1.20",
  fee_basis: "paid_in",
  hurdle: "7.00",
  carry: "20.0",
  waterfall: "european",
  clawback: "yes",
  profit_concession: "对在晋项目的超额收益，管理机构愿意把分成的两成让利给本基金和在晋团队。",
  committee_seats: "7",
  committee_outside: "2",
  committee_pass: "5",
  fund_observer: "yes",
  key_person_terms: c10Texts.keyPerson,
  removal_terms: c10Texts.removal,
  conflict_policy: c10Texts.conflicts,
  custody_bank: "戊辰银行太原分行",
  reporting: ["quarterly", "annual_audit", "valuation", "events"],
  nested_layers: "no",
  guaranteed_terms: "no",
};

const recordAnswers: ExampleAnswers = {
  applicant_manages: "yes",
  amac_no: "P1000000",
  amac_date: "2021-09-16",
  managed_assets: "560,000.00",
  managed_ic_assets: "420,000.00",
  manager_penalties: "no",
  past_funds: rows(
    ["past_fund", "past_vintage", "past_size", "past_dpi", "past_tvpi", "past_irr", "past_state"],
    [
      ["示例半导体一期", "2018", "120,000.00", "1.32", "2.45", "21.5", "exiting"],
      ["示例半导体二期", "2021", "240,000.00", "0.28", "1.52", "16.0", "exiting"],
      ["示例装备专项", "2024", "200,000.00", "0", "1.06", "4.2", "investing"],
    ],
  ),
  deals: rows(
    [
      "deal",
      "deal_month",
      "deal_stage",
      "deal_ic",
      "deal_amount",
      "deal_exit",
      "deal_received",
      "deal_value",
    ],
    [
      ["外延设备企业", "2018-11", "growth", "yes", "6,000.00", "ipo", "27,600.00", "0"],
      ["射频芯片企业", "2019-05", "early", "yes", "3,000.00", "merger", "8,400.00", "0"],
      ["高纯耗材企业", "2020-03", "growth", "yes", "4,000.00", "partly", "6,000.00", "7,200.00"],
      ["功率模块企业", "2020-09", "early", "yes", "2,000.00", "written_off", "300.00", "0"],
      ["碳化硅衬底企业", "2021-12", "growth", "yes", "8,000.00", "holding", "0", "15,600.00"],
      ["工业软件企业", "2022-06", "early", "no", "2,500.00", "holding", "0", "3,100.00"],
    ],
  ),
  record_text: c10Texts.record,
  key_persons: rows(
    ["person", "person_role", "investing_years", "together_years", "time_share", "deals_led", "exits_led"],
    [
      ["赵某某", "partner", "15", "8", "80", "14", "3"],
      ["孙某某", "partner", "12", "8", "80", "11", "2"],
      ["李某某", "industry", "8", "8", "70", "9", "1"],
    ],
  ),
};

export const compoundFund: C10Theme = {
  ...{ applicant, team, partners, texts: c10Texts },
  fundName: "化合物半导体创业投资合伙企业（有限合伙）",
  titleZh: "化合物半导体产业链子基金",
  titleEn: "Sub-fund for the compound semiconductor chain",
  ...{ segment: "services", industry: "3985", fields: ["5g", "nev", "pv_storage"] },
  ...{ capital: 5000, staff: 36, accounts: 0.4 },
  answers: {
    ...{ ...fundAnswers, ...strategyAnswers, ...commitmentAnswers, ...termAnswers, ...recordAnswers },
  },
};
