import { describe, expect, test } from "vitest";
import { checkApplication } from "#app/domain/forms/check-answers.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import { checkDefinition } from "#app/domain/forms/check-definition.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { readDefinitionFile } from "#app/domain/forms/read-definition-file.ts";
import type { RawAnswers, RawValue } from "#app/domain/forms/raw-answers.ts";
import { applyAnswerOperation } from "#app/domain/forms/raw-answers.ts";
import {
  type OutsideForm,
  outsideApplications,
  outsideForms,
  outsideFormText,
} from "#tests/world/outside-forms/outside-applications.ts";
import { requiredPlaces } from "./required-places.ts";

const applicationOf = (name: OutsideForm) => outsideApplications.find(({ code }) => code === name)!;

const changed = (raw: RawAnswers, path: string, value: RawValue): RawAnswers =>
  applyAnswerOperation(raw, { kind: "set", path, value });

describe.each(outsideForms)("the form %s, built by hand in the builder", (name) => {
  const { definition, answers, env } = applicationOf(name);
  const issuesOf = (raw: RawAnswers) => checkApplication(definition, raw, env).issues;

  test("is a sound definition, and the same again after it is imported and exported", () => {
    const text = outsideFormText(name);
    const read = readDefinitionFile(text);
    expect(read).toMatchObject({ ok: true, problems: [] });
    const { definition: imported } = read as { definition: FormDefinition };
    expect(checkDefinition(imported).ok).toBe(true);
    const kept = canonicalJson(imported as unknown as Json);
    expect(`${JSON.stringify(JSON.parse(kept), null, 2)}\n`).toBe(text);
  });

  test("is complete when it is filled in, and contradicts itself nowhere", () => {
    const check = checkApplication(definition, answers, env);
    expect(check.issues).toEqual([]);
    expect(check.complete).toBe(true);
  });

  test("lacks something as soon as any required answer is taken away", () => {
    const { questions, files, cells } = requiredPlaces(applicationOf(name));
    expect(questions.length).toBeGreaterThan(20);
    expect(files.length).toBeGreaterThan(0);
    expect(cells.length).toBeGreaterThan(6);
    for (const key of questions) {
      const { [key]: _taken, ...rest } = answers;
      expect(
        issuesOf(rest).filter(({ path, code }) => path === key && code.startsWith("missing_")),
        key,
      ).toHaveLength(1);
    }
    for (const key of files) {
      const { [key]: _taken, ...rest } = env.files;
      const found = checkApplication(definition, answers, { ...env, files: rest }).issues;
      expect(found.map(({ path, code }) => `${path} ${code}`)).toContain(`${key} missing_file`);
    }
    for (const path of cells)
      expect(
        issuesOf(changed(answers, path, "")).filter((issue) => issue.path === path),
        path,
      ).toHaveLength(1);
  });
});

describe("what these forms ask beyond our own", () => {
  const said = (name: OutsideForm, changes: Record<string, RawValue>): string[] => {
    const { definition, answers, env } = applicationOf(name);
    const raw = Object.entries(changes).reduce((all, [path, value]) => changed(all, path, value), answers);
    return checkApplication(definition, raw, env).issues.map(
      ({ path, ruleKey, code }) => `${path} ${ruleKey ?? code}`,
    );
  };
  const words = (count: number): string => Array.from({ length: count }, () => "word").join(" ");

  test.each<[string, OutsideForm, Record<string, RawValue>, string[]]>([
    ["400 words", "uk-innovation", { need: words(400) }, []],
    ["and not one more", "uk-innovation", { need: words(401) }, ["need too_many_words"]],
    ["a number of Companies House", "uk-innovation", { lead_number: "12" }, ["lead_number text_form"]],
    [
      "a share of each partner's costs",
      "uk-innovation",
      { "partners/row1/grant": "150000" },
      ["partners/row1/grant partner_share"],
    ],
    [
      "a whole section of each partner, with its own conditions",
      "uk-innovation",
      { "partners/row1/kind": "business", "partners/row2/existing_support": "no" },
      ["partners/row1/company_number missing_text"],
    ],
    [
      "where each partner works",
      "uk-innovation",
      { "partners/row2/location": ["3 Example Road", "", "Newport", "Wales", "1234"] },
      ["partners/row2/location foreign_postcode_form"],
    ],
    [
      "a currency with what each partner buys",
      "uk-innovation",
      { "partners/row2/equipment_price": ["18,500.50", ""] },
      ["partners/row2/equipment_price amount_currency"],
    ],
    ["a grant of at most 70%", "uk-innovation", { grant_sought: "350001" }, ["grant_sought grant_share"]],
    [
      "partners for long projects",
      "uk-innovation",
      { collaborative: "no" },
      ["collaborative long_needs_partners"],
    ],
    ["readiness of 5 and more", "eu-accelerator", { trl_now: "4" }, ["trl_now ready_enough"]],
    [
      "work packages in order",
      "eu-accelerator",
      { "packages/row1/from_month": "13" },
      ["packages/row1/to_month months_order"],
    ],
    ["a grant within its ceiling", "eu-accelerator", { grant: "2500001" }, ["grant too_large"]],
    ["no grant where only equity is sought", "eu-accelerator", { support: "equity_only" }, []],
    [
      "sources that cover the uses",
      "us-chips",
      { "sources/equity/sum": "500000000" },
      ["sources funds_cover"],
    ],
    ["a country of the list", "eu-accelerator", { country: "Atlantis" }, ["country country_form"]],
    ["readiness on its scale", "eu-accelerator", { trl_now: "10" }, ["trl_now too_large"]],
    ["pounds and pence", "uk-innovation", { grant_sought: "1000.005" }, ["grant_sought too_many_places"]],
    [
      "a postcode of the country",
      "us-chips",
      { us_address: ["1 A", "", "B", "", "CF10 3AT"] },
      ["us_address foreign_postcode_form"],
    ],
    ["an entity's number", "us-chips", { uei: "12" }, ["uei text_form"]],
    [
      "output after the start",
      "us-chips",
      { "sites/row1/output_month": "2027-02" },
      ["sites/row1/output_month output_after_start"],
    ],
  ])("%s", (_, name, changes, expected) => {
    expect(said(name, changes)).toEqual(expected);
  });
});
