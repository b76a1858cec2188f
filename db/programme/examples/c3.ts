import { tapeOutAgency } from "./c3-agency.ts";
import { deliveryCentre } from "./c3-delivery.ts";
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

export const c3Themes = [deliveryCentre, tapeOutAgency] as const;

/** Every required question answered, nothing contradicting anything. */
export function filledC3(
  given?: ExampleApplicant,
  { scale, split }: Size = usualSize,
  theme: (typeof c3Themes)[number] = deliveryCentre,
): ExampleAnswers {
  const { texts, product } = theme;
  const applicant = given ?? theme.applicant;
  const money = projectMoney(scale, theme.preMoney, theme.shape);
  return {
    ...filingAnswers(applicant, {
      ...{ ...theme, streetLater: true, summary: texts.summary, significance: texts.significance },
    }),
    ...companyAnswers(
      applicant,
      texts.mainBusiness,
      { total: 186, rd: 0.78, college: 0.98, bachelor: 0.94, master: 0.36 },
      theme.businessScope,
    ),
    ...ownershipAnswers(Math.round(3000 * scale), split),
    ...affiliateAnswers,
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
    statements: statementRows(0.6, { key: "design_service_revenue", share: 0.95 }),
    ...moneyAnswers(money),
    price_basis: priceBasisText(),
    exit_plan: ["merger", "transfer"],
    exit_text: exitText(),
    milestones: milestoneRows(money, theme.steps) ?? [],
    construction: "no",
    ...exportControlAnswers,
    ...impactAnswers(texts.benefit),
    jobs: jobRows([
      [8, 8, 6, 4, "26.00"],
      [24, 26, 18, 12, "18.50"],
      [0, 0, 0, 0, "0"],
      [4, 3, 2, 2, "13.00"],
    ]),
    shanxi_hires: "88",
    ...declarationAnswers,
    ...theme.answers,
  };
}

/** Keys of the file questions that the filled example must have a file for. */
export const c3FileKeys = [
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
  "a12_service_contracts",
  "a12_security_certificates",
  "a17_contracts",
] as const;
