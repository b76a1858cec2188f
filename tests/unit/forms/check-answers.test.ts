import { describe, expect, test } from "vitest";
import { checkApplication, checkSection } from "#app/domain/forms/check-answers.ts";
import type { CheckEnv } from "#app/domain/forms/check-env.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { isMissing } from "#app/domain/forms/issue.ts";
import type { RawAnswers, RawRow } from "#app/domain/forms/raw-answers.ts";
import { visibleAnswers } from "#app/domain/forms/visible-answers.ts";
import { both, smallForm as definition } from "./small-form.ts";

const good: RawAnswers = {
  capital: "12,000",
  owners: [
    { id: "a", cells: { who: "公司", ratio: "60", code: "X1" } },
    { id: "b", cells: { who: "个人", ratio: "40", code: "left over" } },
  ],
  pledged: "no",
  pledge: "以前写的说明",
  years: [{ id: "2025", cells: { revenue: "100", profit: "1" } }],
  truthful: "yes",
};
const files = { licence: [{ id: "f1", name: "A.pdf", size: 1000 }] };
const env = (rest: Partial<CheckEnv> = {}): CheckEnv => ({ today: "2026-12-09", files, ...rest });
const check = (raw: RawAnswers, e = env()) => checkApplication(definition, raw, e);
const at = (raw: RawAnswers, e = env()) =>
  check(raw, e).issues.map(({ path, code, level }) => `${level} ${path} ${code}`);
const state = (raw: RawAnswers, key: string) => checkSection(definition, key, raw, env()).state;

test("a complete application has no issues", () => {
  const result = check(good);
  expect(result.issues).toEqual([]);
  expect(result).toMatchObject({
    complete: true,
    readyToSign: true,
    progress: { answered: 4, required: 4, files: 1, requiredFiles: 1 },
  });
});

describe("section states", () => {
  test.each<[string, string, RawAnswers, string]>([
    ["nothing typed", "owners", {}, "not_started"],
    [
      "only blanks typed",
      "owners",
      { capital: " ", owners: [{ id: "a", cells: { who: "" } }] },
      "not_started",
    ],
    ["something missing", "owners", { capital: "1" }, "in_progress"],
    [
      "a sum that does not meet yet",
      "owners",
      {
        ...good,
        pledged: "",
        owners: [
          { id: "a", cells: { who: "x", ratio: "10" } },
          { id: "b", cells: { who: "y", ratio: "10" } },
        ],
      },
      "in_progress",
    ],
    [
      "a sum that does not meet",
      "owners",
      {
        ...good,
        owners: [
          { id: "a", cells: { who: "x", ratio: "10" } },
          { id: "b", cells: { who: "y", ratio: "10" } },
        ],
      },
      "has_errors",
    ],
    ["a wrong answer among missing ones", "owners", { capital: "x" }, "has_errors"],
    ["all there", "owners", good, "complete"],
    [
      "all there with a warning",
      "owners",
      {
        ...good,
        owners: [
          { id: "a", cells: { who: "x", ratio: "95" } },
          { id: "b", cells: { who: "y", ratio: "5" } },
        ],
      },
      "complete",
    ],
    ["what comes first is missing", "plan", {}, "cannot_start"],
    ["what comes first is there", "plan", { capital: "1" }, "not_started"],
    ["begun although something came first", "plan", { years: good["years"]! }, "complete"],
  ])("%s: %s is %s", (_what, key, raw, expected) => {
    expect(state(raw, key)).toBe(expected);
  });
});

describe("issues", () => {
  test("missing answers, each where it belongs; an untouched table is one issue", () => {
    expect(at({}, env({ files: {} }))).toEqual([
      "error capital missing_text",
      "error owners missing_rows",
      "error pledged missing_answer",
      "error years missing_rows",
      "error licence missing_file",
      "error truthful missing_declaration",
    ]);
    expect(check({}).issues.every(isMissing)).toBe(true);
  });

  test("name the row as people count it", () => {
    const rows: RawRow[] = [
      { id: "a", cells: {} },
      { id: "b", cells: { who: "甲", ratio: "x" } },
    ];
    const issues = checkSection(definition, "owners", { ...good, owners: rows }, env()).issues;
    expect(issues).toContainEqual(
      expect.objectContaining({
        path: "owners/b/ratio",
        rowId: "b",
        rowNumber: 2,
        column: "ratio",
        code: "not_a_number",
      }),
    );
    expect(issues).toContainEqual(
      expect.objectContaining({
        path: "owners",
        code: "too_few_rows",
        params: expect.objectContaining({ count: both("1"), min: both("2") }),
      }),
    );
  });

  test("too many rows", () => {
    const rows = ["a", "b", "c", "d"].map((id) => ({ id, cells: { who: id, ratio: "25" } }));
    expect(at({ ...good, owners: rows })).toEqual(["error owners too_many_rows"]);
  });

  test("a required cell appears with its condition", () => {
    const rows = [
      { id: "a", cells: { who: "公司", ratio: "60" } },
      { id: "b", cells: { who: "个人", ratio: "40" } },
    ];
    expect(at({ ...good, owners: rows })).toEqual(["error owners/a/code missing_text"]);
  });

  test("fixed rows are asked for under their condition, or once begun", () => {
    const pledged = { ...good, pledged: "yes", secret: "1" };
    const withFiles = env({ files: { ...files, plan_file: [{ id: "f", name: "m.xlsx", size: 1 }] } });
    expect(at(pledged, withFiles)).toEqual(["error years/2024/revenue missing_text"]);
    const begun = [
      ...(good["years"] as never[]),
      { id: "2024", cells: { profit: "3" } },
    ] as RawAnswers["years"];
    expect(at({ ...good, years: begun! })).toEqual(["error years/2024/revenue missing_text"]);
    const issue = check({ ...good, years: begun! }).issues[0];
    expect(issue?.rowLabel).toEqual(both("2024"));
  });

  test("a rule speaks with its figures in both languages, and a row rule of its row", () => {
    const rows = [
      { id: "a", cells: { who: "x", ratio: "95" } },
      { id: "b", cells: { who: "y", ratio: "4" } },
    ];
    const [sum, large] = checkSection(definition, "owners", { ...good, owners: rows }, env()).issues;
    expect(sum).toMatchObject({
      code: "rule",
      ruleKey: "hundred",
      path: "owners",
      column: "ratio",
      level: "error",
      message: { zh: "还差1.0000%", en: "1.0000% short" },
      summary: { zh: "短1.0000%", en: "short 1.0000%" },
    });
    expect(large).toMatchObject({
      ruleKey: "large",
      path: "owners/a/ratio",
      rowNumber: 1,
      level: "warning",
      message: { zh: "第1位超过九成" },
    });
  });

  test("files: count, size and type", () => {
    const file = (name: string, size = 10) => ({ id: name, name, size });
    const withFiles = (list: object[]) => at(good, env({ files: { licence: list as never } }));
    expect(withFiles([file("a.pdf"), file("b.JPEG")])).toEqual([]);
    expect(withFiles([file("a.pdf"), file("b.pdf"), file("c.pdf")])).toEqual([
      "error licence too_many_files",
    ]);
    expect(withFiles([file("a.pdf", 1024 * 1024 + 1)])).toEqual(["error licence file_too_large"]);
    expect(withFiles([file("a.exe")])).toEqual(["error licence file_type"]);
  });

  test("declarations left are the only thing between ready and complete", () => {
    const { truthful: _, ...unsigned } = good;
    expect(check(unsigned)).toMatchObject({ readyToSign: true, complete: false, errors: 1 });
    expect(check({ ...unsigned, capital: "" })).toMatchObject({ readyToSign: false });
  });
});

describe("hidden answers", () => {
  test("are kept, not checked and not submitted", () => {
    const raw: RawAnswers = { ...good, pledge: "短", secret: "not a number" };
    expect(at(raw)).toEqual([]);
    const visible = visibleAnswers(definition, raw, env());
    expect(visible).not.toHaveProperty("pledge");
    expect(visible).not.toHaveProperty("secret");
    expect((visible["owners"] as { cells: object }[])[1]?.cells).toEqual({ who: "个人", ratio: "40" });
    expect(raw["pledge"]).toBe("短");
  });

  test("come back with their condition", () => {
    expect(at({ ...good, pledged: "yes", pledge: "短" })).toEqual([
      "error pledge too_short",
      "error years/2024/revenue missing_text",
      "error plan_file missing_file",
      "error secret missing_text",
    ]);
  });

  test("blank rows are left out", () => {
    const rows = [...(good["owners"] as never[]), { id: "z", cells: { who: "  " } }] as RawAnswers["owners"];
    expect(visibleAnswers(definition, { ...good, owners: rows! }, env())["owners"]).toHaveLength(2);
  });
});

test("computed values and totals follow from the answers", () => {
  const evaluation = evaluateForm(definition, good, env());
  expect(evaluation.value("half")).toBe(6_000_000_000);
  expect(evaluation.total("owners", "ratio")).toBe("100.0000");
  expect(evaluation.allRows("owners")[0]?.value("double")).toBe("120.00");
  expect(evaluation.value("pledge")).toBeNull();
  expect(evaluation.allRows("years").map((row) => row.id)).toEqual(["2025", "2024"]);
});
