import { describe, expect, test } from "vitest";
import { checkApplication } from "#app/domain/forms/check-answers.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { applyAnswerOperation, type RawAnswers, type RawValue } from "#app/domain/forms/raw-answers.ts";
import { programme } from "#db/programme/programme.ts";
import { rubrics } from "#db/programme/rubrics/rubrics.ts";
import {
  exampleApplications,
  otherApplications,
  strandApplications,
  type ExampleApplication,
} from "#tests/world/example-applications.ts";
import { ownRuleBreaks, ownRuleLimits } from "./own-rule-breaks.ts";
import { requiredPlaces } from "./required-places.ts";
import { type Break, sharedRuleBreaks } from "./shared-rule-breaks.ts";

/** C5's own cross-checks are broken one by one, to the last figure, in c5-rules.test.ts. */
const others = [...exampleApplications.filter(({ code }) => code !== "C5"), ...strandApplications];

const nameOf = ({ code, strand }: ExampleApplication) =>
  code === strand ? code : `${strand} filed with ${code}`;

const changed = (raw: RawAnswers, breaking: Break): RawAnswers =>
  Object.entries(typeof breaking === "function" ? breaking(raw) : breaking).reduce<RawAnswers>(
    (answers, [path, value]: [string, RawValue]) =>
      applyAnswerOperation(answers, { kind: "set", path, value }),
    raw,
  );

/** Questions and columns that are answered and not asked. */
function unaskedOf({ definition, answers, env }: ExampleApplication): string[] {
  const asked = evaluateForm(definition, answers, env).form.questionByKey;
  return Object.entries(answers).flatMap(([key, value]) => {
    const question = asked.get(key);
    if (!question) return [key];
    if (!Array.isArray(value)) return [];
    const columns = value.flatMap((row) => (typeof row === "object" ? Object.keys(row.cells) : []));
    return columns.filter((column) => !question.columnByKey.has(column)).map((column) => `${key}/${column}`);
  });
}

const issuesOf = ({ definition, env }: ExampleApplication, raw: RawAnswers) =>
  checkApplication(definition, raw, env).issues;

test("every form of the programme has its example", () => {
  expect(exampleApplications.map(({ code }) => code).sort()).toEqual(
    programme.forms.map(({ code }) => code).sort(),
  );
});

describe.each([...exampleApplications, ...strandApplications].map((each) => [nameOf(each), each] as const))(
  "the example of %s",
  (_, each) => {
    const { definition, answers, env } = each;

    test("is complete and contradicts itself nowhere", () => {
      const check = checkApplication(definition, answers, env);
      expect(check.issues).toEqual([]);
      expect(check.complete).toBe(true);
      const shown = check.sections.filter(({ visible }) => visible);
      expect(new Set(shown.map(({ state }) => state))).toEqual(new Set(["complete"]));
    });

    test("answers nothing that the form does not ask", () => {
      const asked = evaluateForm(definition, answers, env).form.questionByKey;
      expect(unaskedOf(each)).toEqual([]);
      expect(Object.keys(env.files).filter((key) => !asked.has(key))).toEqual([]);
    });

    test("lacks something as soon as any required answer is taken away", () => {
      const { questions, files, cells } = requiredPlaces(each);
      expect(questions.length).toBeGreaterThan(90);
      expect(files.length).toBeGreaterThan(10);
      expect(cells.length).toBeGreaterThan(150);
      for (const key of questions) {
        const { [key]: _taken, ...rest } = answers;
        expect(
          issuesOf(each, rest).filter(({ path, level }) => path === key && level === "error"),
          key,
        ).toHaveLength(1);
      }
      for (const key of files) {
        const { [key]: _taken, ...rest } = env.files;
        const found = checkApplication(definition, answers, { ...env, files: rest }).issues;
        expect(found.map(({ path, code }) => `${path} ${code}`)).toContain(`${key} missing_file`);
      }
      for (const path of cells) {
        const found = issuesOf(each, changed(answers, { [path]: "" }));
        expect(
          found.filter((issue) => issue.path === path && issue.level === "error"),
          path,
        ).toHaveLength(1);
      }
    });

    test("stands under a rubric that points to sections of the form", () => {
      const sections = new Set(definition.parts.flatMap((part) => part.sections.map(({ key }) => key)));
      const criteria = rubrics.find(({ code }) => code === each.code)?.criteria ?? [];
      expect(criteria).toHaveLength(each.code === "C10" ? 6 : 7);
      for (const { key, evidence } of criteria)
        expect(evidence.filter((section) => sections.has(section)).length, key).toBeGreaterThan(0);
    });
  },
);

test.each(otherApplications.map((each) => [nameOf(each), each.answers["project_name_zh"], each] as const))(
  "%s: %s is complete and contradicts itself nowhere",
  (_, _title, each) => {
    const { definition, answers, env } = each;
    const check = checkApplication(definition, answers, env);
    expect(check.issues).toEqual([]);
    expect(check.complete).toBe(true);
    expect(unaskedOf(each)).toEqual([]);
  },
);

test("no call shows one trade alone: its examples differ in titles and texts", () => {
  for (const { code } of programme.forms.filter(({ code }) => code !== "C5")) {
    const examples = [...exampleApplications, ...otherApplications].filter(({ strand }) => strand === code);
    for (const key of ["project_name_zh", "project_name_en", "summary", "significance"])
      expect(new Set(examples.map(({ answers }) => answers[key])).size, `${code} ${key}`).toBeGreaterThan(1);
  }
});

describe.each(others.map((each) => [nameOf(each), each] as const))(
  "the cross-checks of %s",
  (_name, each) => {
    const own = ownRuleBreaks[each.strand] ?? {};
    const breaks = { ...sharedRuleBreaks, ...own };
    const shown = evaluateForm(each.definition, each.answers, each.env);
    const rules = each.definition.parts
      .flatMap((part) => part.sections)
      .filter(({ key }) => shown.isSectionVisible(key))
      .flatMap((section) => (section.rules ?? []).map((rule) => ({ ...rule, section: section.key })));

    test("are each broken once", () => {
      expect(rules.map(({ key }) => key).filter((key) => !(key in breaks))).toEqual([]);
      const keys = new Set(rules.map(({ key }) => key));
      expect(Object.keys(own).filter((key) => !keys.has(key))).toEqual([]);
    });

    test.each(rules.map((rule) => [rule.key, rule] as const))("%s speaks when broken", (key, rule) => {
      const raw = changed(each.answers, breaks[key] ?? {});
      const found = issuesOf(each, raw).find(({ ruleKey }) => ruleKey === key);
      expect(found).toMatchObject({ level: rule.level, sectionKey: rule.section });
      for (const said of [found?.message?.zh, found?.message?.en, found?.summary?.zh, found?.summary?.en]) {
        expect(said ?? "-").not.toMatch(/[{}]|–|NaN|undefined/);
      }
    });

    test.each(Object.entries(ownRuleLimits[each.strand] ?? {}))("%s is silent at its limit", (key, limit) => {
      expect(issuesOf(each, changed(each.answers, limit)).filter(({ ruleKey }) => ruleKey === key)).toEqual(
        [],
      );
    });
  },
);

describe.each(strandApplications.map((each) => [nameOf(each), each] as const))("%s", (_name, each) => {
  const alone = exampleApplications.find(({ code }) => code === each.strand)!;
  const apart = evaluateForm(alone.definition, alone.answers, alone.env);
  const together = evaluateForm(each.definition, each.answers, each.env);

  test("is asked everything its own call would ask", () => {
    for (const { field, columns } of apart.form.questionByKey.values()) {
      const asked = together.form.questionByKey.get(field.key);
      expect(asked?.field.type, field.key).toBe(field.type);
      expect(together.isVisible(field.key), field.key).toBe(apart.isVisible(field.key));
      if (apart.isRequired(field.key)) expect(together.isRequired(field.key), field.key).toBe(true);
      expect(
        columns.map((column) => column.field.key).filter((key) => !asked?.columnByKey.has(key)),
        field.key,
      ).toEqual([]);
    }
  });

  test("is asked nothing of the other strands", () => {
    const others = each.definition.parts
      .flatMap(({ sections }) => sections)
      .filter(({ key }) => !apart.form.sectionByKey.has(key));
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter(({ key }) => together.isSectionVisible(key))).toEqual([]);
    const added = [...together.form.questionByKey.keys()].filter((key) => !apart.form.questionByKey.has(key));
    expect(added.filter((key) => together.isVisible(key))).toEqual(["strand"]);
  });
});
