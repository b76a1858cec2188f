import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  criterionPoints,
  fromHundredths,
  parseScore,
  reviewerTotal,
  scoredWeight,
  scoreSteps,
  toHundredths,
} from "#app/domain/reviews/reviewer-total.ts";
import {
  commentLength,
  commentReason,
  readSheet,
  sheetPaths,
  sheetProblems,
  sheetScores,
  type RawSheet,
} from "#app/domain/reviews/score-sheet.ts";
import { formatDecimal } from "#app/domain/shared/decimal.ts";
import { commentRule } from "#app/i18n/comment-rule.ts";
import { c5Rubric } from "./c5-rubric.ts";

const thirty = "微管密度与位错密度均优于国内最好水平且有第三方检测报告支持证据充分可";
const hundred = thirty.slice(0, 25).repeat(4);
const complete: RawSheet = {
  "K1.score": "4",
  "K2.score": "4.5",
  "K2.comment": thirty,
  "K3.score": "3.5",
  "K4.score": "4",
  "K5.score": "4",
  "K6.score": "3.5",
  "K7.score": "4",
  overall: hundred,
  advice: "recommend",
  inScope: "yes",
  "flag.finance": "yes",
};

describe("reviewerTotal", () => {
  test("a C5 sheet of 4, 4.5, 3.5, 4, 4, 3.5, 4 is 77.50", () => {
    const total = reviewerTotal(c5Rubric, sheetScores(c5Rubric, complete));
    expect(formatDecimal(total)).toBe("77.50");
    expect(toHundredths(total)).toBe(7750);
    expect(formatDecimal(fromHundredths(7750))).toBe("77.50");
  });

  test("points are weight × score ÷ 5, and a partial total is read against the weight scored", () => {
    expect(formatDecimal(criterionPoints(15, "4.5"))).toBe("13.50");
    expect(formatDecimal(criterionPoints(25, "3.5"))).toBe("17.50");
    const partial = { K1: "4", K2: "4.5", K3: "3.5", K4: "4", K5: "2" } as const;
    expect(formatDecimal(reviewerTotal(c5Rubric, partial))).toBe("55.00");
    expect(scoredWeight(c5Rubric, partial)).toBe(75);
  });

  test("stays within 0 and 100, and never falls when a score rises", () => {
    const sheet = fc.tuple(...c5Rubric.criteria.map(() => fc.nat({ max: 9 })));
    fc.assert(
      fc.property(sheet, fc.nat({ max: 6 }), (steps, raised) => {
        const scores = (at: readonly number[]) =>
          Object.fromEntries(c5Rubric.criteria.map(({ key }, index) => [key, scoreSteps[at[index] ?? 0]]));
        const before = toHundredths(reviewerTotal(c5Rubric, scores(steps)));
        const after = toHundredths(
          reviewerTotal(c5Rubric, scores(steps.map((step, index) => (index === raised ? step + 1 : step)))),
        );
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(10_000);
        expect(after).toBeGreaterThan(before);
      }),
    );
  });
});

test.each([
  ["4.5", "4.5"],
  ["4.50", "4.5"],
  [" 4 ", "4"],
  ["４．５", "4.5"],
  ["0", "0"],
  ["5.0", "5"],
  ["4.25", null],
  ["5.5", null],
  ["-1", null],
  ["", null],
  ["four", null],
])("parseScore(%j) is %s", (typed, score) => {
  expect(parseScore(typed)).toBe(score);
});

describe("readSheet", () => {
  test("reads a complete sheet", () => {
    expect(readSheet(c5Rubric, complete)).toEqual({
      ok: true,
      value: {
        scores: { K1: "4", K2: "4.5", K3: "3.5", K4: "4", K5: "4", K6: "3.5", K7: "4" },
        comments: { K1: "", K2: thirty, K3: "", K4: "", K5: "", K6: "", K7: "" },
        overall: hundred,
        strengths: "",
        weaknesses: "",
        questions: "",
        advice: "recommend",
        inScope: true,
        flags: ["finance"],
      },
    });
  });

  test.each<[string, RawSheet, object]>([
    ["no score", { "K6.score": "" }, { path: "K6.score", problem: "missing" }],
    ["a quarter point", { "K6.score": "3.25" }, { path: "K6.score", problem: "not_a_score" }],
    ["a bare 2", { "K5.score": "2" }, { path: "K5.comment", problem: "too_short", has: 0, needed: 30 }],
    [
      "a 2 with 29 characters",
      { "K5.score": "2", "K5.comment": [...thirty].slice(0, 29).join("") },
      { path: "K5.comment", problem: "too_short", has: 29, needed: 30 },
    ],
    ["a bare 4.5", { "K1.score": "4.5" }, { path: "K1.comment", problem: "too_short", has: 0, needed: 30 }],
    [
      "blanks for a comment",
      { "K1.score": "5", "K1.comment": ` a${" \n".repeat(40)}b ` },
      { path: "K1.comment", problem: "too_short", has: 3, needed: 30 },
    ],
    [
      "an endless comment",
      { "K1.comment": "长".repeat(3001) },
      { path: "K1.comment", problem: "too_long", has: 3001, limit: 3000 },
    ],
    [
      "an overall comment of 99",
      { overall: "总".repeat(99) },
      { path: "overall", problem: "too_short", has: 99, needed: 100 },
    ],
    [
      "an endless question",
      { questions: "问".repeat(3001) },
      { path: "questions", problem: "too_long", has: 3001, limit: 3000 },
    ],
    ["no advice", { advice: "" }, { path: "advice", problem: "missing" }],
    ["advice of its own", { advice: "maybe" }, { path: "advice", problem: "not_an_option" }],
    ["no word on scope", { inScope: undefined }, { path: "inScope", problem: "missing" }],
  ])("refuses %s", (_name, change, problem) => {
    expect(readSheet(c5Rubric, { ...complete, ...change })).toEqual({ ok: false, problems: [problem] });
  });

  test.each([
    ["2.5", 0],
    ["4", 0],
    ["2", 1],
    ["0", 1],
    ["4.5", 1],
    ["5", 1],
  ])("a score of %s without a comment has %i problem(s)", (score, count) => {
    expect(sheetProblems(c5Rubric, { ...complete, "K1.score": score })).toHaveLength(count);
  });

  test("a score under its criterion's own floor needs words; the common floor asks for none", () => {
    const criteria = c5Rubric.criteria.map((c) => (c.key === "K1" ? { ...c, floor: "4.5" } : c));
    const own = { ...c5Rubric, criteria };
    expect(sheetProblems(c5Rubric, { ...complete, "K5.score": "2.5" })).toEqual([]);
    expect(sheetProblems(own, complete)).toEqual([
      { path: "K1.comment", problem: "too_short", has: 0, needed: 30 },
    ]);
    expect(sheetProblems(own, { ...complete, "K1.comment": thirty })).toEqual([]);
    const reasons = (["2", "4", "4.5", "5"] as const).map((score) => commentReason(own, "K1", score));
    expect(reasons).toEqual(["extreme", "below_floor", "extreme", "extreme"]);
    const said = (score: "4" | "3.5" | "2", key = "K1", text = "", locale: "zh" | "en" = "zh") =>
      commentRule(own, key, score, text, locale);
    expect(said("4")).toEqual({ met: false, words: "低于本项下限4.5分，须写评语，至少30字" });
    expect(said("2")).toEqual({ met: false, words: "这一分须写评语，至少30字" });
    expect(said("4", "K1", thirty)).toEqual({ met: true, words: "评语已够30字" });
    expect(said("3.5", "K2")).toBeUndefined();
    expect(said("4", "K1", "", "en")?.words).toContain("floor of 4.5");
  });

  test("an empty sheet lists its gaps in the order of the page", () => {
    const paths = sheetProblems(c5Rubric, {}).map(({ path }) => path);
    expect(paths).toEqual([
      ...c5Rubric.criteria.map(({ key }) => `${key}.score`),
      "overall",
      "advice",
      "inScope",
    ]);
  });

  test("counts characters, not code units", () => {
    expect(commentLength("𠀀𠀁")).toBe(2);
    expect(commentLength("  a \n\n b ")).toBe(3);
  });

  test("knows every path a sheet may hold", () => {
    const paths = sheetPaths(c5Rubric);
    expect(Object.keys(complete).filter((path) => !paths.includes(path))).toEqual([]);
    expect(paths).not.toContain("K8.score");
    expect(new Set(paths).size).toBe(paths.length);
  });
});
