import { implanter } from "./c6-implanter.ts";
import { laserSlicer } from "./c6-slicer.ts";
import { toolRows } from "./equipment.ts";
import type { ExampleAnswers, ExampleApplicant } from "./example-types.ts";
import { exitText, priceBasisText } from "./market-texts.ts";
import { milestoneRows, moneyAnswers, projectMoney, statementRows } from "./money.ts";
import { affiliateAnswers, companyAnswers, ownershipAnswers, teamAnswers } from "./people.ts";
import {
  declarationAnswers,
  exportControlAnswers,
  filingAnswers,
  impactAnswers,
  ipAnswers,
  jobRows,
  marketAnswers,
  rightRows,
} from "./section-answers.ts";
import { type Size, usualSize } from "./sizes.ts";

export const c6Themes = [implanter, laserSlicer] as const;

/** Every required question answered, nothing contradicting anything. */
export function filledC6(
  given?: ExampleApplicant,
  { scale, split }: Size = usualSize,
  theme: (typeof c6Themes)[number] = implanter,
): ExampleAnswers {
  const { texts, product } = theme;
  const applicant = given ?? theme.applicant;
  const money = projectMoney(scale, theme.preMoney, theme.shape);
  return {
    ...filingAnswers(applicant, { ...theme, summary: texts.summary, significance: texts.significance }),
    ...companyAnswers(
      applicant,
      texts.mainBusiness,
      { total: Math.round(148 * scale), rd: 0.42, college: 0.86, bachelor: 0.7, master: 0.28 },
      theme.businessScope,
    ),
    ...ownershipAnswers(Math.round(5000 * scale), split),
    ...affiliateAnswers,
    ...teamAnswers(theme.team),
    team_stability: texts.stability,
    ...ipAnswers(product, applicant.nameZh, texts.fto),
    ...(theme.rights && { ip_rights: rightRows(applicant.nameZh, theme.rights) }),
    equipment: toolRows(theme.tools ?? [], scale),
    ...marketAnswers(product, texts.competitiveness),
    price_plan: texts.pricePlan,
    market_narrative: texts.market,
    latest_month: "2026-10",
    statements: statementRows(0.5 * scale, { key: "equipment_revenue", share: 0.9 }),
    ...moneyAnswers(money),
    price_basis: priceBasisText(),
    exit_plan: ["merger", "transfer"],
    exit_text: exitText(),
    milestones: milestoneRows(money, theme.steps) ?? [],
    construction: "no",
    emissions: texts.emissions,
    safety_assessment: "done",
    ...exportControlAnswers,
    ...impactAnswers(texts.benefit),
    jobs: jobRows([
      [14, 10, 6, 4, "26.00"],
      [12, 14, 12, 8, "17.50"],
      [8, 12, 14, 10, "9.20"],
      [3, 3, 2, 2, "11.00"],
    ]),
    shanxi_hires: "96",
    ...declarationAnswers,
    ...theme.answers,
  };
}

/** Keys of the file questions that the filled example must have a file for. */
export const c6FileKeys = [
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
  "a13_equipment_quotes",
  "a09_ip_certificates",
  "a09_fto",
  "a10_test_reports",
  "a14_validation_agreement",
  "a17_contracts",
] as const;
