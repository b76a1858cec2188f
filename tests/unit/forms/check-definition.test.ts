import { describe, expect, test } from "vitest";
import { checkDefinition } from "#app/domain/forms/check-definition.ts";

const text = (zh: string) => ({ zh, en: "en" });
const question = (key: string, rest: object = {}) => ({ key, type: "integer", label: text(key), ...rest });
const table = (rest: object = {}) => ({
  key: "rows",
  type: "table",
  label: text("rows"),
  rowName: text("row"),
  addLabel: text("add"),
  maxRows: 5,
  columns: [
    question("x"),
    { key: "kind", type: "choice", label: text("kind"), options: [{ code: "a", label: text("a") }] },
  ],
  ...rest,
});
const form = (questions: object[], section: object = {}) => ({
  code: "T",
  version: 1,
  title: text("t"),
  parts: [
    {
      key: "p",
      title: text("p"),
      sections: [{ key: "s", title: text("s"), groups: [{ key: "g", questions }], ...section }],
    },
  ],
});
const rule = (rest: object) => ({
  key: "r",
  level: "error",
  at: ["a"],
  holds: true,
  message: text("m"),
  ...rest,
});

const problemsOf = (source: unknown) => {
  const checked = checkDefinition(source);
  return checked.ok ? [] : checked.problems.map(({ place, problem }) => `${place}: ${problem}`);
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
  test.each<[string, unknown, string]>([
    [
      "a question of no known type",
      form([question("a", { type: "essay" })]),
      "parts.0.sections.0.groups.0.questions.0.type",
    ],
    [
      "an attribute the type does not have",
      form([question("a", { options: [] })]),
      "parts.0.sections.0.groups.0.questions.0",
    ],
    ["a text in one language only", form([question("a", { label: { zh: "甲" } })]), "label.en"],
    [
      "an unknown name",
      form([question("a", { visibleWhen: { eq: [{ ref: "zz" }, 1] } })]),
      "s.a.visibleWhen: no question zz",
    ],
    ["a question twice", form([question("a"), question("a")]), "s: question a stands twice"],
    [
      "a cell outside a table",
      form([question("a", { required: { eq: [{ cell: "x" }, 1] } })]),
      "s.a.required: cell x outside a table",
    ],
    [
      "a column that is not there",
      form([
        question("a", { required: { any: { of: "rows", where: { eq: [{ cell: "zz" }, 1] } } } }),
        table(),
      ]),
      "no column zz",
    ],
    [
      "a table that is none",
      form([question("a"), question("b", { required: { any: { of: "a", where: true } } })]),
      "s.b.required: no table a",
    ],
    [
      "a figure as a condition",
      form([question("a", { visibleWhen: { ref: "b" } }), question("b")]),
      "gives number where boolean is needed",
    ],
    [
      "a comparison of unlike things",
      form([question("a"), question("b", { visibleWhen: { eq: [{ ref: "a" }, "x"] } })]),
      "number is compared with text",
    ],
    [
      "an option that is not there",
      form([
        table({
          columns: [...table().columns, question("y", { visibleWhen: { eq: [{ cell: "kind" }, "zz"] } })],
        }),
      ]),
      "kind has no option zz",
    ],
    [
      "a question that shows itself",
      form([question("a", { visibleWhen: { gt: [{ ref: "a" }, 1] } })]),
      "a: depends on itself: a → a",
    ],
    [
      "a ring of conditions",
      form([
        question("a", { visibleWhen: { answered: { ref: "b" } } }),
        question("b", { visibleWhen: { answered: { ref: "c" } } }),
        question("c", { visibleWhen: { answered: { ref: "a" } } }),
      ]),
      "a: depends on itself: a → b → c → a",
    ],
    [
      "a computed value of itself",
      form([
        {
          key: "a",
          type: "computed",
          label: text("a"),
          result: "integer",
          value: { add: [{ ref: "b" }, 1] },
        },
        { key: "b", type: "computed", label: text("b"), result: "integer", value: { ref: "a" } },
      ]),
      "depends on itself",
    ],
    [
      "a group that hides its own condition",
      {
        ...form([]),
        parts: [
          {
            key: "p",
            title: text("p"),
            sections: [
              {
                key: "s",
                title: text("s"),
                groups: [{ key: "g", visibleWhen: { answered: { ref: "a" } }, questions: [question("a")] }],
              },
            ],
          },
        ],
      },
      "a: depends on itself",
    ],
    ["a column called id", form([table({ columns: [question("id")] })]), "may not be called id"],
    ["a total of no column", form([table({ totals: ["zz"] })]), "no column zz to add up"],
    ["a statement without fixed rows", form([table({ layout: "statement" })]), "needs fixed rows"],
    ["more rows required than allowed", form([table({ minRows: 9 })]), "more rows required than allowed"],
    [
      "a rule pointing nowhere",
      form([question("a")], { rules: [rule({ at: ["zz"] })] }),
      "s.rules.r: no question zz",
    ],
    [
      "a rule pointing at no column",
      form([table()], { rules: [rule({ at: ["rows/zz"] })] }),
      "no column rows/zz",
    ],
    [
      "a rule over the rows of no table",
      form([question("a")], { rules: [rule({ forEach: "a" })] }),
      "s.rules.r: no table a",
    ],
    [
      "a message with a value it does not have",
      form([question("a")], { rules: [rule({ message: text("{gap}") })] }),
      "no value for {gap}",
    ],
    ["two rules of one name", form([question("a")], { rules: [rule({}), rule({})] }), "r stands twice"],
    ["a pair that is not there", form([question("a", { pairOf: "zz" })]), "s.a: no question zz"],
    [
      "a fixed row that is not there",
      form([
        question("a", { required: { gt: [{ at: { of: "rows", row: "zz", column: "x" } }, 1] } }),
        table({ fixedRows: [{ id: "r1", label: text("1") }] }),
      ]),
      "has no fixed row zz",
    ],
    [
      "files of a question without files",
      form([question("a"), question("b", { required: { gt: [{ files: "a" }, 0] } })]),
      "a is not a file question",
    ],
  ])("%s", (_what, source, problem) => {
    const problems = problemsOf(source);
    expect(
      problems.some((found) => found.includes(problem)),
      JSON.stringify(problems),
    ).toBe(true);
  });
});
