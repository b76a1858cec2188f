import { expect, test } from "vitest";
import { copiedAnswersOf } from "#app/domain/applications/copied-answers.ts";
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
