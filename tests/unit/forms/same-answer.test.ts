import { expect, test } from "vitest";
import type { Field } from "#app/domain/forms/definition.ts";
import { saysTheSame } from "#app/domain/forms/same-answer.ts";

const label = { zh: "问题", en: "Question" };
const field = (rest: object) => ({ key: "q", label, ...rest }) as Field;

test("answers are the same when they say the same, however they were typed", () => {
  const money = field({ type: "money" });
  expect(saysTheSame(money, "1440", "1,440.00")).toBe(true);
  expect(saysTheSame(money, "1440", "1441")).toBe(false);
  expect(saysTheSame(money, "约200", "约200 ")).toBe(true);
  expect(saysTheSame(money, "", undefined)).toBe(true);
  expect(saysTheSame(field({ type: "date" }), "2026年1月5日", "2026-01-05")).toBe(true);
  const options = ["a", "b"].map((code) => ({ code, label: { zh: code, en: code } }));
  expect(saysTheSame(field({ type: "multi_choice", options }), ["b", "a"], ["a", "b"])).toBe(true);
});
