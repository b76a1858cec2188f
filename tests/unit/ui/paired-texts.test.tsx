import { describe, expect, test } from "vitest";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { formDefinitionSchema } from "#app/domain/forms/definition.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { AnswersView } from "#app/ui/answers-view.tsx";
import type { FormView } from "#app/ui/form/form-view.ts";
import { SectionQuestions } from "#app/ui/form/section-questions.tsx";
import { form, words } from "#tests/unit/forms/definition-parts.ts";
import { count, render, visibleText } from "./render.tsx";

const definition = formDefinitionSchema.parse(
  form([words("name_zh"), words("name_en", { pairOf: "name_zh" }), words("alone")]),
);

function page(isOpen: boolean, stale?: FormView["stale"]): string {
  const evaluation = evaluateForm(definition, { name_zh: "甲" }, { today: "2026-12-09", files: {} });
  const view: FormView = {
    locale: "zh",
    evaluation,
    issues: new Map(),
    problems: new Map(),
    sentence: () => "",
    conflicts: new Map(),
    typed: new Map(),
    files: () => [],
    isOpen: () => isOpen,
    flag: () => undefined,
    edited: () => undefined,
    ...(stale ? { stale } : {}),
  };
  const section = compileForm(definition).sections[0]!;
  return render(
    <SectionQuestions view={view} section={section} blankRow={() => evaluation.allRows("none")[0]!} />,
  );
}

test("a text and its other language stand side by side, others for themselves", () => {
  const html = page(true);
  const [, pair = ""] = html.split('<div class="pair">');
  expect(count(html, '<div class="pair">')).toBe(1);
  expect(pair.indexOf('name="name_zh"')).toBeLessThan(pair.indexOf('name="name_en"'));
  expect(html).not.toContain("后来改过");
});

test("one that fell behind says so and can be confirmed; who may not change it only reads it", () => {
  const stale = (path: string) => (path === "name_en" ? "企业名称" : undefined);
  const open = page(true, stale);
  expect(visibleText(open)).toContain("“企业名称”后来改过，请核对这里是否也要改。");
  expect(count(open, 'value="confirm-pair:name_en"')).toBe(1);
  expect(count(open, "confirm-pair:name_zh")).toBe(0);
  const closed = page(false, stale);
  expect(visibleText(closed)).toContain("“企业名称”后来改过");
  expect(closed).not.toContain("confirm-pair");
});

describe("answers to read", () => {
  const answers = (changes: Partial<Parameters<typeof AnswersView>[0]> = {}) =>
    render(
      <AnswersView
        definition={definition}
        raw={{ name_zh: "甲", name_en: "A" }}
        env={{ today: "2026-12-09", files: {} }}
        showRestricted={false}
        {...changes}
      />,
    );

  test("carry the mark at the text that fell behind, with the name of the other", () => {
    const html = answers({ stale: new Map([["name_en", "name_zh"]]) });
    const [before = "", after = ""] = html.split('id="answer-name_en"');
    expect(before).not.toContain("后来改过");
    expect(visibleText(after)).toContain("另一种语言后来改过");
    expect(visibleText(after)).toContain("改过之后，这里没有再改，两种文本可能不一致。");
  });

  test("have none where nothing fell behind, and name no text that this reader may not see", () => {
    expect(answers()).not.toContain("后来改过");
    expect(answers({ stale: new Map([["name_en", "gone"]]) })).not.toContain("后来改过");
    const restricted = formDefinitionSchema.parse(
      form([words("name_zh", { restricted: true }), words("name_en", { pairOf: "name_zh" })]),
    );
    const html = answers({ definition: restricted, stale: new Map([["name_en", "name_zh"]]) });
    expect(html).toContain("answer-name_en");
    expect(html).not.toContain("后来改过");
  });
});
