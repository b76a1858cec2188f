import { describe, expect, test } from "vitest";
import { checkDefinition } from "#app/domain/forms/check-definition.ts";
import { definitionProblemCodes, placeText } from "#app/domain/forms/definition-problem.ts";
import { definitionPlaceWords, definitionProblemSentence } from "#app/i18n/messages/definition-problems.ts";
import { brokenDefinitions } from "./broken-definitions.ts";
import { question, table, form, rule, number, shown, ref } from "./definition-parts.ts";

const problemsOf = (source: unknown) => {
  const checked = checkDefinition(source);
  return checked.ok
    ? []
    : checked.problems.map(({ code, place, params }) =>
        [placeText(place), code, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join(
          " ",
        ),
      );
};

test("a sound form is accepted", () => {
  const sound = form([question("a"), question("b", { visibleWhen: { gt: [{ ref: "a" }, 1] } }), table()], {
    rules: [
      rule({ at: ["rows/x"], holds: { le: [{ sum: { of: "rows", value: { cell: "x" } } }, { ref: "a" }] } }),
    ],
  });
  expect(problemsOf(sound)).toEqual([]);
});

describe("is refused, with the place named:", () => {
  test.each(brokenDefinitions)("%s", (_what, source, problem) => {
    expect(problemsOf(source)).toContain(problem);
  });

  test("once for each ring", () => {
    const rings = form([
      shown("a", { answered: ref("b") }),
      shown("b", { answered: ref("a") }),
      shown("c", { answered: ref("d") }),
      shown("d", { answered: ref("c") }),
    ]);
    expect(problemsOf(rings)).toEqual(["s.a cycle path=a → b → a", "s.c cycle path=c → d → c"]);
  });
});

test("every kind of problem is provoked here and has its sentence in both languages", () => {
  const found = brokenDefinitions.flatMap(([, source]) => {
    const checked = checkDefinition(source);
    return checked.ok ? [] : checked.problems;
  });
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(definitionProblemCodes));
  for (const problem of found) {
    const zh = definitionProblemSentence(problem, "zh");
    const en = definitionProblemSentence(problem, "en");
    expect(zh, problem.code).toMatch(/\p{Script=Han}/u);
    expect(`${zh}${en}`, problem.code).not.toMatch(/undefined|NaN/);
    expect(en, problem.code).not.toMatch(/\p{Script=Han}/u);
    expect(definitionPlaceWords(problem.place, "zh")).not.toContain("undefined");
  }
});

test("a problem is named by the labels of the form where they are known", () => {
  const checked = checkDefinition(form([shown("a", { eq: [ref("zz"), 1] })]));
  const [problem] = checked.ok ? [] : checked.problems;
  const nameOf = (key: string) => ({ a: "甲", zz: "乙", s: "栏", g: "组" })[key] ?? key;
  expect(definitionProblemSentence(problem!, "zh", nameOf)).toBe("没有“乙”这道题，请重新选择");
  expect(definitionPlaceWords(problem!.place, "zh", nameOf)).toBe(
    "栏目“栏” › 题组“组” › 题目“甲” › 显示条件",
  );
});

test("one of two answers may be asked for by the absence of the other", () => {
  const either = form([
    number("a", { required: { not: { answered: ref("b") } } }),
    number("b", { required: { not: { answered: ref("a") } } }),
  ]);
  expect(problemsOf(either)).toEqual([]);
});
