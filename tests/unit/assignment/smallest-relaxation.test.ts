import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AssignmentProblem } from "#app/analysis/assignment/assignment-problem.ts";
import { smallestRelaxations } from "#app/analysis/assignment/smallest-relaxation.ts";
import { solveMaxSum } from "#app/analysis/assignment/solve-max-sum.ts";
import { type Breach, breachesOf } from "#app/analysis/assignment/verify-assignment.ts";
import { smallProblems } from "./small-problems.ts";

const withoutCouples = smallProblems.map((problem): AssignmentProblem => ({ ...problem, apart: [] }));

const seatsMissing = (breaches: readonly Breach[]) =>
  breaches.reduce((sum, each) => sum + (each.kind === "coverage" ? each.wanted - each.found : 0), 0);
const demandsMissing = (breaches: readonly Breach[]) =>
  breaches.reduce((sum, each) => {
    if (each.kind === "discipline") return sum + each.wanted - each.found;
    return sum + (each.kind === "load" ? Math.max(0, each.least - each.found) : 0);
  }, 0);
const beyondLimits = (breaches: readonly Breach[]) =>
  breaches.reduce((sum, each) => sum + (each.kind === "load" ? Math.max(0, each.found - each.most) : 0), 0);

/** Every choice of at most the wanted reviewers, within conflicts and pins. */
function everyAttempt(problem: AssignmentProblem): Breach[][] {
  const { applications, reviewers, allowed, coverage, pins } = problem;
  const found: Breach[][] = [];
  const reviewersOf: number[][] = [];
  const tryFrom = (application: number): void => {
    if (application === applications) {
      found.push(breachesOf(problem, { reviewersOf, value: 0 }));
      return;
    }
    for (let set = 0; set < 1 << reviewers; set += 1) {
      const chosen = Array.from({ length: reviewers }, (_, at) => at).filter((at) => set & (1 << at));
      if (chosen.length > coverage[application]!) continue;
      if (chosen.some((at) => allowed[application * reviewers + at] !== 1)) continue;
      if (pins.some(([of, at]) => of === application && !chosen.includes(at))) continue;
      reviewersOf[application] = chosen;
      tryFrom(application + 1);
    }
  };
  tryFrom(0);
  return found;
}

const tiny = withoutCouples.filter(
  (problem) =>
    problem.applications * problem.reviewers <= 9 && smallestRelaxations(problem).unkeptPins.length === 0,
);

describe("the smallest relaxation", () => {
  it("gives up nothing where there is an assignment, and something where there is none", () => {
    fc.assert(
      fc.property(withoutCouples, (problem) => {
        const { keepingLimits, raisingLimits, shortage, unkeptPins } = smallestRelaxations(problem);
        const isSolvable = solveMaxSum(problem).ok;
        expect(keepingLimits.breaches.length + unkeptPins.length === 0).toBe(isSolvable);
        if (isSolvable) expect([raisingLimits, shortage]).toEqual([undefined, undefined]);
      }),
      { numRuns: 600 },
    );
  });

  it("leaves as few seats empty as any attempt within the limits", () => {
    fc.assert(
      fc.property(tiny, (problem) => {
        const { breaches } = smallestRelaxations(problem).keepingLimits;
        expect(beyondLimits(breaches)).toBe(0);
        const within = everyAttempt(problem).filter((each) => beyondLimits(each) === 0);
        expect(seatsMissing(breaches)).toBe(Math.min(...within.map(seatsMissing)));
      }),
      { numRuns: 250 },
    );
  });

  it("raises limits by as little as any attempt that fills every seat there are people for", () => {
    let raised = 0;
    fc.assert(
      fc.property(tiny, (problem) => {
        const { raisingLimits } = smallestRelaxations(problem);
        if (!raisingLimits) return;
        raised += 1;
        const { breaches } = raisingLimits;
        const all = everyAttempt(problem);
        const fewestSeats = Math.min(...all.map(seatsMissing));
        const filled = all.filter((each) => seatsMissing(each) === fewestSeats);
        const fewestDemands = Math.min(...filled.map(demandsMissing));
        const best = filled.filter((each) => demandsMissing(each) === fewestDemands);
        expect(seatsMissing(breaches)).toBe(fewestSeats);
        expect(demandsMissing(breaches)).toBe(fewestDemands);
        expect(beyondLimits(breaches)).toBe(Math.min(...best.map(beyondLimits)));
      }),
      { numRuns: 500 },
    );
    expect(raised).toBeGreaterThan(20);
  });

  it("names pins that a conflict forbids or that there is no room for, and tries the rest", () => {
    const problem: AssignmentProblem = {
      ...{ applications: 2, reviewers: 2, similarity: new Float64Array(4) },
      ...{ allowed: Uint8Array.from([0, 1, 1, 1]), coverage: Int32Array.from([1, 1]) },
      ...{ loadMin: new Int32Array(2), loadMax: Int32Array.from([2, 2]), discipline: new Uint8Array(2) },
      ...{ composition: [], pins: [], apart: [], seed: 1 },
    };
    const pins = [
      [0, 0],
      [1, 0],
      [1, 1],
    ] as const;
    const { unkeptPins, keepingLimits } = smallestRelaxations({ ...problem, pins });
    expect(unkeptPins).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(keepingLimits.breaches).toEqual([]);
  });
});
