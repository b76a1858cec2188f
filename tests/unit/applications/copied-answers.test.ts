import { expect, test } from "vitest";
import { copiedAnswersOf, isCopied } from "#app/domain/applications/copied-answers.ts";
import { formDefinitionSchema } from "#app/domain/forms/definition.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { form, question } from "#tests/unit/forms/definition-parts.ts";

const asksAddress = formDefinitionSchema.parse(form([question("site_address", { type: "address" })]));
const askedCity = formDefinitionSchema.parse(
  form([
    question("site_city", {
      type: "city",
      options: [{ code: "140900", label: { zh: "忻州市", en: "Xinzhou" } }],
    }),
  ]),
);

test.each<[string, typeof asksAddress, RawAnswers, string]>([
  ["the whole address", asksAddress, { site_address: ["140900", "忻府区", "示例大道18号"] }, "140900"],
  ["a city chosen before anything else", asksAddress, { site_address: ["140900"] }, "140900"],
  ["a county without its city", asksAddress, { site_address: ["", "忻府区"] }, ""],
  ["a code of no city", asksAddress, { site_address: ["忻州", "忻府区", "示例大道"] }, ""],
  ["nothing yet", asksAddress, {}, ""],
  ["a form that asked for the city alone", askedCity, { site_city: "140900" }, "140900"],
])("an application stands in its project's city: %s", (_, definition, raw, city) => {
  const env = { today: "2026-12-09", files: {} };
  expect(copiedAnswersOf(evaluateForm(definition, raw, env)).city_code).toBe(city);
});

const words = (key: string, rest: object = {}) =>
  question(key, { type: "short_text", limits: { zh: { max: 20 } }, ...rest });

test.each<[string, object[], RawAnswers, [zh: string, en: string]]>([
  [
    "both titles from the one question that is the title",
    [words("acronym", { listedAs: "title" }), words("project_name_zh")],
    { acronym: "WAFERLIGHT", project_name_zh: "别的" },
    ["WAFERLIGHT", "WAFERLIGHT"],
  ],
  [
    "each title from the question in its language",
    [
      words("own_zh", { listedAs: "title", language: "zh" }),
      words("own_en", { listedAs: "title", language: "en", pairOf: "own_zh" }),
    ],
    { own_zh: "晶圆光", own_en: "Waferlight" },
    ["晶圆光", "Waferlight"],
  ],
  [
    "the titles of a form that says nothing of it",
    [words("project_name_zh"), words("project_name_en")],
    { project_name_zh: "晶圆光", project_name_en: "Waferlight" },
    ["晶圆光", "Waferlight"],
  ],
])("an application is called by %s", (_, questions, raw, [zh, en]) => {
  const definition = formDefinitionSchema.parse(form(questions));
  const copied = copiedAnswersOf(evaluateForm(definition, raw, { today: "2026-12-09", files: {} }));
  expect(copied).toMatchObject({ title_zh: zh, title_en: en });
});

test("whatever the questions are called, what is listed is known, and that its answers are copied", () => {
  const option = { code: "epi", label: { zh: "外延", en: "Epitaxy" } };
  const definition = formDefinitionSchema.parse(
    form([
      question("where", { type: "address", listedAs: "city" }),
      question("link", { type: "choice", options: [option], listedAs: "segment" }),
      question("wanted", { type: "money", listedAs: "amount" }),
      question("whole", { type: "money", listedAs: "investment" }),
      question("site_address", { type: "address" }),
    ]),
  );
  const raw = { where: ["140900", "忻府区", "示例大道18号"], link: "epi", wanted: "800", whole: "2000" };
  const evaluation = evaluateForm(definition, raw, { today: "2026-12-09", files: {} });
  expect(copiedAnswersOf(evaluation)).toEqual({
    ...{ title_zh: "", title_en: "", city_code: "140900", chain_segment: "epi" },
    ...{ amount_requested_fen: 800_000_000, total_investment_fen: 2_000_000_000 },
  });
  expect(
    ["where", "link", "wanted", "whole", "site_address"].map((key) => isCopied(definition, key)),
  ).toEqual([...[true, true, true, true, false]]);
});
