import { landingEntity } from "./c2-landing.ts";
import { powerManagement } from "./c2-power.ts";
import { sensorChips } from "./c2-sensing.ts";
import type { ExampleAnswers, ExampleApplicant } from "./example-types.ts";
import { exitText, priceBasisText } from "./market-texts.ts";
import { milestoneRows, moneyAnswers, projectMoney, statementRows } from "./money.ts";
import { affiliateAnswers, companyAnswers, ownershipAnswers, teamAnswers } from "./people.ts";
import {
  declarationAnswers,
  exportControlAnswers,
  filingAnswers,
  impactAnswers,
  jobRows,
  marketAnswers,
  rightRows,
} from "./section-answers.ts";
import { type Size, usualSize } from "./sizes.ts";

export const c2Themes = [powerManagement, sensorChips] as const;

/** Every required question answered, nothing contradicting anything. */
export function filledC2(
  given?: ExampleApplicant,
  { scale, split }: Size = usualSize,
  theme: (typeof c2Themes)[number] = powerManagement,
): ExampleAnswers {
  const { texts, product } = theme;
  const applicant = given ?? theme.applicant;
  const money = projectMoney(scale, theme.preMoney, theme.shape);
  return {
    strand: "c2",
    ...filingAnswers(applicant, {
      ...{ ...theme, streetLater: true, summary: texts.summary, significance: texts.significance },
    }),
    ...companyAnswers(
      applicant,
      texts.mainBusiness,
      { total: 126, rd: 0.62, college: 0.97, bachelor: 0.9, master: 0.48 },
      theme.businessScope,
    ),
    landing_plan: texts.landingPlan,
    ...ownershipAnswers(Math.round(6000 * scale), split),
    ...affiliateAnswers,
    entity_name: landingEntity(applicant.nameZh),
    ...teamAnswers(theme.team),
    team_stability: texts.stability,
    ip_rights: rightRows(applicant.nameZh, theme.rights ?? []),
    fto_done: "yes",
    fto_statement: texts.fto,
    ip_disputes: "no",
    ...marketAnswers(product, texts.competitiveness),
    price_plan: texts.pricePlan,
    market_narrative: texts.market,
    latest_month: "2026-10",
    statements: statementRows(0.8, { key: "own_design_revenue", share: 0.92 }),
    ...moneyAnswers(money),
    price_basis: priceBasisText(),
    exit_plan: ["ipo", "merger"],
    exit_text: exitText(),
    target_board: "star",
    listing_stage: "planning",
    milestones: milestoneRows(money, theme.steps) ?? [],
    construction: "no",
    ...exportControlAnswers,
    ...impactAnswers(texts.benefit),
    jobs: jobRows([
      [40, 32, 26, 18, "32.00"],
      [8, 10, 8, 6, "21.00"],
      [0, 0, 0, 0, "0"],
      [6, 4, 4, 2, "16.50"],
    ]),
    shanxi_hires: "100",
    ...declarationAnswers,
    ...theme.answers,
  };
}

/** Keys of the file questions that the filled example must have a file for. */
export const c2FileKeys = [
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
  "a11_design_proof",
  "a17_contracts",
] as const;
