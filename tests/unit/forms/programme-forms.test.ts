import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkApplication } from "#app/domain/forms/check-answers.ts";
import { checkDefinition } from "#app/domain/forms/check-definition.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { formDefinitionSchema } from "#app/domain/forms/definition.ts";
import { checkRubric } from "#app/domain/reviews/rubric.ts";
import { companyProfileForm } from "#db/programme/forms/company-profile.ts";
import { programme } from "#db/programme/programme.ts";
import { rubrics } from "#db/programme/rubrics/rubrics.ts";
import {
  c5Definition,
  exampleAnswersC5,
  exampleApplicant,
  exampleEnvC5,
  variedAnswersC5,
} from "#tests/world/example-answers-c5.ts";

const forms = [...programme.forms, companyProfileForm];
const han = /\p{Script=Han}/u;

/** Every {zh, en} pair, with where it stands. */
function pairs(value: unknown, place = ""): { place: string; zh: string; en: string }[] {
  if (typeof value !== "object" || value === null) return [];
  if ("zh" in value && "en" in value && typeof value.zh === "string" && typeof value.en === "string") {
    return [{ place, zh: value.zh, en: value.en }];
  }
  return Object.entries(value).flatMap(([key, inner]) => pairs(inner, `${place}.${key}`));
}

describe.each(forms.map((form) => [form.code, form] as const))("form %s", (_code, form) => {
  test("is sound: shape, names, types, no cycles", () => {
    expect(checkDefinition(form)).toMatchObject({ ok: true });
  });

  test("is JSON and nothing else", () => {
    expect(JSON.parse(JSON.stringify(form))).toEqual(form);
  });

  test("speaks both languages, each in its own script", () => {
    const texts = pairs(form).filter(({ place }) => !place.endsWith(".example"));
    expect(texts.filter(({ en }) => han.test(en)).map(({ place }) => place)).toEqual([]);
    const untranslated = texts.filter(({ zh }) => !han.test(zh) && /[a-z]{3,} [a-z]/i.test(zh));
    expect(untranslated.map(({ place }) => place)).toEqual([]);
  });

  test("keeps to the words of the look", () => {
    for (const { place, zh, en } of pairs(form)) {
      expect(zh, place).not.toMatch(/请注意|温馨提示|！|线上|线下|[一-龥],|[一-龥]\?/);
      expect(en, place).not.toMatch(/!|please note/i);
    }
  });
});

describe("the form of C5", () => {
  test("has the nineteen sections of its two strands in five parts", () => {
    expect(c5Definition.parts.map(({ sections }) => sections.length)).toEqual([4, 6, 4, 3, 2]);
  });

  test("is filled without an error by the example", () => {
    const check = checkApplication(c5Definition, exampleAnswersC5, exampleEnvC5);
    expect(check.issues).toEqual([]);
    expect(check.complete).toBe(true);
    const shown = check.sections.filter(({ visible }) => visible);
    expect(shown).toHaveLength(18);
    expect(new Set(shown.map(({ state }) => state))).toEqual(new Set(["complete"]));
  });

  test("asks for the same when nothing is filled in", () => {
    const check = checkApplication(c5Definition, {}, { today: "2026-12-09", files: {} });
    expect(check.progress.answered).toBe(0);
    expect(check.errors).toBeGreaterThan(100);
    expect(new Set(check.sections.map(({ state }) => state))).toEqual(
      new Set(["not_started", "cannot_start"]),
    );
  });

  test("can be checked whatever the draft holds, of whatever shape", () => {
    const keys = [...compileForm(c5Definition).questionByKey.keys()];
    const cells = fc.dictionary(
      fc.constantFrom("ratio", "holder_type", "holder_uscc", "y2027", "kind", "end"),
      fc.string({ maxLength: 6 }),
    );
    const value = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom("yes", "no", "1e9", "-1", "2026-02-30", "９１１４"),
      fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
      fc.array(fc.record({ id: fc.constantFrom("r1", "r2", "2025", "other"), cells }), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 40 }), (raw) => {
        const check = checkApplication(c5Definition, { ...exampleAnswersC5, ...raw }, exampleEnvC5);
        expect(check.progress.answered).toBeLessThanOrEqual(check.progress.required);
      }),
    );
  });

  test("takes what the company profile holds, under the same key and type", () => {
    const profile = compileForm(formDefinitionSchema.parse(companyProfileForm)).questionByKey;
    const carried = [...compileForm(c5Definition).questionByKey.values()].filter(
      ({ field }) => "carryOver" in field && field.carryOver,
    );
    expect(carried.length).toBeGreaterThan(30);
    for (const { field } of carried) {
      const source = profile.get("carryOver" in field ? (field.carryOver ?? "") : "");
      expect(source?.field.type, field.key).toBe(field.type);
    }
  });

  test("is filled without an error by every varied example, each its own", () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 60; seed += 1) {
      const raw = variedAnswersC5(seed, { ...exampleApplicant, nameZh: `甲子示例第${seed}有限公司` });
      const errors = checkApplication(c5Definition, raw, exampleEnvC5).issues.filter(
        ({ level }) => level === "error",
      );
      expect(errors, `seed ${seed}`).toEqual([]);
      seen.add(`${String(raw["project_name_zh"])} ${String(raw["total_investment"])}`);
    }
    expect(seen.size).toBeGreaterThan(30);
    expect(variedAnswersC5(7)).toEqual(variedAnswersC5(7));
  });
});

describe("rubrics", () => {
  test.each(rubrics.map((rubric) => [rubric.code, rubric] as const))(
    "%s is sound and makes 100",
    (_code, rubric) => {
      expect(checkRubric(rubric)).toMatchObject({ ok: true });
      expect(pairs(rubric).filter(({ en }) => han.test(en))).toEqual([]);
    },
  );

  test("there is one for each call", () => {
    expect(rubrics.map(({ code }) => code)).toEqual(programme.calls.map(({ code }) => code));
  });

  test("of C5 point to sections of its form", () => {
    const sections = new Set(c5Definition.parts.flatMap((part) => part.sections.map(({ key }) => key)));
    const evidence =
      rubrics.find(({ code }) => code === "C5")?.criteria.flatMap((criterion) => criterion.evidence) ?? [];
    expect(evidence.length).toBeGreaterThan(7);
    expect(evidence.filter((key) => !sections.has(key))).toEqual([]);
  });
});
