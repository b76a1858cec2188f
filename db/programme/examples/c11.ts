import { lineMilestones } from "./c5-line.ts";
import * as words from "./c5-texts.ts";
import { type LineTheme, lineThemes } from "./c5-themes.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import { exitText, priceBasisText } from "./market-texts.ts";
import { moneyAnswers, projectMoney, statementRows } from "./money.ts";
import {
  affiliateAnswers,
  companyAnswers,
  makersTeam,
  ownershipAnswers,
  shareSplits,
  teamAnswers,
} from "./people.ts";
import {
  declarationAnswers,
  exportControlAnswers,
  filingAnswers,
  impactAnswers,
  marketAnswers,
  type Right,
  rightRows,
  riskAnswers,
} from "./section-answers.ts";

/** Plainly fictional. */
export const c11Applicant: ExampleApplicant = {
  nameZh: "丙子示例射频微电子股份有限公司",
  nameEn: "Bingzi Example RF Microelectronics Co., Ltd.",
  uscc: "91140100MA0G1F5L77",
  city: "140100",
  cityName: "太原市",
  county: "小店区",
  park: "xiaohe",
  parkName: "潇河产业园区",
  address: ["140100", "小店区", "示例大道100号"],
  postcode: "030032",
  legalRep: "赵某某",
  contact: "蒋某某",
  mobile: "13800000361",
  email: "shenbao@bingzi-example.cn",
};

type C11Example = {
  theme: LineTheme;
  titleZh: string;
  titleEn: string;
  scale: number;
  staff: number;
  /** The projects the proceeds go to, the second a centre of its own. */
  proceeds: readonly [expansion: string, centre: string];
  inventions: readonly Right[];
};

/** Every required question answered, nothing contradicting anything. */
export function filledC11(
  applicant: ExampleApplicant = c11Applicant,
  example: C11Example = rfMaker,
): ExampleAnswers {
  const { theme, scale } = example;
  const place = { city: applicant.cityName, park: applicant.parkName };
  const money = projectMoney(scale, 3);
  return {
    ...filingAnswers(applicant, {
      instruments: ["listing", "direct_equity"],
      titleZh: example.titleZh,
      titleEn: example.titleEn,
      segment: "manufacturing",
      industry: theme.industryCode,
      fields: theme.fields,
      summary: words.summaryText(theme, place),
      significance: words.significanceText(theme, place),
    }),
    ...companyAnswers(applicant, words.mainBusinessText(theme), { total: example.staff }),
    entity_type: "joint_stock",
    ...ownershipAnswers(36000, shareSplits[1]!),
    ...affiliateAnswers,
    ...listingAnswers,
    proceeds: proceedsRows(example.proceeds),
    ...teamAnswers(makersTeam(theme)),
    ...technologyAnswers(theme),
    ip_rights: rightRows(applicant.nameZh, example.inventions),
    fto_done: "yes",
    fto_statement: words.ftoText(theme),
    ip_disputes: "no",
    ...marketAnswers(theme, words.competitivenessText(theme)),
    latest_month: "2026-10",
    statements: statementRows(3.2),
    ...moneyAnswers(money),
    round: "pre_ipo",
    price_basis: priceBasisText(),
    exit_plan: ["ipo", "transfer"],
    exit_text: exitText(),
    milestones: lineMilestones(money, theme.wafersAMonth) ?? [],
    ...riskAnswers(theme),
    construction: "no",
    ...exportControlAnswers,
    ...impactAnswers(words.benefitText(theme, place)),
    ...declarationAnswers,
  };
}

const rfInventions: readonly Right[] = [
  ["invention", "ZL202110123456.7", "一种砷化镓功率放大器版图", "granted", "2021-01-29", "2023-05-12", "yes"],
  ["invention", "ZL201911234567.4", "一种低噪声放大器偏置电路", "granted", "2019-12-05", "2022-08-19", "yes"],
  ["invention", "ZL202010345678.9", "背孔刻蚀终点的判断方法", "granted", "2020-04-27", "2022-09-30", "yes"],
  ["invention", "ZL202110456789.1", "一种欧姆接触制备方法", "granted", "2021-04-26", "2023-10-20", ""],
  ["invention", "ZL202110567890.4", "射频开关的体偏置结构", "granted", "2021-05-24", "2023-11-17", ""],
  ["invention", "ZL202210678901.0", "晶圆级射频测试校准方法", "granted", "2022-06-15", "2024-06-21", ""],
  ["invention", "ZL202210789012.1", "一种片上电感及其制作方法", "granted", "2022-07-06", "2024-08-09", ""],
  ["invention", "CN202410234567.9", "电子束光刻的邻近效应校正", "applied", "2024-03-01", "", "yes"],
];

const laserTitles = [
  "一种多结垂直腔面发射激光器",
  "湿法氧化终点的原位监测方法",
  "一种低串扰激光阵列及其制作方法",
  "分布布拉格反射镜的掺杂方法",
  "激光阵列的电极连接结构",
  "晶圆级光电测试的对准方法",
  "一种抗静电击穿的激光芯片",
  "窄发散角阵列的微透镜集成方法",
];

/** Numbers of plausible shape; only the titles tell the trades apart. */
const laserInventions = rfInventions.map(([kind, number, , ...rest], index): Right => [
  kind,
  number,
  laserTitles[index] ?? "",
  ...rest,
]);

const rfMaker: C11Example = {
  theme: lineThemes[1]!,
  titleZh: "6英寸砷化镓射频芯片扩产及科创板上市培育",
  titleEn: "6-inch GaAs RF chips: expansion and STAR listing",
  scale: 0.7,
  staff: 412,
  proceeds: ["6英寸砷化镓射频芯片扩产（二期）", "射频前端模组研发中心"],
  inventions: rfInventions,
};

const laserMaker: C11Example = {
  theme: lineThemes[5]!,
  titleZh: "6英寸VCSEL光芯片扩产及科创板上市培育",
  titleEn: "6-inch VCSEL chips: expansion and STAR listing",
  scale: 0.55,
  staff: 328,
  proceeds: ["车载激光雷达用VCSEL阵列扩产", "高速光互连芯片研发中心"],
  inventions: laserInventions,
};

/** Believable companies of different trades and sizes. */
export const c11Examples = [rfMaker, laserMaker] as const;

const listingAnswers: ExampleAnswers = {
  target_board: "star",
  listing_stage: "tutoring_filed",
  restructuring_month: "2026-03",
  filing_month: "2027-06",
  listing_reserve: "yes",
  listing_standard: "科创板上市标准一：预计市值不低于10亿元，近两年净利润为正",
  planned_raise: "60,000.00",
  listing_obstacles:
    "一是早期厂房的不动产权证仍在办理；二是2021年一次知识产权出资需要补充评估复核；三是省外子公司的社保缴纳基数需要统一。以上三项已列入绿色通道需求。",
  advisers: rows(
    ["adviser_role", "adviser", "adviser_state", "engaged_on"],
    [
      ["sponsor", "壬申证券股份有限公司", "engaged", "2025-11"],
      ["law", "癸酉律师事务所", "engaged", "2025-11"],
      ["audit", "辛未会计师事务所（特殊普通合伙）", "engaged", "2025-12"],
      ["appraisal", "资产评估机构（示例）", "agreed", ""],
    ],
  ),
  listing_steps: (
    [
      ["advisers", "done", "2025-12", "保荐、律师、会计师均已签约"],
      ["restructuring", "done", "2026-03", "以2025年12月31日净资产折股"],
      ["tutoring_filed", "done", "2026-09", "已取得辅导备案回执"],
      ["tutoring_passed", "planned", "2027-04", ""],
      ["accepted", "planned", "2027-06", ""],
      ["inquiry", "planned", "2027-07", ""],
      ["committee", "planned", "2027-12", ""],
      ["registration", "planned", "2028-03", ""],
      ["listed", "planned", "2028-06", ""],
    ] as const
  ).map(([id, step_state, step_month, step_note]) => ({ id, cells: { step_state, step_month, step_note } })),
  matters: (
    [
      ["contributions", "mending", "2021年知识产权出资1,200万元，正在补充评估复核", "2027-02"],
      ["share_history", "clean", "", ""],
      ["taxes", "clean", "", ""],
      ["land", "mending", "二号厂房不动产权证在办，已完成竣工验收和消防验收", "2027-03"],
      ["environment", "clean", "", ""],
      ["staff", "mending", "省外子公司社保基数偏低，2027年1月起统一并补缴", "2027-03"],
      ["related", "clean", "", ""],
      ["rights", "clean", "", ""],
      ["control", "clean", "", ""],
    ] as const
  ).map(([id, matter_state, matter_text, matter_month]) => ({
    id,
    cells: { matter_state, matter_text, matter_month },
  })),
  governance:
    "股改后设股东会、董事会和审计委员会，董事九人中独立董事三人；财务部十二人，配有上市公司经验的财务总监；业务、财务系统已打通，存货和研发工时按批次归集。2024年实施的员工持股按公允价值确认股份支付，服务期四年。会计师对内部控制做了两轮测试，提出的十四项改进已完成十二项，其余两项为信息系统权限和境外采购付款，2027年3月底前完成。",
  green_channel: "yes",
  green_needs: rows(
    ["need_kind", "need_authority", "need_text", "need_month", "need_state"],
    [
      [
        "land",
        "市规划和自然资源局",
        "二号厂房不动产权证办理，需要出具权属和规划核实文件",
        "2027-03",
        "handling",
      ],
      ["tax", "税务局", "2021年知识产权出资递延纳税备案的书面确认", "2027-02", "filed"],
      ["staff", "市人力资源和社会保障局", "补缴完成后的无违法违规证明", "2027-04", "not_filed"],
    ],
  ),
  stays_in_shanxi: "yes",
};

const proceedsRows = ([expansion, centre]: C11Example["proceeds"]) =>
  rows(
    ["proceeds_project", "proceeds_amount", "proceeds_in_shanxi", "proceeds_permits"],
    [
      [expansion, "38,000.00", "yes", "已备案，环评受理，用地在现有厂区内"],
      [centre, "14,000.00", "yes", "已备案，不涉及新增用地"],
      ["补充流动资金", "8,000.00", "yes", "不需要"],
    ],
  );

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
    theme.productNames.map((name) => [
      name,
      "mass",
      [theme.wafer],
      "900",
      "2,500",
      "wpm",
      "70.0",
      "进口同规格产品",
    ]),
  ),
  key_specs: rows(
    ["indicator", "unit", "ours", "domestic_best", "world_best", "evidence"],
    theme.specs.map((spec) => [...spec, "A09、A17"]),
  ),
  trl: "9",
  mrl: "8",
  maturity_evidence: words.maturityText(theme),
  process_source: ["own"],
  process_source_text: words.processSourceText(theme),
  technical_route: words.technicalRouteText(theme),
});

/** Keys of the file questions that the filled example must have a file for. */
export const c11FileKeys = [
  "a05_ownership_chart",
  "a01_licence",
  "a02_articles",
  "a03_audit_reports",
  "a04_financial_model",
  "a22_credit_reports",
  "a23_undertaking",
  "a06_business_plan",
  "a06_deck",
  "a07_feasibility_study",
  "a09_ip_certificates",
  "a09_fto",
  "a17_contracts",
  "a18_listing_papers",
] as const;
