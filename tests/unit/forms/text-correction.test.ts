import { describe, expect, it } from "vitest";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { textCorrection } from "#app/domain/forms/text-correction.ts";
import { isUntranslated, untranslatedTexts } from "#app/domain/forms/untranslated.ts";
import { both, smallForm } from "./small-form.ts";

function changed(change: (form: FormDefinition) => void): FormDefinition {
  const form = structuredClone(smallForm);
  change(form);
  return form;
}

const sections = (form: FormDefinition) => form.parts[0]!.sections;
const firstQuestion = (form: FormDefinition) => sections(form)[0]!.groups[0]!.questions[0]!;

describe("correcting the texts of a form that has opened", () => {
  it.each<[string, (form: FormDefinition) => void]>([
    ["a question's words", (form) => void (firstQuestion(form).label = both("registered capital"))],
    [
      "a help text that was not there",
      (form) => void Object.assign(firstQuestion(form), { help: both("help") }),
    ],
    ["notes", (form) => void (sections(form)[0]!.notes = [both("one"), both("two")])],
    ["a message", (form) => void (sections(form)[0]!.rules![0]!.message = both("still {gap}"))],
    ["a title", (form) => void (form.title = both("another title"))],
    [
      "the words of a fixed row",
      (form) => {
        const table = sections(form)[1]!.groups[0]!.questions[0]!;
        if (table.type === "table") table.fixedRows![0]!.label = both("last year");
      },
    ],
  ])("takes %s", (_, change) => {
    expect(textCorrection(smallForm, changed(change))).toMatchObject({ ok: true, changes: [{}] });
  });

  it.each<[string, (form: FormDefinition) => void, object]>([
    ["nothing", () => {}, []],
    [
      "a question more",
      (form) =>
        void sections(form)[4]!.groups[0]!.questions.push({ key: "more", type: "yes_no", label: both("m") }),
      [{ kind: "added", spot: { key: "more" } }],
    ],
    [
      "what is required",
      (form) => void Object.assign(firstQuestion(form), { required: false }),
      [{ kind: "changed", property: "required", spot: { key: "capital" } }],
    ],
    [
      "a rule beside a text",
      (form) => {
        firstQuestion(form).label = both("capital paid in");
        sections(form)[0]!.rules![0]!.level = "warning";
      },
      [{ property: "level", spot: { key: "hundred" } }],
    ],
    [
      "an order",
      (form) => {
        const [group] = sections(form)[0]!.groups;
        group!.questions = group!.questions.toReversed();
      },
      expect.arrayContaining([expect.objectContaining({ kind: "moved" })]) as object,
    ],
  ])("refuses %s and names it", (_, change, structure) => {
    const result = textCorrection(smallForm, changed(change));
    expect(result).toMatchObject({ ok: false, structure });
  });
});

describe("a text in one language", () => {
  it("waits for its translation where both say the same words", () => {
    expect(isUntranslated({ zh: "总投资", en: "总投资" })).toBe(true);
    expect(isUntranslated({ zh: "Total investment", en: "Total investment" })).toBe(true);
    expect(isUntranslated({ zh: "ISO9001", en: "ISO9001" })).toBe(false);
    expect(isUntranslated({ zh: "总投资", en: "Total investment" })).toBe(false);
    const form = changed((draft) => {
      firstQuestion(draft).label = both("注册资本");
      sections(draft)[0]!.notes = [both("一"), { zh: "二", en: "Two" }];
    });
    expect(untranslatedTexts(form).map(({ property, text }) => [property, text])).toEqual(
      expect.arrayContaining([
        ["label", "注册资本"],
        ["notes", "一"],
      ]),
    );
  });
});
