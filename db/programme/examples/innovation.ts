import * as words from "./c5-texts.ts";
import { lineThemes, type LineTheme } from "./c5-themes.ts";
import { rows, type ExampleAnswers, type ExampleApplicant, type ExampleRow } from "./example-types.ts";
import { exitText, priceBasisText } from "./market-texts.ts";
import {
  milestoneRows,
  moneyAnswers,
  projectMoney,
  statementRows,
  type MoneyShape,
  type Step,
} from "./money.ts";
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
  ipAnswers,
  marketAnswers,
  riskAnswers,
} from "./section-answers.ts";

export type InnovationExample = {
  theme: LineTheme;
  titleZh: string;
  titleEn: string;
  segment: string;
  summary: string;
  significance: string;
  feasibility: string;
};

const shape: MoneyShape = {
  uses: {
    equipment: [0, 1800, 1200, 300, 0],
    installation: [0, 100, 100, 0, 0],
    rnd: [200, 1500, 1600, 900, 0],
    staff: [100, 900, 1000, 800, 0],
    working_capital: [0, 0, 0, 500, 600],
  },
  sources: { own: 4200, shareholders: 1800, thisFund: 3000, coInvestor: 1200 },
};

const steps: readonly Step[] = [
  [
    "团队到位与实验条件",
    "2026-12-15",
    "2027-09-30",
    "核心人员到岗，首批设备验收",
    "到岗30人，设备完好率95%",
    0.3,
    "yes",
  ],
  [
    "样品与用户验证",
    "2027-10-01",
    "2028-09-30",
    "完成两轮样品并送三家用户验证",
    "关键指标达到对比表目标值",
    0.4,
    "yes",
  ],
  ["中试与转化", "2028-10-01", "2029-12-31", "连续中试并签订首份批量合同", "中试60批，良率85%", 0.3, "no"],
];

/** What the examples of C7, C8 and C9 share: everything but the one section each has of its own. */
export function innovationAnswers(
  applicant: ExampleApplicant,
  { theme, titleZh, titleEn, segment, summary, significance, feasibility }: InnovationExample,
): ExampleAnswers {
  const place = { city: applicant.cityName, park: applicant.parkName };
  const money = projectMoney(1, 18000 / 11600, shape);
  return {
    ...filingAnswers(applicant, {
      titleZh,
      titleEn,
      segment,
      industry: theme.industryCode,
      fields: theme.fields,
      summary,
      significance,
    }),
    ...companyAnswers(applicant, words.mainBusinessText(theme), { total: 96, rd: 0.5, master: 0.35 }),
    ...ownershipAnswers(4000, shareSplits[0]!),
    ...affiliateAnswers,
    ...teamAnswers(makersTeam(theme)),
    ...technologyAnswers(theme),
    ...ipAnswers(theme, applicant.nameZh, words.ftoText(theme)),
    feasibility,
    ...marketAnswers(theme, words.competitivenessText(theme)),
    latest_month: "2026-10",
    statements: statementRows(0.4),
    ...moneyAnswers(money),
    price_basis: priceBasisText(),
    exit_plan: ["merger", "transfer"],
    exit_text: exitText(),
    milestones: milestoneRows(money, steps) ?? [],
    ...riskAnswers(theme),
    construction: "no",
    ...exportControlAnswers,
    ...impactAnswers(words.benefitText(theme, place)),
    ...declarationAnswers,
  };
}

/** The same members, each with what the call asks of them besides. */
export const teamWith = (answers: ExampleAnswers, cells: Record<string, readonly string[]>): ExampleRow[] =>
  ((answers["team"] ?? []) as ExampleRow[]).map((row, index) => ({
    ...row,
    cells: {
      ...row.cells,
      ...Object.fromEntries(Object.entries(cells).map(([key, values]) => [key, values[index] ?? ""])),
    },
  }));

function technologyAnswers(theme: LineTheme): ExampleAnswers {
  return {
    products: rows(
      ["product_name", "stage", "material", "wafer_size", "localisation", "replaces"],
      theme.productNames.map((name) => [
        name,
        "pilot",
        [...theme.materials],
        [theme.wafer],
        "72.0",
        "进口同规格产品",
      ]),
    ),
    key_specs: rows(
      ["indicator", "unit", "ours", "domestic_best", "world_best", "evidence"],
      theme.specs.map((spec) => [...spec, "A09"]),
    ),
    trl: "6",
    mrl: "5",
    maturity_evidence: words.maturityText(theme),
    process_source: ["own"],
    process_source_text: words.processSourceText(theme),
    technical_route: words.technicalRouteText(theme),
  };
}

export const innovationThemes = lineThemes;

/** Keys of the file questions that each of these examples must have a file for. */
export const innovationFileKeys = [
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
] as const;
