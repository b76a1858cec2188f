import { describe, expect, test } from "vitest";
import { compileForm, isTable } from "#app/domain/forms/compile-form.ts";
import { EvaluatedRow, evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { FormView } from "#app/ui/form/form-view.ts";
import { SectionQuestions } from "#app/ui/form/section-questions.tsx";
import { type ExampleApplication, exampleApplications } from "#tests/world/example-applications.ts";
import { outsideApplications } from "#tests/world/outside-forms/outside-applications.ts";
import { render } from "./render.tsx";

const none = new Map<string, never>();

interface Drawing {
  example: ExampleApplication;
  raw: RawAnswers;
  locale: Locale;
  isPlain: boolean;
  edited?: FormView["edited"];
}

/** Markup by section. */
function draw({ example, raw, locale, isPlain, edited = () => undefined }: Drawing): Map<string, string> {
  const { definition, env } = example;
  const evaluation = evaluateForm(definition, raw, env);
  const view: FormView = {
    ...{ locale, isPlain, evaluation, edited },
    ...{ issues: none, problems: none, conflicts: none, typed: none },
    sentence: () => "",
    files: (question) =>
      (env.files[question] ?? []).map(({ id, name }) => ({
        ...{ id, name, href: `/files/${id}`, details: "1.8 MB", replaced: false, open: true },
      })),
    isOpen: () => true,
    flag: () => undefined,
    sheets: (table) => ({ importHref: `/${table}/import`, exportHref: `/${table}/export` }),
  };
  const blankRow = (table: string) =>
    new EvaluatedRow(
      evaluation,
      evaluation.form.questionByKey.get(table)!,
      { id: "NEWROW", cells: {} },
      0,
      env,
    );
  return new Map(
    compileForm(definition).sections.map((section) => [
      section.section.key,
      render(<SectionQuestions view={view} section={section} blankRow={blankRow} />, locale),
    ]),
  );
}

/** The same application as another company has it: other rows, every yes a no, one long answer changed. */
function changed({ definition, answers }: ExampleApplication): RawAnswers {
  const raw: RawAnswers = { ...answers };
  for (const { field } of compileForm(definition).questionByKey.values()) {
    const standing = raw[field.key];
    if (field.type === "yes_no") raw[field.key] = standing === "yes" ? "no" : "yes";
    if (field.type === "long_text") raw[field.key] = `“<b>$&</b>” ${field.key}`;
    if (isTable(field) && field.fixedRows === undefined && Array.isArray(standing))
      raw[field.key] = (standing as { id: string; cells: Record<string, string> }[]).map((row, index) => ({
        id: `other-${index}`,
        cells: row.cells,
      }));
  }
  return raw;
}

describe.each([...exampleApplications, ...outsideApplications].map((each) => [each.code, each] as const))(
  "questions of %s",
  (_, example) => {
    test.each(["zh", "en"] as const)("kept markup in %s is what would have been drawn", (locale) => {
      for (const raw of [example.answers, changed(example), {}, example.answers]) {
        const drawn = draw({ example, raw, locale, isPlain: false });
        expect(draw({ example, raw, locale, isPlain: true })).toEqual(drawn);
        expect(draw({ example, raw, locale, isPlain: true })).toEqual(drawn);
      }
    });
  },
);

test("what a colleague changed is told, and is gone with the next page", () => {
  const example = exampleApplications[0]!;
  const [key] = Object.keys(example.answers);
  const edited = (path: string) => (path === key ? { name: "李四", time: "14:03" } : undefined);
  const all = (drawing: Partial<Drawing>) =>
    [
      ...draw({ ...{ example, raw: example.answers, locale: "zh", isPlain: true }, ...drawing }).values(),
    ].join("");
  expect(all({ edited })).toContain("14:03");
  expect(all({ edited })).toBe(all({ edited, isPlain: false }));
  expect(all({})).not.toContain("14:03");
});
