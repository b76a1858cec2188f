import fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import { unit } from "#app/analysis/assignment/assignment-problem.ts";
import { floorTolerance, solveFair, worstOf } from "#app/analysis/assignment/solve-fair.ts";
import { breachesOf } from "#app/analysis/assignment/verify-assignment.ts";
import { hasMidl, midl } from "./midl.ts";
import { allByTrying, smallProblems } from "./small-problems.ts";

const highs = await loadHighs();

describe("fair mode", () => {
  it("finds the largest floor, and under it the largest sum, as trying everything does", () => {
    let solved = 0;
    fc.assert(
      fc.property(smallProblems, (problem) => {
        const all = allByTrying(problem).map((each) => ({
          ...each,
          floor: worstOf(problem, each.reviewersOf),
        }));
        const result = solveFair(highs, problem);
        expect(result.ok).toBe(all.length > 0);
        if (!result.ok) return;
        solved += 1;
        const floor = Math.max(...all.map((each) => each.floor));
        const best = Math.max(...all.filter((each) => each.floor >= result.floor).map(({ value }) => value));
        expect(breachesOf(problem, result.assignment)).toEqual([]);
        expect(result.floor).toBeGreaterThanOrEqual(floor - floorTolerance);
        expect(Math.abs(result.assignment.value - best)).toBeLessThan(floorTolerance);
        expect(result.bound).toBeGreaterThanOrEqual(best - floorTolerance);
      }),
      { numRuns: 160 },
    );
    expect(solved).toBeGreaterThan(25);
  });

  it.skipIf(!hasMidl)("is 201.7687 for MIDL, with nobody under 0.944839", () => {
    const result = solveFair(highs, midl());
    if (!result.ok) throw new Error(result.reason);
    expect(result.isExact).toBe(true);
    expect(result.assignment.value / unit).toBeCloseTo(201.7687, 4);
    expect(result.floor / unit).toBeCloseTo(0.944_839, 5);
    expect(result.bound / unit).toBeCloseTo(201.7687, 4);
    expect(breachesOf(midl(), result.assignment)).toEqual([]);
  });
});
