import {
  rows,
  type ExampleAnswers,
  type ExampleApplicant,
  type ExampleRow,
  type ProductWords,
} from "./example-types.ts";
import { exitText, priceBasisText } from "./market-texts.ts";
import {
  milestoneRows,
  moneyAnswers,
  projectMoney,
  statementRows,
  type MoneyShape,
  type Step,
} from "./money.ts";
import { affiliateAnswers, companyAnswers, ownershipAnswers, teamAnswers, type TeamWords } from "./people.ts";
import {
  declarationAnswers,
  exportControlAnswers,
  filingAnswers,
  impactAnswers,
  jobRows,
  type Jobs,
  marketAnswers,
  type Right,
  rightRows,
} from "./section-answers.ts";
import { type Size, usualSize } from "./sizes.ts";

/** What such a project makes; the wafer is left out where there is none. */
export type InnovationProduct = ProductWords & {
  industryCode: string;
  fields: readonly string[];
  materials: readonly string[];
  wafer: string;
  /** Its product replaces this. */
  replaces: string;
  specs: readonly (readonly [string, string, string, string, string])[];
};

/** Its longer answers, and the tables that only its own trade fills like this. */
export type InnovationWords = {
  mainBusiness: string;
  maturity: string;
  processSource: string;
  route: string;
  fto: string;
  competitiveness: string;
  market: string;
  pricePlan: string;
  benefit: string;
  team: TeamWords;
  steps: readonly Step[];
  rights: readonly Right[];
  /** Kind, risk, likelihood, impact, countermeasure. */
  risks: readonly (readonly [string, string, string, string, string])[];
  /** Supplier, goods, country, share of purchases. */
  suppliers: readonly (readonly [string, string, string, string])[];
  /** Which of its items are under control, and what would stand in. */
  controlled: string;
};

/** One trade's example of a call: what it is about, and what only it answers so. */
export type InnovationTheme = {
  /** Plainly fictional. */
  applicant: ExampleApplicant;
  product: InnovationProduct;
  words: InnovationWords;
  titleZh: string;
  titleEn: string;
  segment: string;
  shape?: MoneyShape;
  summary: string;
  significance: string;
  feasibility: string;
  /** What the call asks of each member besides, by column. */
  members: Record<string, readonly string[]>;
  answers: ExampleAnswers;
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

/** Sixty in all: such projects hire people who develop, hardly any who operate. */
const jobs: Jobs = [
  [8, 10, 6, 4, "26.00"],
  [6, 8, 6, 4, "17.50"],
  [0, 2, 2, 0, "9.00"],
  [2, 2, 0, 0, "11.00"],
];

/** An example of C7, C8 or C9, which differ in the one section each has of its own. */
export function filledInnovation(
  theme: InnovationTheme,
  applicant: ExampleApplicant,
  { scale, split }: Size = usualSize,
): ExampleAnswers {
  const { product, words } = theme;
  const money = projectMoney(scale, 18000 / 11600, theme.shape ?? shape);
  return {
    ...filingAnswers(applicant, { ...theme, industry: product.industryCode, fields: product.fields }),
    ...companyAnswers(applicant, words.mainBusiness, {
      total: Math.round(96 * scale),
      rd: 0.5,
      master: 0.35,
    }),
    ...ownershipAnswers(Math.round(4000 * scale), split),
    ...affiliateAnswers,
    ...teamOf(theme),
    ...technologyAnswers(product, words),
    ip_rights: rightRows(applicant.nameZh, words.rights),
    fto_done: "yes",
    fto_statement: words.fto,
    ip_disputes: "no",
    feasibility: theme.feasibility,
    ...marketAnswers(product, words.competitiveness),
    market_narrative: words.market,
    price_plan: words.pricePlan,
    suppliers: rows(
      ["supplier", "goods", "country", "purchase_share"],
      words.suppliers.map((row) => [...row]),
    ),
    latest_month: "2026-10",
    statements: statementRows(0.4 * scale),
    ...moneyAnswers(money),
    price_basis: priceBasisText(),
    exit_plan: ["merger", "transfer"],
    exit_text: exitText(),
    milestones: milestoneRows(money, words.steps) ?? [],
    risks: rows(
      ["risk_kind", "risk", "likelihood", "impact", "countermeasure"],
      words.risks.map((row) => [...row]),
    ),
    construction: "no",
    ...exportControlAnswers,
    uses_controlled_items_text: words.controlled,
    ...impactAnswers(words.benefit),
    jobs: jobRows(jobs),
    shanxi_hires: "60",
    ...declarationAnswers,
    ...theme.answers,
  };
}

/** The members, each with what the call asks of them besides. */
function teamOf({ words, members }: InnovationTheme): ExampleAnswers {
  const answers = teamAnswers(words.team);
  const team = (answers["team"] ?? []) as ExampleRow[];
  return {
    ...answers,
    team: team.map((row, index) => ({
      ...row,
      cells: {
        ...row.cells,
        ...Object.fromEntries(Object.entries(members).map(([key, values]) => [key, values[index] ?? ""])),
      },
    })),
  };
}

function technologyAnswers(product: InnovationProduct, words: InnovationWords): ExampleAnswers {
  return {
    products: rows(
      ["product_name", "stage", "material", "wafer_size", "localisation", "replaces"],
      product.productNames.map((name) => [
        name,
        "pilot",
        [...product.materials],
        [product.wafer],
        "72.0",
        product.replaces,
      ]),
    ),
    key_specs: rows(
      ["indicator", "unit", "ours", "domestic_best", "world_best", "evidence"],
      product.specs.map((spec) => [...spec, "A09"]),
    ),
    trl: "6",
    mrl: "5",
    maturity_evidence: words.maturity,
    process_source: ["own"],
    process_source_text: words.processSource,
    technical_route: words.route,
  };
}

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
