import { describe, expect, it } from "vitest";
import type { Expression } from "#app/domain/forms/expression.ts";
import { brokenBy, copyOf, freeKey, removalOf, stepOf } from "#app/domain/forms/edit/outline-edits.ts";
import { expressionOfPlain, plainCondition } from "#app/domain/forms/edit/plain-condition.ts";
import { fundProgramme } from "#app/cli/fund-programme.ts";
import { smallForm } from "../small-form.ts";

describe("conditions picked from questions and operators", () => {
  it.each<Expression>([
    { eq: [{ ref: "pledged" }, true] },
    { and: [{ ge: [{ ref: "capital" }, 100] }, { answered: { ref: "pledge" } }] },
    { or: [{ ne: [{ ref: "pledge" }, "无"] }, { not: { answered: { ref: "pledge" } } }] },
  ])("come back as they were: %j", (expression) => {
    const plain = plainCondition(expression);
    expect(plain && expressionOfPlain(plain, smallForm)).toEqual(expression);
  });

  it("are none where the full language is needed", () => {
    expect(plainCondition({ and: [{ or: [true, false] }] })).toBeUndefined();
    expect(plainCondition({ eq: [{ ref: "a" }, { ref: "b" }] })).toBeUndefined();
    expect(plainCondition(undefined)).toEqual({ join: "all", terms: [] });
  });

  it("never change the meaning of a programme form's condition that can be picked", () => {
    for (const { form } of fundProgramme) {
      if (!form) continue;
      const definition = form as typeof smallForm;
      for (const question of definition.parts
        .flatMap(({ sections }) => sections)
        .flatMap(({ groups }) => groups)
        .flatMap(({ questions }) => questions)) {
        const plain = plainCondition(question.visibleWhen);
        if (plain) expect(expressionOfPlain(plain, definition)).toEqual(question.visibleWhen);
      }
    }
  });
});

describe("steps in the outline", () => {
  const question = (key: string) => ({ kind: "question", key }) as const;

  it("go past a sibling, and over the edge into the next group", () => {
    expect(stepOf(smallForm, question("pledged"), "up")).toMatchObject({
      into: "owners/g",
      after: "capital",
    });
    expect(stepOf(smallForm, question("half"), "down")).toMatchObject({ into: "plan/g", after: null });
    expect(stepOf(smallForm, question("capital"), "up")).toBeUndefined();
  });

  it("copy under the next free key", () => {
    expect(copyOf(smallForm, question("half"))).toMatchObject({ after: "half", node: { key: "half_2" } });
    expect(freeKey(smallForm, { kind: "question" }, "fresh")).toBe("fresh");
  });

  it("say what refers to a question that is to go", () => {
    const broken = brokenBy(smallForm, removalOf(smallForm, question("capital"))!);
    expect(broken.map(({ code }) => code)).toEqual(["unknown_question", "unknown_question"]);
    expect(brokenBy(smallForm, removalOf(smallForm, question("note"))!)).toEqual([]);
  });
});
