import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { demoProjects } from "#db/demo/projects.ts";
import { type Applicant, shortName } from "./applicants.ts";
import type { Paper } from "./applying.ts";
import type { Moments } from "./calendar.ts";
import { smallPdf, smallXlsx } from "./small-papers.ts";

type Named = Pick<Applicant, "index" | "profile">;

export function demoProject(project = "C5") {
  const found = demoProjects.get(project);
  if (!found) throw new Error(`Demo: no project of ${project}`);
  return found;
}

/** A complete and consistent application of that company, dated to fit the demonstration's calendar. */
export function projectAnswers(
  { index, profile }: Named,
  seed: number,
  moments: Moments,
  project?: string,
): RawAnswers {
  const answers = demoProject(project).filled(profile, seed, index) as RawAnswers;
  return {
    ...answers,
    project_name_zh: `${shortName(index)}${String(answers["project_name_zh"])}`,
    ...("eia_date" in answers && { eia_date: moments.day(150) }),
    ...("latest_month" in answers && { latest_month: moments.day(85).slice(0, 7) }),
    ...(answers["site_park"] === "other" ? { site_park_other: profile.parkName } : {}),
  };
}

/** The sections of the form that are answered on pages, in the form's order. */
export const pagesOf = (definition: FormDefinition): { key: string; questions: string[] }[] =>
  compileForm(definition)
    .sections.filter(({ section }) => (section.kind ?? "questions") === "questions")
    .map(({ section, questions }) => ({
      key: section.key,
      questions: questions.map(({ field }) => field.key),
    }));

/** Papers for the first `count` file questions that must have one. */
export function projectPapers(
  { index, profile }: Named,
  seed: number,
  { count = Infinity, project }: { count?: number; project?: string | undefined } = {},
): Paper[] {
  return demoProject(project)
    .fileKeys.slice(0, count)
    .map((questionKey) => {
      const code = questionKey.slice(0, 3).toUpperCase();
      const isSheet = sheetKeys.includes(questionKey);
      const lines = [
        profile.nameEn,
        `${code} ${questionKey.slice(4).replaceAll("_", " ")}`,
        `Example paper ${seed}`,
      ];
      return {
        questionKey,
        fileName: `${code}_${paperNames[questionKey] ?? questionKey}_${shortName(index)}.${isSheet ? "xlsx" : "pdf"}`,
        content: isSheet ? smallXlsx(code, figures(lines, seed)) : smallPdf(lines),
      };
    });
}

const sheetKeys: readonly string[] = ["a04_financial_model", "a13_equipment_quotes"];

const paperNames: Readonly<Record<string, string>> = {
  a01_licence: "营业执照",
  a02_articles: "公司章程",
  a03_audit_reports: "审计报告",
  a04_financial_model: "财务模型",
  a05_ownership_chart: "股权结构图",
  a06_business_plan: "商业计划书",
  a06_deck: "路演材料",
  a07_feasibility_study: "可行性研究报告",
  a08_permits: "备案与环评",
  a09_ip_certificates: "知识产权证书",
  a09_fto: "自由实施分析",
  a10_test_reports: "检测报告",
  a10_certificates: "认证证书",
  a11_design_proof: "流片与EDA证明",
  a12_service_contracts: "设计服务合同",
  a12_security_certificates: "数据安全认证",
  a13_equipment_quotes: "设备报价",
  a14_validation_agreement: "联合验证协议",
  a15_cooperation: "合作协议",
  a16_team_papers: "团队简历",
  a16_employment_papers: "劳动合同和社保证明",
  a17_contracts: "主要合同",
  a18_listing_papers: "中介协议与辅导备案",
  a19_bank_papers: "征信与授信材料",
  a20_commitment_letters: "出资承诺函",
  a20_fund_plan: "基金组建方案",
  a20_partnership_agreement: "合伙协议",
  a20_record_proof: "业绩证明",
  a20_registration: "登记证明",
  a22_credit_reports: "信用报告",
  a23_undertaking: "承诺书",
};

const figures = (lines: readonly string[], seed: number): (string | number)[][] => [
  [...lines],
  ["年度 Year", "收入（万元）Revenue", "成本（万元）Cost"],
  ...[2027, 2028, 2029, 2030].map((year, at) => [year, 4200 * (at + 1) + seed, 3100 * (at + 1) + seed]),
];
