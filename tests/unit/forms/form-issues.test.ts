import { describe, expect, test } from "vitest";
import { checkApplication } from "#app/domain/forms/check-answers.ts";
import { issueCodes, type FormIssue } from "#app/domain/forms/issue.ts";
import { issueSentence, issueSummary } from "#app/i18n/messages/form-issues.ts";
import { c5Definition, exampleAnswersC5, exampleEnvC5 } from "#tests/world/example-answers-c5.ts";

const issue = (rest: Partial<FormIssue>): FormIssue => ({
  code: "missing_text",
  params: {},
  level: "error",
  path: "q",
  sectionKey: "s",
  questionKey: "q",
  label: { zh: "实缴资本", en: "Paid-in capital" },
  ...rest,
});
const same = (text: string) => ({ zh: text, en: text });

describe("as in the pictures", () => {
  test.each<[Partial<FormIssue>, string, string, string, string]>([
    [
      { code: "missing_text", label: { zh: "企业名称", en: "Company name" } },
      "请填写企业名称",
      "请填写企业名称",
      "Fill in “Company name”",
      "Fill in “Company name”",
    ],
    [
      {
        code: "money_as_yuan",
        params: { meant: { zh: "1.16亿元", en: "RMB 116 million" }, wan: same("11,600.00") },
      },
      "这里按“万元”填写。如果实际是1.16亿元，请填 11,600.00",
      "实缴资本：像是按“元”填写，应按“万元”",
      "Give this in RMB 10k. If you mean RMB 116 million, type 11,600.00",
      "Paid-in capital: looks like yuan, give it in RMB 10k",
    ],
    [
      {
        code: "uscc_check",
        rowId: "b",
        rowNumber: 2,
        label: { zh: "统一社会信用代码", en: "USCC" },
        params: { last: same("E"), expected: same("F") },
      },
      "第2行信用代码的校验位不符：末位是E，按前17位算应为F。请对照营业执照核对；确认无误的，可上传执照申请人工核验",
      "第2行统一社会信用代码：校验位不符",
      "Row 2: the check character does not match. It ends in E; the first 17 characters give F. Check the licence; if it is right, upload the licence for a manual check",
      "Row 2 USCC: check character does not match",
    ],
    [
      { code: "missing_text", rowId: "b", rowNumber: 2, label: { zh: "股东名称", en: "Shareholder" } },
      "请填写股东名称",
      "第2行：请填写股东名称",
      "Fill in “Shareholder”",
      "Row 2: Fill in “Shareholder”",
    ],
    [
      {
        code: "not_a_number",
        rowId: "2025",
        rowNumber: 3,
        rowLabel: { zh: "2025年", en: "2025" },
        label: { zh: "营业收入", en: "Revenue" },
      },
      "请只填数字，如 1,234.5",
      "2025年的营业收入：请只填数字，如 1,234.5",
      "Digits only, such as 1,234.5",
      "2025: Revenue: digits only, such as 1,234.5",
    ],
    [
      { code: "missing_answer", label: { zh: "自由实施", en: "Freedom to operate" } },
      "请回答“自由实施”",
      "请回答“自由实施”",
      "Answer “Freedom to operate”",
      "Answer “Freedom to operate”",
    ],
  ])("%j", (rest, zh, zhSummary, en, enSummary) => {
    expect(issueSentence(issue(rest), "zh")).toBe(zh);
    expect(issueSummary(issue(rest), "zh")).toBe(zhSummary);
    expect(issueSentence(issue(rest), "en")).toBe(en);
    expect(issueSummary(issue(rest), "en")).toBe(enSummary);
  });
});

test("every code has its sentences, with nothing left open when its figures are given", () => {
  const params = Object.fromEntries(
    [
      "min",
      "max",
      "length",
      "over",
      "places",
      "meant",
      "wan",
      "date",
      "option",
      "position",
      "found",
      "last",
      "expected",
      "starts",
      "count",
      "name",
      "pages",
      "city",
      "county",
      "other",
      "limit",
    ].map((name) => [name, same("7")]),
  );
  for (const code of issueCodes) {
    for (const locale of ["zh", "en"] as const) {
      for (const words of [issueSentence, issueSummary]) {
        expect(words(issue({ code, params }), locale), code).not.toMatch(/undefined|[{}]|！|!/);
      }
    }
  }
});

test("whatever is wrong with an application can be said, in each language", () => {
  const broken = Object.fromEntries(
    Object.entries(exampleAnswersC5).map(([key, value]) => [
      key,
      Array.isArray(value) && typeof value[0] === "object"
        ? (value as { id: string; cells: Record<string, unknown> }[]).map((row) => ({
            id: row.id,
            cells: Object.fromEntries(Object.keys(row.cells).map((column) => [column, "?"])),
          }))
        : "?",
    ]),
  );
  const { issues } = checkApplication(c5Definition, broken, exampleEnvC5);
  expect(issues.length).toBeGreaterThan(200);
  for (const found of issues) {
    expect(issueSummary(found, "zh")).not.toMatch(/undefined|[{}]/);
    expect(issueSummary(found, "en")).not.toMatch(/undefined|[{}]|\p{Script=Han}/u);
  }
});
