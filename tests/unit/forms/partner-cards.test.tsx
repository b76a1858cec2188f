import { describe, expect, test } from "vitest";
import { draftAnswers } from "#app/domain/applications/packet/packet-answers.ts";
import { admitsOperation } from "#app/domain/forms/admit-operation.ts";
import type { Field } from "#app/domain/forms/definition.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { rowsOf } from "#app/domain/forms/raw-answers.ts";
import { saysTheSame } from "#app/domain/forms/same-answer.ts";
import { sectionSchema } from "#app/domain/forms/section-schema.ts";
import { AnswersView } from "#app/ui/answers-view.tsx";
import { answerBlocks } from "#app/ui/paper/answer-blocks.ts";
import { outsideApplications } from "#tests/world/outside-forms/outside-applications.ts";
import { render } from "../ui/render.tsx";

const { definition, answers, env } = outsideApplications.find(({ code }) => code === "uk-innovation")!;
const partners = compileForm(definition).questionByKey.get("partners")!;
const columnOf = (key: string): Field => partners.columnByKey.get(key)!.field;

describe("a section that each partner fills in, as one card a partner", () => {
  test("keeps every box of a card that was sent without scripts", () => {
    const [, second] = rowsOf(answers, "partners");
    const kept = sectionSchema(definition, partners.section.section.key).parse({
      partners: [{ id: "row2", ...second!.cells }],
    });
    expect(rowsOf(kept, "partners")).toEqual([{ id: "row2", cells: second!.cells }]);
  });

  test("takes boxes as the autosave sends them, and no more than there are", () => {
    const set = (column: string, value: string[]) =>
      admitsOperation(definition, { kind: "set", path: `partners/row1/${column}`, value });
    expect(set("equipment_price", ["1,200.50", "EUR"])).toBe(true);
    expect(set("equipment_price", ["1,200.50", "EUR", "more"])).toBe(false);
    expect(set("location", ["1 Example Road", "", "Cardiff", "", "CF10 3AT", "GB"])).toBe(true);
    expect(set("role", ["a list"])).toBe(false);
  });

  test("calls an answer changed by what it says: amount, currency, place", () => {
    const same = (column: string, a: string[], b: string[]) => saysTheSame(columnOf(column), a, b);
    expect(same("equipment_price", ["18,500.50", "EUR"], ["18500.5", "EUR"])).toBe(true);
    expect(same("equipment_price", ["18,500.50", "EUR"], ["18,500.50", "USD"])).toBe(false);
    expect(
      same(
        "location",
        ["3 Example Road", "", "Newport", "Wales", "NP10 8BE"],
        ["3 Example Road", "", "Newport", "", "NP10 8BE"],
      ),
    ).toBe(false);
  });

  const read = (showRestricted: boolean) =>
    (["zh", "en"] as const).map((locale) => ({
      page: render(<AnswersView {...{ definition, raw: answers, env, showRestricted }} />, locale),
      paper: JSON.stringify(
        answerBlocks({ definition, raw: answers, env, locale, showRestricted, hashes: new Map() }),
      ),
    }));

  test("is read whole on pages and on paper", () => {
    const [zh, en] = read(true);
    for (const text of [zh!.page, zh!.paper]) expect(text).toContain("18,500.50欧元");
    for (const text of [en!.page, en!.paper]) {
      expect(text).toContain("EUR 18,500.50");
      expect(text).toContain("3 Example Road");
      expect(text).toContain("Builds the pilot modules");
      expect(text).toContain("lead@photonics.example");
      // Only businesses have a number of Companies House.
      expect(text.split("Company registration number")).toHaveLength(2);
    }
  });

  test("leaves its restricted questions out for whoever may not see them", () => {
    const reduced = draftAnswers(definition, answers, { ...env, files: {} }, false);
    for (const text of [...read(false).flatMap(({ page, paper }) => [page, paper]), reduced]) {
      expect(text).toContain("Builds the pilot modules");
      expect(text).not.toContain("lead@photonics.example");
      expect(text).not.toContain("Partner Example");
    }
  });
});
