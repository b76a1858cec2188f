import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unit } from "#app/analysis/assignment/assignment-problem.ts";
import { solveMaxSum } from "#app/analysis/assignment/solve-max-sum.ts";
import { breachesOf, verifyAssignment } from "#app/analysis/assignment/verify-assignment.ts";
import { hasMidl, midl } from "./midl.ts";
import { bestByTrying, smallProblems } from "./small-problems.ts";

describe("the largest sum of similarities", () => {
  it("is what trying everything finds, with a certificate that closes the gap", () => {
    let solved = 0;
    fc.assert(
      fc.property(smallProblems, (problem) => {
        const best = bestByTrying(problem);
        const result = solveMaxSum(problem);
        expect(result.ok).toBe(best !== undefined);
        if (!result.ok) {
          if (result.reason !== "infeasible") throw new Error(result.reason);
          const { bound } = verifyAssignment(problem, { reviewersOf: [], value: 0 }, result.certificate);
          expect(bound).toBe(-Infinity);
          return;
        }
        solved += 1;
        const verdict = verifyAssignment(problem, result.assignment, result.certificate);
        expect(verdict.breaches).toEqual([]);
        expect(verdict.value).toBe(best);
        expect(verdict.gap).toBe(0);
      }),
      { numRuns: 1_500 },
    );
    expect(solved).toBeGreaterThan(300);
  });

  it("chooses the same among equals for the same seed", () => {
    const flat = {
      ...{ applications: 12, reviewers: 9, similarity: new Float64Array(108).fill(unit / 2) },
      ...{ allowed: new Uint8Array(108).fill(1), coverage: new Int32Array(12).fill(3) },
      ...{ loadMin: new Int32Array(9), loadMax: new Int32Array(9).fill(5), discipline: new Uint8Array(9) },
      ...{ composition: [], pins: [], apart: [] },
    };
    const of = (seed: number) => {
      const result = solveMaxSum({ ...flat, seed });
      return result.ok ? result.assignment.reviewersOf : [];
    };
    expect(of(5)).toEqual(of(5));
    expect([1, 2, 3, 4].some((seed) => JSON.stringify(of(seed)) !== JSON.stringify(of(5)))).toBe(true);
  });

  it("gives up when told to", () => {
    fc.assert(
      fc.property(smallProblems, (drawn) => {
        const problem = { ...drawn, pins: [] };
        expect(solveMaxSum(problem, { proceed: () => false })).toEqual({ ok: false, reason: "cancelled" });
      }),
      { numRuns: 20 },
    );
  });

  it.skipIf(!hasMidl)("is 201.8849 for MIDL, 150.0431 with its least loads, both proved", () => {
    for (const [withLeast, expected] of [
      [false, 201.8849],
      [true, 150.0431],
    ] as const) {
      const problem = midl({ withLeast });
      const result = solveMaxSum(problem);
      if (!result.ok) throw new Error(result.reason);
      const { value, gap, breaches } = verifyAssignment(problem, result.assignment, result.certificate);
      expect(value / unit).toBeCloseTo(expected, 4);
      expect([gap, breaches]).toEqual([0, []]);
    }
  });
});

describe("the verifier", () => {
  it("bounds every assignment, whatever the prices", () => {
    fc.assert(
      fc.property(
        smallProblems,
        fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 5, maxLength: 5 }),
        (problem, prices) => {
          const best = bestByTrying(problem);
          if (best === undefined) return;
          const potentials = Float64Array.from({ length: problem.reviewers }, (_, at) =>
            Math.round((prices[at]! * unit) / 3),
          );
          const { bound } = verifyAssignment(problem, { reviewersOf: [], value: 0 }, { potentials });
          expect(bound).toBeGreaterThanOrEqual(best);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("sees a swap for something worse, and every broken rule by its name", () => {
    const problem = {
      ...{
        applications: 2,
        reviewers: 3,
        similarity: Float64Array.from([1, 0, 0, 0, 1, 0], (x) => x * unit),
      },
      ...{ allowed: Uint8Array.from([1, 1, 0, 1, 1, 1]), coverage: Int32Array.from([1, 1]) },
      ...{ loadMin: Int32Array.from([0, 0, 0]), loadMax: Int32Array.from([1, 1, 1]) },
      ...{ discipline: Uint8Array.from([0, 0, 1]), composition: [], pins: [], apart: [], seed: 0 },
    };
    const result = solveMaxSum(problem);
    if (!result.ok) throw new Error(result.reason);
    const swapped = { reviewersOf: [[1], [0]], value: 0 };
    expect(verifyAssignment(problem, swapped, result.certificate).gap).toBe(2 * unit);
    const rules = { ...problem, composition: [1], pins: [[0, 0]] as const, apart: [[0, 1]] as const };
    const kinds = breachesOf(rules, {
      reviewersOf: [
        [2, 2],
        [0, 1],
      ],
      value: 0,
    }).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(
      new Set(["not_allowed", "twice", "coverage", "discipline", "load", "pin", "apart"]),
    );
  });
});
