import { describe, expect, test } from "vitest";
import { attributesByType, formDefinitionJsonSchema } from "#app/domain/forms/definition-json-schema.ts";
import { formDefinitionSchema } from "#app/domain/forms/definition.ts";
import { expressionSchema } from "#app/domain/forms/expression.ts";
import { formLanguageView } from "#app/routes/public/form-language-view.ts";
import { companyProfileForm } from "#db/programme/forms/company-profile.ts";
import { programme } from "#db/programme/programme.ts";
import { fits } from "#tests/support/json-schema.ts";

/** As somebody outside reads it: text, and nothing of ours. */
const published = JSON.parse(JSON.stringify(formDefinitionJsonSchema)) as { [keyword: string]: unknown };
type Node = { [name: string]: unknown };

test.each([companyProfileForm, ...programme.forms].map((form) => [form.code, form] as const))(
  "the published schema takes form %s",
  (_code, form) => {
    expect(fits(published, JSON.parse(JSON.stringify(form)))).toBe(true);
  },
);

describe("an error planted in a form is refused by the published schema as by the portal:", () => {
  const first = (form: Node) => {
    const [part] = form["parts"] as Node[];
    const [section] = part!["sections"] as Node[];
    const [group] = section!["groups"] as Node[];
    const [question] = group!["questions"] as Node[];
    return { part: part!, section: section!, group: group!, question: question! };
  };
  test.each<[string, (form: Node) => unknown]>([
    ["a newer language", (form) => (form["language"] = 2)],
    ["no version", (form) => delete form["version"]],
    ["an attribute nobody knows", (form) => (form["colour"] = "red")],
    ["no parts", (form) => (form["parts"] = [])],
    ["a text in one language", (form) => (first(form).section["title"] = { zh: "甲" })],
    ["a key with a capital", (form) => (first(form).section["key"] = "Company")],
    ["a kind of section there is not", (form) => (first(form).section["kind"] = "essay")],
    ["a group without questions", (form) => (first(form).group["questions"] = [])],
    ["a type there is not", (form) => (first(form).question["type"] = "essay")],
    ["an attribute of another type", (form) => (first(form).question["maxRows"] = 3)],
    ["half a comparison", (form) => (first(form).question["visibleWhen"] = { eq: [1] })],
    ["a comparison of three", (form) => (first(form).question["visibleWhen"] = { eq: [1, 1, 1] })],
    ["an operator there is not", (form) => (first(form).question["visibleWhen"] = { power: [2, 3] })],
    ["two operators at once", (form) => (first(form).question["visibleWhen"] = { ref: "a", cell: "b" })],
    ["an empty conjunction", (form) => (first(form).question["visibleWhen"] = { and: [] })],
    [
      "a rule that points nowhere",
      (form) =>
        (first(form).section["rules"] = [
          { key: "r", level: "error", at: [], holds: true, message: { zh: "甲", en: "A" } },
        ]),
    ],
  ])("%s", (_what, plant) => {
    const form = structuredClone(programme.forms[0]) as unknown as Node;
    plant(form);
    expect(formDefinitionSchema.safeParse(form).success).toBe(false);
    expect(fits(published, form)).toBe(false);
  });
});

test("every type of question and column is in the schema with what it must say", () => {
  const questions = attributesByType("question");
  expect([...questions.keys()]).toEqual(
    expect.arrayContaining(["address", "person", "table", "computed", "static"]),
  );
  expect(
    questions
      .get("table")
      ?.filter(({ required }) => required)
      .map(({ name }) => name),
  ).toEqual(["key", "label", "type", "columns", "maxRows", "rowName", "addLabel"]);
  expect(attributesByType("column").has("table")).toBe(false);
});

test("the page about the language explains every type and operator, with an example that is one", () => {
  for (const locale of ["zh", "en"] as const) {
    const { types, operators } = formLanguageView(locale);
    expect(types.filter(({ words }) => !words)).toEqual([]);
    expect(types.map(({ type }) => type)).toEqual(
      expect.arrayContaining([...attributesByType("question").keys(), ...attributesByType("column").keys()]),
    );
    for (const { operator, json, reads } of operators) {
      const example: unknown = JSON.parse(json);
      expect(expressionSchema.safeParse(example).success, operator).toBe(true);
      expect(Object.keys(example as object), operator).toEqual([operator]);
      expect(reads, operator).not.toMatch(/undefined|[{}]/);
    }
  }
});
