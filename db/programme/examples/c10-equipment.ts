import { equipmentFundTexts } from "./c10-equipment-texts.ts";
import type { C10Theme } from "./c10-theme.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { TeamWords } from "./people.ts";

/** Plainly fictional. */
const applicant: ExampleApplicant = {
  nameZh: "丁未示例创业投资管理有限公司",
  nameEn: "Dingwei Example Venture Management Co., Ltd.",
  uscc: "91140700MA0C8GP2RL",
  city: "140700",
  cityName: "晋中市",
  county: "榆次区",
  park: "jinchuang_valley",
  parkName: "晋创谷",
  address: ["140700", "榆次区", "示例金融路12号"],
  postcode: "030600",
  legalRep: "赵某某",
  contact: "戚某某",
  mobile: "13800000371",
  email: "shenbao@dingwei-example.cn",
};

const team: TeamWords = {
  positions: ["管理合伙人", "技术合伙人", "投资合伙人", "风控负责人", "产线验证负责人"],
  fields: ["装备产业投资", "刻蚀与真空装备", "零部件投资", "风险控制与合规", "产线验证与投后"],
  results: [
    "主导装备和零部件项目投资11个，其中2个退出，首只基金DPI达到0.86。",
    "曾任整机企业研发总监，主持两型刻蚀机上线，投前技术尽调四十余项，否决八项。",
    "主投射频电源、静电吸盘等项目9个，推动一家被整机企业并购，回收3.4倍。",
    "建立按里程碑分期出资的制度，三只基金年度审计均为无保留意见。",
    "组织上线验证二十八次，通过验收十一次，建立停机数据库两千余条。",
  ],
  priorEmployers: ["某产业投资机构", "某半导体装备企业", "某证券公司", "某会计师事务所", "某晶圆制造企业"],
};

const fund: ExampleAnswers = {
  fund_form: "partnership",
  fund_kind: "industry",
  fund_size: "60,000.00",
  amount_requested: "15,000.00",
  first_close: "36,000.00",
  first_close_month: "2027-08",
  final_close_month: "2028-03",
  life_years: "9",
  invest_years: "4",
  extension_years: "1",
  ic_focus: "95.0",
  fund_segments: ["equipment", "materials"],
  stage_mix: [
    ["seed", "6.0", "4", "600.00"],
    ["early", "44.0", "10", "1,600.00"],
    ["growth", "42.0", "6", "3,600.00"],
    ["mature", "8.0", "1", "4,000.00"],
  ].map(([id = "", mix_share = "", mix_deals = "", mix_ticket = ""]) => ({
    id,
    cells: { mix_share, mix_deals, mix_ticket },
  })),
  single_deal_cap: "10.0",
  shanxi_share: "45.0",
  shanxi_deals: "9",
  shanxi_team: "4",
  shanxi_plan: equipmentFundTexts.shanxiPlan,
};

const strategy: ExampleAnswers = {
  strategy_text: equipmentFundTexts.strategy,
  sourcing_text: equipmentFundTexts.sourcing,
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
        "晶锭激光剥离项目甲",
        "equipment",
        "early",
        "2,000.00",
        "diligence",
        "yes",
        "",
        "样机已切8英寸410片，衬底企业愿意验证",
      ],
      [
        "静电吸盘项目乙",
        "equipment",
        "growth",
        "3,200.00",
        "terms",
        "",
        "",
        "两家刻蚀机企业定点，计划在晋中设装配线",
      ],
      [
        "真空阀门项目丙",
        "equipment",
        "early",
        "1,500.00",
        "diligence",
        "yes",
        "",
        "寿命试验200万次，替代进口角阀",
      ],
      [
        "精密陶瓷项目丁",
        "materials",
        "growth",
        "2,800.00",
        "approved",
        "yes",
        "",
        "氮化铝加热盘通过产线验收",
      ],
      [
        "晶圆传输项目戊",
        "equipment",
        "early",
        "1,200.00",
        "contact",
        "",
        "",
        "机械手上线1,100小时，等待第二家验证",
      ],
    ],
  ),
};

const partners = (manager: string) =>
  rows(
    ["lp_name", "lp_kind", "lp_amount", "lp_state", "lp_means"],
    [
      ["本基金", "this_fund", "15,000.00", "approved", "以审批结果为准"],
      [manager, "gp", "1,200.00", "letter", "实缴资本和自有资金"],
      ["戊戌示例市级产业引导基金", "government", "9,000.00", "letter", "2026年批复文件，见A20"],
      ["己酉示例国有资本运营有限公司", "soe", "15,000.00", "letter", "2025年末净资产18亿元"],
      ["庚戌示例半导体装备股份有限公司", "industry", "9,000.00", "letter", "2025年经营现金流2.6亿元"],
      ["某银行系金融资产投资公司", "bank_insurance", "6,000.00", "talking", ""],
      ["某市场化母基金", "fof", "4,800.00", "talking", ""],
    ],
  );

const commitments: ExampleAnswers = {
  raising_plan: equipmentFundTexts.raising,
};

const terms: ExampleAnswers = {
  management_fee: "2.00",
  management_fee_later: "1.50",
  fee_basis: "paid_in",
  hurdle: "6.00",
  carry: "20.0",
  waterfall: "european",
  clawback: "yes",
  profit_concession:
    "对通过省内产线验收并在晋设厂的项目，管理机构愿意把分成的三成让利给本基金和承担验证的产线。",
  committee_seats: "5",
  committee_outside: "1",
  committee_pass: "4",
  fund_observer: "yes",
  key_person_terms: equipmentFundTexts.keyPerson,
  removal_terms: equipmentFundTexts.removal,
  conflict_policy: equipmentFundTexts.conflicts,
  custody_bank: "己巳银行晋中分行",
  reporting: ["quarterly", "annual_audit", "valuation", "events"],
  nested_layers: "no",
  guaranteed_terms: "no",
};

const record: ExampleAnswers = {
  applicant_manages: "yes",
  amac_no: "P1000001",
  amac_date: "2020-06-18",
  managed_assets: "520,000.00",
  managed_ic_assets: "330,000.00",
  manager_penalties: "no",
  past_funds: rows(
    ["past_fund", "past_vintage", "past_size", "past_dpi", "past_tvpi", "past_irr", "past_state"],
    [
      ["示例装备一期", "2020", "80,000.00", "0.86", "1.94", "17.5", "exiting"],
      ["示例先进制造基金", "2022", "310,000.00", "0.18", "1.38", "12.5", "exiting"],
      ["示例零部件专项", "2023", "130,000.00", "0.05", "1.21", "9.0", "investing"],
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
      ["射频电源企业", "2020-10", "early", "yes", "2,500.00", "merger", "8,500.00", "0"],
      ["量测设备企业", "2021-04", "growth", "yes", "4,000.00", "partly", "7,200.00", "5,800.00"],
      ["真空泵企业", "2021-09", "early", "yes", "1,500.00", "written_off", "120.00", "0"],
      ["静电吸盘企业", "2023-06", "early", "yes", "2,000.00", "holding", "0", "4,600.00"],
      ["高纯石英企业", "2024-05", "growth", "yes", "3,600.00", "holding", "0", "4,300.00"],
    ],
  ),
  record_text: equipmentFundTexts.record,
  key_persons: rows(
    ["person", "person_role", "investing_years", "together_years", "time_share", "deals_led", "exits_led"],
    [
      ["赵某某", "partner", "13", "6", "85", "11", "2"],
      ["孙某某", "industry", "7", "6", "80", "6", "1"],
      ["李某某", "partner", "10", "6", "75", "9", "1"],
    ],
  ),
};

/** A fund for another link of the chain than materials and devices. */
export const equipmentFund: C10Theme = {
  ...{ applicant, team, partners, texts: equipmentFundTexts },
  fundName: "半导体装备产业投资合伙企业（有限合伙）",
  titleZh: "半导体装备与零部件子基金",
  titleEn: "Sub-fund for semiconductor equipment and parts",
  ...{ segment: "services", industry: "3562", fields: ["industrial", "nev"] },
  ...{ capital: 3200, staff: 22, accounts: 0.22 },
  answers: { ...fund, ...strategy, ...commitments, ...terms, ...record },
};
