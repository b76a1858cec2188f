import { indiumPhosphide } from "./c1-inp.ts";
import { conductiveSic } from "./c1-sic.ts";
import { toolRows } from "./equipment.ts";
import type { ExampleAnswers, ExampleApplicant } from "./example-types.ts";
import { exitText, priceBasisText } from "./market-texts.ts";
import { milestoneRows, moneyAnswers, projectMoney, statementRows } from "./money.ts";
import { affiliateAnswers, companyAnswers, ownershipAnswers, teamAnswers } from "./people.ts";
import {
  constructionAnswers,
  declarationAnswers,
  exportControlAnswers,
  filingAnswers,
  impactAnswers,
  ipAnswers,
  marketAnswers,
  rightRows,
  riskAnswers,
} from "./section-answers.ts";
import { type Size, usualSize } from "./sizes.ts";

export const c1Themes = [conductiveSic, indiumPhosphide] as const;

/** Every required question answered, nothing contradicting anything. */
export function filledC1(
  given?: ExampleApplicant,
  { scale, split }: Size = usualSize,
  theme: (typeof c1Themes)[number] = conductiveSic,
): ExampleAnswers {
  const { texts, product } = theme;
  const applicant = given ?? theme.applicant;
  const money = projectMoney(scale, theme.preMoney, theme.shape);
  return {
    ...filingAnswers(applicant, { ...theme, summary: texts.summary, significance: texts.significance }),
    ...companyAnswers(applicant, texts.mainBusiness, { total: Math.round(212 * scale) }, theme.businessScope),
    ...ownershipAnswers(Math.round(10000 * scale), split),
    ...affiliateAnswers,
    ...teamAnswers(theme.team),
    ...ipAnswers(product, applicant.nameZh, texts.fto),
    ...(theme.rights && { ip_rights: rightRows(applicant.nameZh, theme.rights) }),
    equipment: toolRows(theme.tools ?? [], scale),
    ...marketAnswers(product, texts.competitiveness),
    latest_month: "2026-10",
    statements: statementRows(0.8 * scale),
    ...moneyAnswers(money),
    price_basis: priceBasisText(),
    exit_plan: ["ipo", "transfer"],
    exit_text: exitText(),
    target_board: "star",
    listing_stage: "planning",
    milestones: milestoneRows(money, theme.steps) ?? [],
    ...riskAnswers(product),
    ...constructionAnswers(texts.emissions),
    construction_start: "2027-03-01",
    ...exportControlAnswers,
    ...impactAnswers(texts.benefit),
    ...declarationAnswers,
    ...theme.answers,
  };
}

/** Keys of the file questions that the filled example must have a file for. */
export const c1FileKeys = [
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
  "a09_ip_certificates",
  "a09_fto",
  "a10_test_reports",
  "a17_contracts",
] as const;
