import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fundProgramme } from "#app/cli/fund-programme.ts";
import type { Expression } from "#app/domain/forms/expression.ts";
import { readFormula } from "#app/domain/forms/formula/read-formula.ts";
import { writeFormula } from "#app/domain/forms/formula/write-formula.ts";
import { anyExpression } from "../any-expression.ts";

const read = (formula: string) => {
  const result = readFormula(formula);
  return result.ok ? result.expression : result.problem;
};

/** Every expression of the programme, wherever it stands. */
function expressionsIn(value: unknown): Expression[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const isExpression = ["visibleWhen", "required", "opensWhen", "when", "holds", "value"].includes(name);
    return isExpression && typeof inner === "object" ? [inner as Expression] : expressionsIn(inner);
  });
}

describe("a formula", () => {
  it("says any expression, and is read as exactly that again", () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        expect(read(writeFormula(expression))).toEqual(expression);
      }),
      { numRuns: 500 },
    );
  });

  it("says every condition, rule and computed value of the programme", () => {
    const all = fundProgramme.flatMap(({ form }) => expressionsIn(form));
    expect(all.length).toBeGreaterThan(300);
    for (const expression of all) expect(read(writeFormula(expression))).toEqual(expression);
  });

  it.each<[string, Expression]>([
    [
      "pledged = yes and capital >= 100",
      { and: [{ eq: [{ ref: "pledged" }, true] }, { ge: [{ ref: "capital" }, 100] }] },
    ],
    ["a or b and c", { or: [{ ref: "a" }, { and: [{ ref: "b" }, { ref: "c" }] }] }],
    ["not answered(why)", { not: { answered: { ref: "why" } } }],
    ["a - b + c * 2", { add: [{ subtract: [{ ref: "a" }, { ref: "b" }] }, { multiply: [{ ref: "c" }, 2] }] }],
    [
      'sum(uses.amount where row.kind = "land")',
      { sum: { of: "uses", value: { cell: "amount" }, where: { eq: [{ cell: "kind" }, "land"] } } },
    ],
    ["（a＋b）≤10", { le: [{ add: [{ ref: "a" }, { ref: "b" }] }, 10] }],
    ['city in (“nj”, "sz")', { in: [{ ref: "city" }, ["nj", "sz"]] }],
    [
      'years["2025"].revenue - -3',
      { subtract: [{ at: { of: "years", row: "2025", column: "revenue" } }, -3] },
    ],
    ["if(a = yes, 1, 0)", { if: [{ eq: [{ ref: "a" }, true] }, 1, 0] }],
  ])("is read as meant: %s", (formula, expression) => {
    expect(read(formula)).toEqual(expression);
  });

  it.each([
    ["", "empty", ""],
    ["a +", "ends_early", "+"],
    ["sum(uses.amount", "bracket_open", ""],
    ['a = "open', "text_open", '"open'],
    ["total(uses.amount)", "unknown_function", "total"],
    ["any(uses)", "needs_where", "any"],
    ["sum(uses)", "needs_table", "sum"],
    ["round(a, b)", "needs_number", "round"],
    ["a ¥ b", "strange_character", "¥"],
    ["a b", "unexpected", "b"],
    ["and b", "unexpected", "and"],
    ["a in (nj)", "needs_text", "nj"],
    ["if(a, b)", "wrong_count", "if"],
    ["(".repeat(500), "too_long", "("],
    ["not ".repeat(500), "too_long", "not"],
    ["-".repeat(3000), "ends_early", "-"],
  ])("that makes no sense points at the word: %s", (formula, code, word) => {
    expect(read(formula)).toMatchObject({ code, word });
  });

  it("knows the words behind every part", () => {
    const result = readFormula('capital >= 100 and sum(uses.amount where row.kind = "land") > 5');
    if (!result.ok) return expect.fail();
    expect(result.wordAt("and.0.ge.1")).toBe("100");
    expect(result.wordAt("and.1.gt.0.sum.where.eq.0")).toBe("row.kind");
    expect(result.wordAt("and.1.gt.0.sum.value")).toBe("uses.amount");
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(
              fc.constantFrom(
                "a",
                "(",
                ")",
                "and",
                "sum",
                ".",
                '"x"',
                "1",
                "-",
                "[",
                "where",
                "not",
                ",",
                "row",
              ),
              { maxLength: 30 },
            )
            .map((words) => words.join(" ")),
        ),
        (text) => {
          readFormula(text);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
