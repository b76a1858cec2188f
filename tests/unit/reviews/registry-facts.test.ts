import { expect, it } from "vitest";
import { changedQuestions } from "#app/domain/forms/changed-questions.ts";
import { checkDefinition } from "#app/domain/forms/check-definition.ts";
import type { RawRow } from "#app/domain/forms/raw-answers.ts";
import { answersFromFacts, keywordsOf, registryFacts } from "#app/domain/reviews/registry-facts.ts";
import { reviewerRegistryForm } from "#db/programme/forms/reviewer-registry.ts";

const checked = checkDefinition(reviewerRegistryForm);
if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
const { definition } = checked;

const employers: RawRow[] = [
  { id: "a", cells: { employer: "甲示例", employed_from: "2012-01", employed_to: "2020-01" } },
  { id: "b", cells: { employer: "乙示例", employed_from: "2018-01", employer_uscc: "91140100ma0e00006x" } },
  { id: "c", cells: { employer: "丙示例", employed_from: "2021-05" } },
];
const answers = {
  discipline: "industry",
  max_load: "6",
  keywords: "SiC, GaN；射频",
  fields: ["nev"],
  employers,
};

it("takes the employer of today: without an end, the one taken up last", () => {
  expect(registryFacts(definition, answers)).toMatchObject({ affiliation: "丙示例", affiliationUscc: "" });
  const left = { ...answers, employers: employers.slice(0, 2) };
  expect(registryFacts(definition, left)).toMatchObject({
    affiliation: "乙示例",
    affiliationUscc: "91140100MA0E00006X",
  });
  const retired = { ...answers, employers: employers.slice(0, 1) };
  expect(registryFacts(definition, retired)).toMatchObject({ affiliation: "甲示例" });
});

it("has the words of what was ticked beside the reviewer's own keywords", () => {
  expect(registryFacts(definition, answers)?.expertise).toEqual(["新能源汽车", "SiC", "GaN", "射频"]);
});

it.each([
  ["discipline", "chemistry"],
  ["max_load", "many"],
  ["max_load", "0"],
  ["employers", []],
])("is nothing without a usable %s", (key, value) => {
  expect(registryFacts(definition, { ...answers, [key]: value } as never)).toBeUndefined();
});

it("splits keywords at whatever stands between them", () => {
  expect(keywordsOf(" SiC、GaN,射频；;\n外延 ")).toEqual(["SiC", "GaN", "射频", "外延"]);
});

it("begins with what the office noted", () => {
  const facts = registryFacts(definition, answers)!;
  expect(registryFacts(definition, answersFromFacts(facts))).toEqual(facts);
});

it("names what is otherwise now, and nothing that is only empty differently", () => {
  const after = { ...answers, max_load: "5", materials: [], ties: [{ id: "x", cells: { tie_company: "" } }] };
  expect(changedQuestions(definition, answers, after).map(({ question }) => question.field.key)).toEqual([
    "max_load",
  ]);
  const moved = { ...answers, employers: employers.slice(1) };
  expect(changedQuestions(definition, answers, moved)).toMatchObject([
    { before: employers, after: moved.employers },
  ]);
});
