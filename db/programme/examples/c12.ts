import { lineMilestones } from "./c5-line.ts";
import * as words from "./c5-texts.ts";
import { type LineTheme, lineThemes } from "./c5-themes.ts";
import { rows, wan, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import { moneyAnswers, projectMoney, statementRows, type ProjectMoney } from "./money.ts";
import { companyAnswers, makersTeam, ownershipAnswers, shareSplits, teamAnswers } from "./people.ts";
import {
  constructionAnswers,
  declarationAnswers,
  exportControlAnswers,
  filingAnswers,
  impactAnswers,
  ipAnswers,
  marketAnswers,
  riskAnswers,
} from "./section-answers.ts";

/** Plainly fictional. */
export const c12Applicant: ExampleApplicant = {
  nameZh: "乙亥示例功率半导体（长治）有限公司",
  nameEn: "Yihai Example Power Semiconductor (Changzhi) Co., Ltd.",
  uscc: "91140400MA0Y1H2K3T",
  city: "140400",
  cityName: "长治市",
  county: "潞州区",
  park: "changzhi_opto",
  parkName: "长治光电产业园",
  address: ["140400", "潞州区", "示例路66号"],
  postcode: "046000",
  legalRep: "赵某某",
  contact: "卫某某",
  mobile: "13800000362",
  email: "shenbao@yihai-example.cn",
};

/** A major project and the loan it needs, in the words of its title. */
type C12Example = { theme: LineTheme; scale: number; staff: number; titleZh: string; titleEn: string };

const igbtLine: C12Example = {
  ...{ theme: lineThemes[7]!, scale: 1.05, staff: 286 },
  titleZh: "8英寸IGBT与功率模块生产线银团贷款",
  titleEn: "Syndicated loan for an 8-inch IGBT and power module line",
};
const ganLine: C12Example = {
  ...{ theme: lineThemes[2]!, scale: 0.6, staff: 162 },
  titleZh: "8英寸硅基氮化镓生产线固定资产贷款",
  titleEn: "Fixed-asset loan for an 8-inch GaN-on-Si line",
};
const filterLine: C12Example = {
  ...{ theme: lineThemes[6]!, scale: 0.45, staff: 128 },
  titleZh: "6英寸射频滤波器生产线项目贷款",
  titleEn: "Project loan for a 6-inch RF filter line",
};

/** Believable projects of different trades and sizes, the largest first. */
export const c12Examples = [igbtLine, ganLine, filterLine] as const;

/** Every required question answered, nothing contradicting anything. */
export function filledC12(
  applicant: ExampleApplicant = c12Applicant,
  { theme, scale, staff, titleZh, titleEn }: C12Example = igbtLine,
): ExampleAnswers {
  const place = { city: applicant.cityName, park: applicant.parkName };
  const money = projectMoney(scale);
  const loan = money.bank;
  return {
    ...filingAnswers(applicant, {
      instruments: ["bank"],
      ...{ titleZh, titleEn },
      segment: "manufacturing",
      industry: theme.industryCode,
      fields: theme.fields,
      summary: words.summaryText(theme, place) + loanText(money),
      significance: words.significanceText(theme, place),
    }),
    ...companyAnswers(applicant, words.mainBusinessText(theme), { total: staff }),
    ...ownershipAnswers(9000, shareSplits[1]!),
    ...teamAnswers(makersTeam(theme)),
    ...technologyAnswers(theme),
    ...ipAnswers(theme, applicant.nameZh, words.ftoText(theme)),
    ...marketAnswers(theme, words.competitivenessText(theme)),
    latest_month: "2026-10",
    statements: statementRows(scale * 1.5),
    ...moneyWithoutShares(money),
    ...loanAnswers(loan),
    ...bankCaseAnswers(money, loan),
    feasibility: words.feasibilityText(theme, place),
    milestones: lineMilestones(money, theme.wafersAMonth) ?? [],
    ...riskAnswers(theme),
    ...constructionAnswers(words.emissionsText(theme)),
    filing_code: "2611-140400-04-01-234567",
    construction_start: "2027-03-15",
    ...exportControlAnswers,
    ...impactAnswers(words.benefitText(theme, place)),
    ...declarationAnswers,
    consent_banks: "yes",
  };
}

/** The fund takes no shares here: what it would have paid comes from the shareholders. */
function moneyWithoutShares(money: ProjectMoney): ExampleAnswers {
  const { total_investment, uses, received_public_money, public_money } = moneyAnswers(money);
  return {
    total_investment: total_investment ?? "",
    uses: uses ?? [],
    received_public_money: received_public_money ?? "",
    public_money: public_money ?? [],
    sources: rows(
      ["kind", "provider", "status", "amount"],
      [
        ["own", "企业自有资金", "in_place", wan(money.own)],
        ["shareholders", "现有股东同比例增资", "committed", wan(money.shareholders + money.requested)],
        ["other_funds", "庚午产业投资合伙企业（有限合伙）", "committed", wan(money.coInvestor)],
        ["bank", "戊辰银行长治分行（牵头银团）", "committed", wan(money.bank)],
      ],
    ),
  };
}

const loanAnswers = (loan: number): ExampleAnswers => ({
  loan_amount: wan(loan),
  loan_term: "84",
  loan_purpose: ["fixed_assets"],
  loan_security: ["mortgage", "guarantee"],
  loan_rate: "3.65",
  existing_loans: rows(
    ["bank", "balance", "due", "security"],
    [
      ["戊辰银行长治分行", "2,400.00", "2028-06", "mortgage"],
      ["己巳银行太原分行", "900.00", "2027-09", "credit"],
    ],
  ),
  intended_banks: "戊辰银行、己巳银行、示例政策性银行",
});

/** What the public may know of the loan. */
const loanText = ({ total, bank }: ProjectMoney): string =>
  `项目总投资${inYi(total)}亿元，列入省级重点工程，已完成备案和环评。本次申请对接银行固定资产贷款${inYi(bank)}亿元，期限七年，由项目投产后的现金流还款，不申请本基金出资。`;

const inYi = (amount: number): string => (amount / 10_000).toFixed(2);

/** The scale of the project whose years of service these are. */
const serviceScale = 0.6;

/** Year, cash available for debt service, part of the loan repaid, interest. */
const service: readonly (readonly [string, number, number, number])[] = [
  ["2027", 900, 0, 380],
  ["2028", 1600, 0, 740],
  ["2029", 4600, 0.15, 720],
  ["2030", 6900, 0.2, 600],
  ["2031", 7400, 0.2, 450],
  ["2032", 7600, 0.2, 300],
  ["2033", 7600, 0.25, 160],
];

function serviceRows(loan: number, scale: number): ExampleAnswers["debt_service"] {
  const size = scale / serviceScale;
  const repaid = service.map(([, , share]) => Math.round(loan * share));
  const before = repaid.slice(0, -1).reduce((sum, amount) => sum + amount, 0);
  return rows(
    ["service_year", "available", "principal", "interest"],
    service.map(([year, available, , interest], index) => [
      year,
      wan(Math.round(available * size)),
      wan(index === service.length - 1 ? loan - before : (repaid[index] ?? 0)),
      wan(Math.round(interest * size)),
    ]),
  );
}

const bankCaseAnswers = (money: ProjectMoney, loan: number): ExampleAnswers => ({
  key_project: "provincial",
  key_project_no: "2026年省级重点工程第88号（示例）",
  project_stage: "approved",
  invested_so_far: wan(Math.round(money.total * 0.06)),
  first_drawdown: "2027-03",
  grace_months: "24",
  repayment_method: "stepped",
  repayment_sources: ["project", "company"],
  debt_service: serviceRows(loan, money.scale),
  repayment_text:
    "测算按设计产能的25%、80%、95%爬坡，价格每年下降8%，贷款利率按3.65%计，所得税按现行优惠计算，与财务模型A04一致。投产推迟两个季度时，2029年可用现金减少约三成，由企业现有产品的经营现金流和股东承诺的流动性支持补足，当年偿债备付率仍在1.1以上；价格再下降10%时，可以动用偿债准备金账户，并把2029年还本的一半顺延到2030年，已与意向银行沟通。",
  collateral: rows(
    ["collateral_kind", "collateral_item", "appraised", "lending_rate", "collateral_state"],
    [
      ["land", "长治光电产业园工业用地80亩，不动产权证（示例）0088号", "2,600.00", "60.0", "free"],
      ["plant", "一期厂房及动力站，建成后办理抵押", wan(Math.round(loan * 0.5)), "60.0", "future"],
      ["equipment", "外延、光刻、刻蚀等主要设备，到货后办理抵押", wan(loan), "40.0", "future"],
    ],
  ),
  guarantors: rows(
    ["guarantor", "guarantor_kind", "guaranteed", "guarantor_agreed"],
    [["甲子控股集团有限公司", "parent", wan(Math.round(loan * 0.5)), "yes"]],
  ),
  overdue_loans: "no",
  guarantees_given: "0",
  bank_talks: rows(
    ["talk_bank", "talk_stage", "talk_amount", "talk_month", "talk_feedback"],
    [
      ["戊辰银行长治分行", "due_diligence", wan(loan), "2026-10", "已完成现场尽调，要求补充用户定点证明"],
      ["己巳银行太原分行", "contacted", "", "2026-11", "愿意参加银团，份额待定"],
    ],
  ),
  bank_needs: "希望协调设备抵押登记，并说明省级贴息政策是否适用于本项目。",
});

const technologyAnswers = (theme: LineTheme): ExampleAnswers => ({
  products: rows(
    [
      "product_name",
      "stage",
      "wafer_size",
      "capacity_now",
      "capacity_target",
      "capacity_unit",
      "localisation",
      "replaces",
    ],
    theme.productNames.map((name, index) => [
      name,
      "small_batch",
      [theme.wafer],
      "0",
      String(Math.round(theme.wafersAMonth * (index === 0 ? 0.7 : 0.3))),
      "wpm",
      "62.0",
      "进口同规格产品",
    ]),
  ),
  key_specs: rows(
    ["indicator", "unit", "ours", "domestic_best", "world_best", "evidence"],
    theme.specs.map((spec) => [...spec, "A09、A17"]),
  ),
  trl: "7",
  mrl: "6",
  maturity_evidence: words.maturityText(theme),
  process_source: ["own"],
  process_source_text: words.processSourceText(theme),
  technical_route: words.technicalRouteText(theme),
});

/** Keys of the file questions that the filled example must have a file for. */
export const c12FileKeys = [
  "a05_ownership_chart",
  "a01_licence",
  "a03_audit_reports",
  "a04_financial_model",
  "a22_credit_reports",
  "a23_undertaking",
  "a07_feasibility_study",
  "a08_permits",
  "a09_ip_certificates",
  "a17_contracts",
  "a19_bank_papers",
] as const;
