import { lineThemes, type LineTheme } from "./c5-themes.ts";
import { equipmentRows, lineAnswers, lineMilestones } from "./c5-line.ts";
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
  constructionAnswers,
  declarationAnswers,
  exportControlAnswers,
  filingAnswers,
  impactAnswers,
  ipAnswers,
  marketAnswers,
  riskAnswers,
} from "./section-answers.ts";
import * as words from "./c5-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";

/** Plainly fictional: 甲子示例. */
export const exampleApplicant: ExampleApplicant = {
  nameZh: "甲子示例功率半导体（忻州）有限公司",
  nameEn: "Jiazi Example Power Semiconductor (Xinzhou) Co., Ltd.",
  uscc: "91140900MA0KX12R1D",
  city: "140900",
  cityName: "忻州市",
  county: "忻府区",
  park: "xinzhou_semiconductor",
  parkName: "忻州半导体产业园",
  address: ["140900", "忻府区", "示例大街8号"],
  postcode: "034000",
  legalRep: "赵某某",
  contact: "王某某",
  mobile: "13800000351",
  email: "shenbao@jiazi-example.cn",
};

export type C5Example = {
  theme: LineTheme;
  scale: number;
  capital: number;
  split: readonly string[];
  staff: number;
};

const mainExample: C5Example = {
  theme: lineThemes[0]!,
  scale: 1,
  capital: 12000,
  split: shareSplits[0]!,
  staff: 186,
};

/** Every required question answered, nothing contradicting anything. */
export function filledC5(applicant: ExampleApplicant, example: C5Example = mainExample): ExampleAnswers {
  const { theme, scale, capital, split, staff } = example;
  const money = projectMoney(scale, example === mainExample ? undefined : (capital * 4) / (86000 * scale));
  const place = { city: applicant.cityName, park: applicant.parkName };
  return {
    strand: "c5",
    ...filingAnswers(applicant, {
      titleZh: theme.titleZh,
      titleEn: theme.titleEn,
      segment: "manufacturing",
      industry: theme.industryCode,
      fields: theme.fields,
      summary: words.summaryText(theme, place),
      significance: words.significanceText(theme, place),
    }),
    ...companyAnswers(applicant, words.mainBusinessText(theme), { total: staff }),
    ...ownershipAnswers(capital, split),
    ...affiliateAnswers,
    ...teamAnswers(makersTeam(theme)),
    ...technologyAnswers(theme),
    ...ipAnswers(theme, applicant.nameZh, words.ftoText(theme)),
    ...lineAnswers(theme, place),
    equipment: equipmentRows(money),
    ...marketAnswers(theme, words.competitivenessText(theme)),
    latest_month: "2026-10",
    statements: statementRows(scale),
    ...moneyAnswers(money),
    price_basis: priceBasisText(),
    exit_plan: ["ipo", "merger"],
    exit_text: exitText(),
    target_board: "star",
    listing_stage: "restructuring",
    milestones: lineMilestones(money, theme.wafersAMonth) ?? [],
    ...riskAnswers(theme),
    ...constructionAnswers(words.emissionsText(theme)),
    ...exportControlAnswers,
    ...impactAnswers(words.benefitText(theme, place)),
    ...declarationAnswers,
  };
}

/** Another believable application: theme, size, shares and staff follow from the seed. */
export function variedC5(seed: number, applicant: ExampleApplicant): ExampleAnswers {
  const draw = sequence(seed);
  const scale = 0.3 + Math.floor(draw() * 25) * 0.05;
  return filledC5(applicant, {
    theme: lineThemes[Math.floor(draw() * lineThemes.length)]!,
    scale,
    capital: Math.round(12000 * scale * (0.9 + draw() * 0.3)),
    split: shareSplits[Math.floor(draw() * shareSplits.length)]!,
    staff: 80 + Math.floor(draw() * 320),
  });
}

/** Keys of the file questions that the filled example must have a file for. */
export const requiredFileKeys = [
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
  "a08_permits",
  "a13_equipment_quotes",
  "a09_ip_certificates",
  "a09_fto",
  "a10_test_reports",
  "a17_contracts",
] as const;

/** mulberry32: equal seeds give equal companies on every machine. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function technologyAnswers(theme: LineTheme): ExampleAnswers {
  const [main, second] = theme.productNames;
  const target = theme.wafersAMonth;
  const product = (name: string, share: number): (string | string[])[] => [
    name,
    "small_batch",
    [...theme.materials],
    [...theme.devices],
    [theme.wafer],
    theme.node,
    "um",
    "0",
    String(Math.round(target * share)),
    "wpm",
    "wafer",
    "78.5",
    "90.0",
    "62.0",
    "进口同规格产品",
  ];
  return {
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
      [product(main, 0.7), product(second, 0.3)],
    ),
    key_specs: rows(
      ["indicator", "unit", "ours", "domestic_best", "world_best", "evidence"],
      theme.specs.map((spec, index) => [...spec, `A10-${index + 1}`]),
    ),
    trl: "7",
    mrl: "6",
    maturity_evidence: words.maturityText(theme),
    certifications: ["iso_9001", "iso_14001"],
    ...(theme.fields.includes("nev") ? { certification_plan: words.certificationPlanText(theme) } : {}),
    process_source: ["own"],
    process_source_text: words.processSourceText(theme),
    technical_route: words.technicalRouteText(theme),
  };
}
