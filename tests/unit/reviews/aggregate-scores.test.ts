import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  aggregateScores,
  outcomeOf,
  summariseTotals,
  type SheetScores,
  type TotalsSummary,
} from "#app/domain/reviews/aggregate-scores.ts";
import { scoreSteps, type Score } from "#app/domain/reviews/reviewer-total.ts";
import type { Advice } from "#app/domain/reviews/score-sheet.ts";
import { compareDecimals, decimal, formatDecimal } from "#app/domain/shared/decimal.ts";
import { c5Rubric } from "./c5-rubric.ts";

const shown = ({ method, score, mean, median, spread }: TotalsSummary) =>
  [method, ...[score, mean, median, spread].map((value) => value && formatDecimal(value, 2))].join(" ");

test.each([
  [["82.5", "76", "91", "78", "80.5", "58", "79"], "trimmed 79.20 77.86 79.00 33.00"],
  [["70", "70", "70", "70", "70"], "trimmed 70.00 70.00 70.00 0.00"],
  [["90", "60", "75", "80", "70"], "trimmed 75.00 75.00 75.00 30.00"],
  [["70", "80", "75", "60"], "plain 71.25 71.25 72.50 20.00"],
  [["70", "80", "76"], "plain 75.33 75.33 76.00 10.00"],
  [["70", "80"], "insufficient  75.00 75.00 10.00"],
  [["70"], "insufficient  70.00 70.00 0.00"],
  [[], "insufficient    "],
  [["69.99", "70.00", "69.995", "70", "69.98"], "trimmed 70.00 69.99 70.00 0.02"],
])("totals %j are %s", (totals, summary) => {
  expect(shown(summariseTotals(totals.map(decimal)))).toBe(summary);
});

test("order does not matter, and a trimmed mean lies within the kept totals", () => {
  const totals = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 5, maxLength: 15 });
  fc.assert(
    fc.property(totals, fc.nat(), (hundredths, turn) => {
      const values = hundredths.map((units) => ({ units: BigInt(units), scale: 2 }));
      const turned = [
        ...values.slice(turn % values.length),
        ...values.slice(0, turn % values.length),
      ].toReversed();
      const summary = summariseTotals(values);
      expect(shown(summariseTotals(turned))).toBe(shown(summary));
      const kept = [...hundredths].sort((a, b) => a - b).slice(1, -1);
      expect(Number(summary.score?.units)).toBeGreaterThanOrEqual(kept[0]!);
      expect(Number(summary.score?.units)).toBeLessThanOrEqual(kept.at(-1)!);
      const exact = kept.reduce((sum, value) => sum + value, 0) / kept.length;
      expect(Math.abs(Number(summary.score?.units) - exact)).toBeLessThanOrEqual(0.5);
    }),
  );
});

test.each([
  ["70", true, "shortlist"],
  ["69.99", true, "reserve"],
  ["60", true, "reserve"],
  ["59.99", true, "fail"],
  ["85", false, "reserve"],
  ["59.99", false, "fail"],
])("%s with floors met %s is %s", (score, floorsMet, outcome) => {
  expect(outcomeOf(c5Rubric, decimal(score), floorsMet)).toBe(outcome);
});

describe("aggregateScores", () => {
  test("gives the means, floors, advice and outcome of a panel", () => {
    const panel = [
      sheet(["4", "4.5", "3.5", "4", "4", "3.5", "4"], "recommend"),
      sheet(["4", "4", "4", "3.5", "2.5", "4", "4"], "conditional"),
      sheet(["4.5", "4", "4", "4", "2.5", "3.5", "3.5"], "recommend"),
      sheet(["4", "4", "3.5", "4", "3", "4", "4"], "conditional"),
      sheet(["3.5", "4.5", "4", "4", "2.5", "4", "4"], "not_recommend", false),
    ];
    const result = aggregateScores(c5Rubric, panel);
    expect(result.totals.map((total) => formatDecimal(total))).toEqual([
      "77.50",
      "76.00",
      "76.00",
      "75.50",
      "77.00",
    ]);
    expect(shown(result)).toBe("trimmed 76.33 76.40 76.00 2.00");
    expect(formatDecimal(result.criterionMeans["K2"]!)).toBe("4.20");
    expect(formatDecimal(result.criterionMeans["K5"]!)).toBe("2.90");
    expect(result.belowFloor).toEqual(["K5"]);
    expect(result.outcome).toBe("reserve");
    expect(result.moderation).toEqual([]);
    expect(result.advice).toEqual({ recommend: 2, conditional: 2, not_recommend: 1 });
    expect(result.outOfScope).toBe(1);
    expect(result.sheets).toBe(5);
  });

  test("a criterion mean of exactly 3.0 meets its floor", () => {
    const result = aggregateScores(c5Rubric, [
      flat("4", { K5: "3" }),
      flat("4", { K5: "2.5" }),
      flat("4", { K5: "3.5" }),
    ]);
    expect(result.belowFloor).toEqual([]);
    expect(result.outcome).toBe("shortlist");
  });

  test("a criterion's own floor holds for it alone, above or under the common one", () => {
    const withFloors = (floors: Record<string, string>) => ({
      ...c5Rubric,
      criteria: c5Rubric.criteria.map((c) => ({ ...c, ...(floors[c.key] && { floor: floors[c.key]! }) })),
    });
    const panel = [flat("4", { K5: "2.5" }), flat("4", { K5: "3" }), flat("4", { K5: "2.5" })];
    const under = (floors: Record<string, string>) => {
      const { belowFloor, outcome } = aggregateScores(withFloors(floors), panel);
      return [belowFloor, outcome];
    };
    expect(under({})).toEqual([["K5"], "reserve"]);
    expect(under({ K5: "2.5" })).toEqual([[], "shortlist"]);
    expect(under({ K2: "4.5", K5: "2.67" })).toEqual([["K2"], "reserve"]);
    expect(under({ K2: "4", K5: "2.68" })).toEqual([["K5"], "reserve"]);
  });

  test("20 points apart, or two against two, go to moderation", () => {
    const apart = aggregateScores(c5Rubric, [flat("3"), flat("4"), flat("3.5")]);
    expect(formatDecimal(apart.spread!)).toBe("20.00");
    expect(apart.moderation).toEqual(["spread"]);
    const near = aggregateScores(c5Rubric, [flat("3", { K4: "3.5" }), flat("4"), flat("3.5")]);
    expect(formatDecimal(near.spread!)).toBe("19.00");
    expect(near.moderation).toEqual([]);
    const advised = (advice: Advice[]) =>
      aggregateScores(
        c5Rubric,
        advice.map((each) => flat("4", {}, each)),
      ).moderation;
    expect(advised(["recommend", "recommend", "not_recommend", "not_recommend"])).toEqual(["opposed_advice"]);
    expect(advised(["recommend", "recommend", "recommend", "not_recommend"])).toEqual([]);
  });

  test("below three sheets there is no score and no outcome", () => {
    expect(aggregateScores(c5Rubric, [flat("5"), flat("5")])).toMatchObject({
      score: null,
      outcome: null,
      sheets: 2,
    });
    expect(aggregateScores(c5Rubric, [])).toMatchObject({
      score: null,
      outcome: null,
      criterionMeans: {},
      moderation: [],
    });
  });

  test("raising one score never lowers the rule-book score", () => {
    const steps = fc.array(fc.nat({ max: 9 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(
        fc.array(steps, { minLength: 3, maxLength: 9 }),
        fc.nat(),
        fc.nat({ max: 6 }),
        (panel, who, what) => {
          const sheets = (rows: readonly (readonly number[])[]) =>
            rows.map((row) =>
              sheet(
                row.map((step) => scoreSteps[step]!),
                "conditional",
              ),
            );
          const raised = panel.map((row, index) =>
            index === who % panel.length ? row.map((step, at) => (at === what ? step + 1 : step)) : row,
          );
          const before = aggregateScores(c5Rubric, sheets(panel)).score!;
          expect(
            compareDecimals(aggregateScores(c5Rubric, sheets(raised)).score!, before),
          ).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

function sheet(scores: readonly Score[], advice: Advice, inScope = true): SheetScores {
  return {
    scores: Object.fromEntries(c5Rubric.criteria.map(({ key }, index) => [key, scores[index]!])),
    advice,
    inScope,
  };
}

function flat(
  score: Score,
  changed: Record<string, Score> = {},
  advice: Advice = "conditional",
): SheetScores {
  const plain = sheet(
    c5Rubric.criteria.map(() => score),
    advice,
  );
  return { ...plain, scores: { ...plain.scores, ...changed } };
}
