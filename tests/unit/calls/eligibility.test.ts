import { expect, test } from "vitest";
import { evaluateEligibility, type EligibilityQuestion } from "#app/domain/calls/eligibility.ts";

const question = (key: string, wanted: "yes" | "no", code: string): EligibilityQuestion => ({
  key,
  wanted,
  code,
  question: { zh: `问题${key}`, en: `Question ${key}` },
  explain: { zh: `说明${key}`, en: `Explanation ${key}` },
});

const questions = [
  question("entity", "yes", "F01"),
  question("dishonest", "no", "F03"),
  question("accident", "no", "F04"),
];

test.each([
  [{ entity: "yes", dishonest: "no", accident: "no" }, "eligible", [], [], []],
  [{ entity: "yes", dishonest: "no", accident: "unsure" }, "to_confirm", [], ["accident"], []],
  [{ entity: "no", dishonest: "no", accident: "no" }, "not_eligible", ["F01"], [], []],
  [{ entity: "no", dishonest: "yes", accident: "unsure" }, "not_eligible", ["F01", "F03"], ["accident"], []],
  [{ entity: "yes" }, "incomplete", [], [], ["dishonest", "accident"]],
  [{ dishonest: "yes" }, "not_eligible", ["F03"], [], ["entity", "accident"]],
  [{ entity: "maybe", dishonest: "no", accident: "no" }, "incomplete", [], [], ["entity"]],
  [{ other: "no" }, "incomplete", [], [], ["entity", "dishonest", "accident"]],
])("%j is %s", (answers, outcome, obstacles, unsure, unanswered) => {
  const result = evaluateEligibility(questions, answers);
  expect(result.outcome).toBe(outcome);
  expect(result.obstacles.map(({ code }) => code)).toEqual(obstacles);
  expect(result.unsure.map(({ key }) => key)).toEqual(unsure);
  expect(result.unanswered.map(({ key }) => key)).toEqual(unanswered);
});
