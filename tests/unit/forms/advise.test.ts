import { describe, expect, test } from "vitest";
import { sectionExtract } from "#app/domain/applications/section-extract.ts";
import { adviceOf } from "#app/domain/forms/advise.ts";
import { checkApplication } from "#app/domain/forms/check-answers.ts";
import { formDefinitionSchema } from "#app/domain/forms/definition.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { programme } from "#db/programme/programme.ts";
import { advice, form, number, ref } from "./definition-parts.ts";

const env = { today: "2026-12-09", files: {} };
const two = advice("c", { key: "least" });
two.items.push({ ...two.items[0]!, key: "most", holds: { le: [ref("a"), 9] } } as never);
const definition = formDefinitionSchema.parse(
  form([number("a"), number("b")], {
    advice: [two, { ...advice("hidden"), visibleWhen: { answered: ref("b") } }],
  }),
);
const panels = (raw: RawAnswers) => {
  const evaluation = evaluateForm(definition, raw, env);
  return adviceOf(evaluation, evaluation.form.sections[0]!);
};

test.each<[string, RawAnswers, string, string[], string | null]>([
  ["nothing to tell from", {}, "open", ["open", "open"], null],
  ["every condition met", { a: "1,005", b: "1" }, "unmet", ["met", "unmet"], "1,005"],
  ["all met", { a: "7" }, "met", ["met", "met"], "7"],
  ["one not met", { a: "4" }, "unmet", ["unmet", "met"], "4"],
  ["an answer nobody can read", { a: "seven" }, "open", ["open", "open"], null],
])("%s", (_what, raw, state, states, value) => {
  const [panel] = panels(raw);
  expect(panel?.state).toBe(state);
  expect(panel?.items.map((item) => item.state)).toEqual(states);
  expect(panel?.items[0]?.value?.zh ?? null).toBe(value);
});

test("a panel shows only where it applies", () => {
  expect(panels({}).map(({ isVisible }) => isVisible)).toEqual([true, false]);
  expect(panels({ b: "1" }).map(({ isVisible }) => isVisible)).toEqual([true, true]);
});

test("advice is neither an error nor a warning", () => {
  expect(checkApplication(definition, { a: "1" }, env)).toMatchObject({
    errors: 0,
    warnings: 0,
    complete: true,
  });
});

const advised = programme.forms.filter((source) => JSON.stringify(source).includes('"advice"'));

describe("the conditions for encouraged companies", () => {
  test("stand in the forms for materials, design and equipment", () => {
    expect(advised.map(({ code }) => code)).toEqual(expect.arrayContaining(["C1", "C2", "C6"]));
  });

  test.each(advised.map((source) => [source.code, source] as const))(
    "of form %s are the same worked out in the browser from its part of the form",
    (code, source) => {
      const whole = formDefinitionSchema.parse(source);
      const raw: RawAnswers = {
        // Where calls are filed together, the conditions are those of the strand.
        strand: code.toLowerCase(),
        employees_total: "100",
        employees_bachelor: "60",
        employees_college: "80",
        employees_rd: "45",
        statements: [
          {
            id: "2025",
            cells: {
              revenue: "2,000",
              rd_expense: "100",
              ic_revenue: "1,500",
              own_design_revenue: "900",
              equipment_revenue: "700",
            },
          },
        ],
        ip_rights: [{ id: "r1", cells: { name: "甲", kind: "invention", status: "granted" } }],
      };
      const extract = sectionExtract(whole, "finance");
      const there = Object.fromEntries(
        Object.entries(raw).filter(([key]) => key === "statements" || extract.elsewhere.includes(key)),
      );
      const outcome = (form: typeof whole, answers: RawAnswers) => {
        const evaluation = evaluateForm(form, answers, env);
        const section = evaluation.form.sectionByKey.get("finance")!;
        return adviceOf(evaluation, section).map(({ state, items }) => ({
          state,
          items: items.map((item) => [item.item.key, item.state, item.value]),
        }));
      };
      const found = outcome(whole, raw);
      expect(outcome(extract.definition, there)).toEqual(found);
      expect(found.flatMap(({ items }) => items.map(([, state]) => state))).not.toContain("open");
      expect(found[0]?.items).toContainEqual([
        "rd_expense",
        found[0]?.items.find(([key]) => key === "rd_expense")?.[1],
        { zh: "5.00%", en: "5.00%" },
      ]);
    },
  );
});
