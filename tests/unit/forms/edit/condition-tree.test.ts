import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fundProgramme } from "#app/cli/fund-programme.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { Expression } from "#app/domain/forms/expression.ts";
import { questionsOf, subjectsOf } from "#app/domain/forms/edit/condition-subject.ts";
import {
  conditionExpression,
  type ConditionNode,
  conditionTree,
  emptyComparison,
  emptyFigure,
  isGroup,
  nodeAt,
  withNode,
  withoutNode,
} from "#app/domain/forms/edit/condition-tree.ts";
import { anyExpression } from "../any-expression.ts";
import { smallForm } from "../small-form.ts";

const subjects = subjectsOf(smallForm);
const again = (expression: Expression, of = subjects) =>
  conditionExpression(conditionTree(expression, of), of);

describe("a condition as a tree", () => {
  it("gives its expression again, whatever that is", () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        expect(again(expression)).toEqual({ ok: true, expression });
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, Expression, ConditionNode]>([
    [
      "groups within groups",
      {
        and: [
          { eq: [{ ref: "pledged" }, true] },
          { or: [{ ge: [{ ref: "capital" }, 100] }, { not: { answered: { ref: "pledge" } } }] },
        ],
      },
      {
        kind: "all",
        parts: [
          { kind: "compare", subject: "ref:pledged", operator: "eq", value: "yes", other: "" },
          {
            kind: "any",
            parts: [
              { kind: "compare", subject: "ref:capital", operator: "ge", value: "100", other: "" },
              { kind: "compare", subject: "ref:pledge", operator: "not_answered", value: "", other: "" },
            ],
          },
        ],
      },
    ],
    [
      "rows of a table",
      {
        any: {
          of: "owners",
          where: { and: [{ gt: [{ cell: "ratio" }, 50] }, { eq: [{ cell: "who" }, "甲"] }] },
        },
      },
      {
        kind: "all",
        parts: [
          {
            kind: "some_row",
            table: "owners",
            parts: [
              { kind: "compare", subject: "cell:ratio", operator: "gt", value: "50", other: "" },
              { kind: "compare", subject: "cell:who", operator: "eq", value: "甲", other: "" },
            ],
          },
        ],
      },
    ],
    [
      "sums against another answer",
      { eq: [{ sum: { of: "owners", value: { cell: "ratio" } } }, { ref: "half" }] },
      {
        kind: "all",
        parts: [
          { kind: "compare", subject: "sum:owners/ratio", operator: "eq", value: "", other: "ref:half" },
        ],
      },
    ],
    [
      "a sum over the rows that meet conditions",
      {
        le: [
          {
            sum: {
              of: "owners",
              value: { cell: "ratio" },
              where: { and: [{ eq: [{ cell: "who" }, "公司"] }, { answered: { cell: "code" } }] },
            },
          },
          50,
        ],
      },
      {
        kind: "all",
        parts: [
          {
            ...{ kind: "figure", gather: "sum", table: "owners", column: "ratio" },
            ...{ operator: "le", value: "50", other: "" },
            parts: [
              { kind: "compare", subject: "cell:who", operator: "eq", value: "公司", other: "" },
              { kind: "compare", subject: "cell:code", operator: "answered", value: "", other: "" },
            ],
          },
        ],
      },
    ],
    [
      "a count of rows against another answer",
      { gt: [{ count: { of: "owners", where: { ge: [{ cell: "ratio" }, 5] } } }, { files: "licence" }] },
      {
        kind: "all",
        parts: [
          {
            ...{ kind: "figure", gather: "count", table: "owners", column: "" },
            ...{ operator: "gt", value: "", other: "files:licence" },
            parts: [{ kind: "compare", subject: "cell:ratio", operator: "ge", value: "5", other: "" }],
          },
        ],
      },
    ],
    [
      "what is not so",
      { not: { or: [{ eq: [{ ref: "pledged" }, true] }, { lt: [{ files: "licence" }, 1] }] } },
      {
        kind: "all",
        parts: [
          {
            kind: "none",
            parts: [
              { kind: "compare", subject: "ref:pledged", operator: "eq", value: "yes", other: "" },
              { kind: "compare", subject: "files:licence", operator: "lt", value: "1", other: "" },
            ],
          },
        ],
      },
    ],
  ])("shows %s to pick from", (_, expression, tree) => {
    const shown = conditionTree(expression, subjects);
    expect(shown).toEqual(tree);
    expect(again(expression)).toEqual({ ok: true, expression });
  });

  it("shows nearly every condition of the programme without a formula", () => {
    const counted = { all: 0, picked: 0 };
    for (const { form } of fundProgramme) {
      if (!form) continue;
      const definition = form as FormDefinition;
      const known = subjectsOf(definition);
      for (const { visibleWhen } of questionsOf(definition)) {
        if (visibleWhen === undefined) continue;
        counted.all += 1;
        if (!JSON.stringify(conditionTree(visibleWhen, known)).includes('"formula"')) counted.picked += 1;
        expect(again(visibleWhen, known)).toEqual({ ok: true, expression: visibleWhen });
      }
    }
    expect(counted.all).toBeGreaterThan(100);
    expect(counted.picked / counted.all).toBeGreaterThan(0.95);
  });

  it("says what is missing and where", () => {
    const problem = (node: ConditionNode) => {
      const result = conditionExpression(node, subjects);
      return result.ok ? undefined : result.problem;
    };
    const compare = (more: object): ConditionNode => ({ ...emptyComparison, ...more }) as ConditionNode;
    expect(problem({ kind: "all", parts: [compare({}), compare({ subject: "ref:capital" })] })).toEqual({
      ...{ code: "no_value", path: "1" },
    });
    expect(
      problem({
        kind: "all",
        parts: [{ kind: "any", parts: [compare({ subject: "ref:capital", value: "much" })] }],
      }),
    ).toEqual({ code: "not_number", path: "0.0" });
    expect(
      problem({ kind: "some_row", parts: [compare({ subject: "ref:pledged", value: "yes" })] }),
    ).toMatchObject({ code: "no_table" });
    const figure = (more: object): ConditionNode => ({ ...emptyFigure, ...more });
    expect(problem(figure({}))).toEqual({ code: "no_table", path: "" });
    expect(problem(figure({ table: "owners" }))).toMatchObject({ code: "no_column" });
    expect(problem(figure({ table: "owners", column: "ratio" }))).toMatchObject({ code: "no_value" });
    expect(problem(figure({ table: "owners", gather: "count", value: "two" }))).toMatchObject({
      code: "not_number",
    });
    expect(problem({ kind: "all", parts: [{ kind: "formula", text: "a +" }] })).toMatchObject({
      code: "formula",
      problem: { word: "+" },
    });
  });

  it("grows and shrinks at any place", () => {
    const tree = conditionTree({ or: [{ ref: "pledged" }, { and: [true, false] }] }, subjects);
    const grown = withNode(tree, "1", emptyComparison);
    const inner = nodeAt(grown, "1");
    expect(inner && isGroup(inner) && inner.parts).toHaveLength(3);
    expect(withoutNode(grown, "1.2")).toEqual(tree);
    expect(withoutNode(tree, "1").parts).toHaveLength(1);
  });
});
