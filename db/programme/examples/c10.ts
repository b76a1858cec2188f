import { compoundFund } from "./c10-compound.ts";
import { equipmentFund } from "./c10-equipment.ts";
import type { C10Theme } from "./c10-theme.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import { statementRows } from "./money.ts";
import { companyAnswers, ownershipAnswers, teamAnswers } from "./people.ts";
import { declarationAnswers, filingAnswers } from "./section-answers.ts";
import { type Size, usualSize } from "./sizes.ts";

export const c10Themes: readonly C10Theme[] = [compoundFund, equipmentFund];

/** Every required question answered, nothing contradicting anything. A fund’s sums are its own, whatever the size. */
export function filledC10(
  given?: ExampleApplicant,
  { split }: Size = usualSize,
  theme: C10Theme = compoundFund,
): ExampleAnswers {
  const { texts } = theme;
  const applicant = given ?? theme.applicant;
  const ownership = ownershipAnswers(theme.capital, split);
  return {
    ...filingAnswers(applicant, {
      ...{ ...theme, streetLater: true, summary: texts.summary, significance: texts.significance },
      instruments: ["sub_fund"],
    }),
    ...companyAnswers(
      applicant,
      texts.mainBusiness,
      { total: theme.staff, rd: 0.3, college: 1, bachelor: 1, master: 0.7 },
      "私募股权投资基金管理、创业投资基金管理服务（须在协会完成登记后方可从事经营活动）。",
    ),
    qualifications: ["tech_sme"],
    qualification_certificates: rows(
      ["qualification", "certificate_no", "expires_on"],
      [["tech_sme", "2026140105A8000001", "2027-06-30"]],
    ),
    ...ownership,
    manager_paid_in: ownership["paid_in_capital"] ?? "",
    ...teamAnswers(theme.team),
    team_stability: texts.stability,
    latest_month: "2026-10",
    statements: statementRows(theme.accounts),
    on_cn_list: "no",
    on_foreign_list: "no",
    uses_controlled_items: "no",
    makes_controlled_items: "no",
    countermeasures:
      "投资前逐项核查标的及其主要供应商、客户是否在管制名单，设备和软件受管制的，要求给出替代方案和切换时间；投后每季度复查一次，发现变化及时报告。",
    ...declarationAnswers,
    ...theme.answers,
    fund_name: `${/^.*?示例(?:第\d+号)?/.exec(applicant.nameZh)?.[0] ?? ""}${theme.fundName}`,
    lps: theme.partners(applicant.nameZh),
  };
}

/** Keys of the file questions that the filled example must have a file for. */
export const c10FileKeys = [
  "a05_ownership_chart",
  "a01_licence",
  "a03_audit_reports",
  "a22_credit_reports",
  "a23_undertaking",
  "a20_fund_plan",
  "a20_partnership_agreement",
  "a20_commitment_letters",
  "a20_registration",
  "a20_record_proof",
  "a16_team_papers",
] as const;
