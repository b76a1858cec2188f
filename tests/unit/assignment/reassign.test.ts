import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AssignmentProblem, unit, valueOf } from "#app/analysis/assignment/assignment-problem.ts";
import { joinParts } from "#app/analysis/assignment/join-parts.ts";
import { reassign } from "#app/analysis/assignment/reassign.ts";
import { solveMaxSum } from "#app/analysis/assignment/solve-max-sum.ts";
import { breachesOf } from "#app/analysis/assignment/verify-assignment.ts";
import { connectedParts } from "#app/analysis/connected-parts.ts";
import { allByTrying, smallProblems } from "./small-problems.ts";

const kept = (one: readonly (readonly number[])[], other: readonly (readonly number[])[]) =>
  one.reduce((sum, list, at) => sum + list.filter((reviewer) => other[at]?.includes(reviewer)).length, 0);

describe("a new assignment after somebody left", () => {
  it("weighs each pair given up at the price, and no other assignment weighs more", () => {
    fc.assert(
      fc.property(smallProblems, fc.nat(), fc.constantFrom(0, 0.1, 0.5, 1), (problem, choice, price) => {
        const solved = solveMaxSum(problem);
        if (!solved.ok) return;
        const standing = solved.assignment.reviewersOf;
        const gone = choice % problem.reviewers;
        const without: AssignmentProblem = {
          ...problem,
          pins: problem.pins.filter(([, reviewer]) => reviewer !== gone),
          loadMin: problem.loadMin.map((least, at) => (at === gone ? 0 : least)),
          allowed: problem.allowed.map((each, at) => (at % problem.reviewers === gone ? 0 : each)),
        };
        const again = reassign(without, standing, price);
        const all = allByTrying(without);
        expect(again.ok).toBe(all.length > 0);
        if (!again.ok) return;
        expect(breachesOf(without, again.assignment)).toEqual([]);
        const weight = (reviewersOf: readonly (readonly number[])[]) =>
          valueOf(without, reviewersOf) / unit + price * kept(reviewersOf, standing);
        const best = Math.max(...all.map(({ reviewersOf }) => weight(reviewersOf)));
        expect(weight(again.assignment.reviewersOf)).toBeCloseTo(best, 6);
        const moved = again.changes.reduce((sum, { removed }) => sum + removed.length, 0);
        const seats = standing.reduce((sum, list) => sum + list.length, 0);
        expect(moved).toBe(seats - kept(again.assignment.reviewersOf, standing));
      }),
      { numRuns: 500 },
    );
  });
});

describe("parts that share no reviewer", () => {
  /** Two fields, each with its own experts: the best assignment falls apart. */
  const twoFields = (bridged: boolean): AssignmentProblem => {
    const [applications, reviewers] = [8, 8];
    const same = (application: number, reviewer: number) => application < 4 === reviewer < 4;
    const cells = Array.from({ length: applications * reviewers }, (_, at) =>
      same(Math.floor(at / reviewers), at % reviewers),
    );
    return {
      ...{ applications, reviewers, similarity: Float64Array.from(cells, (own) => (own ? unit : unit / 10)) },
      ...{ allowed: Uint8Array.from(cells, (own) => (own || bridged ? 1 : 0)) },
      ...{ coverage: new Int32Array(applications).fill(3), loadMin: new Int32Array(reviewers) },
      ...{ loadMax: new Int32Array(reviewers).fill(3), discipline: new Uint8Array(reviewers) },
      ...{ composition: [], pins: [], apart: [], seed: 3 },
    };
  };
  const partsOf = (problem: AssignmentProblem, reviewersOf: readonly (readonly number[])[]) => {
    const pairs = reviewersOf.flatMap((list, application) => list.map((reviewer) => [application, reviewer]));
    return connectedParts(problem.applications, problem.reviewers, {
      application: pairs.map(([application]) => application!),
      reviewer: pairs.map(([, reviewer]) => reviewer!),
    }).count;
  };

  it("are joined by one exchange", () => {
    const problem = twoFields(true);
    const solved = solveMaxSum(problem);
    if (!solved.ok) throw new Error(solved.reason);
    expect(partsOf(problem, solved.assignment.reviewersOf)).toBe(2);
    const joined = joinParts(problem, solved.assignment);
    expect(joined.parts).toBe(1);
    expect(partsOf(problem, joined.assignment.reviewersOf)).toBe(1);
    expect(breachesOf(problem, joined.assignment)).toEqual([]);
    // Everybody is at the limit, so a bridge takes one pair each way.
    expect(solved.assignment.value - joined.assignment.value).toBe(2 * (unit - unit / 10));
  });

  it("stay apart where conflicts leave no bridge, and that is said", () => {
    const problem = twoFields(false);
    const solved = solveMaxSum(problem);
    if (!solved.ok) throw new Error(solved.reason);
    expect(joinParts(problem, solved.assignment)).toEqual({ assignment: solved.assignment, parts: 2 });
  });

  it("never breaks a rule", () => {
    fc.assert(
      fc.property(smallProblems, (problem) => {
        const solved = solveMaxSum(problem);
        if (!solved.ok) return;
        const { assignment, parts } = joinParts(problem, solved.assignment);
        expect(breachesOf(problem, assignment)).toEqual([]);
        expect(partsOf(problem, assignment.reviewersOf)).toBe(parts);
        expect(parts).toBeLessThanOrEqual(partsOf(problem, solved.assignment.reviewersOf));
      }),
      { numRuns: 400 },
    );
  });
});
