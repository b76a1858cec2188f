import fc from "fast-check";
import {
  type Assignment,
  type AssignmentProblem,
  unit,
  valueOf,
} from "#app/analysis/assignment/assignment-problem.ts";
import { breachesOf } from "#app/analysis/assignment/verify-assignment.ts";

/** Small enough that every assignment can be tried, with every kind of rule now and then. */
export const smallProblems: fc.Arbitrary<AssignmentProblem> = fc
  .record({
    applications: fc.integer({ min: 1, max: 4 }),
    reviewers: fc.integer({ min: 2, max: 5 }),
  })
  .chain(({ applications, reviewers }) =>
    fc.record({
      applications: fc.constant(applications),
      reviewers: fc.constant(reviewers),
      // Few values, so that ties are the rule.
      similarity: fc
        .array(fc.integer({ min: 0, max: 6 }), {
          minLength: applications * reviewers,
          maxLength: applications * reviewers,
        })
        .map((values) => Float64Array.from(values, (value) => Math.round((value * unit) / 6))),
      allowed: fc
        .array(fc.integer({ min: 0, max: 4 }), {
          minLength: applications * reviewers,
          maxLength: applications * reviewers,
        })
        .map((values) => Uint8Array.from(values, (value) => (value > 0 ? 1 : 0))),
      coverage: fc
        .array(fc.integer({ min: 1, max: 3 }), { minLength: applications, maxLength: applications })
        .map((values) => Int32Array.from(values)),
      loadMin: fc
        .array(fc.constantFrom(0, 0, 0, 1), { minLength: reviewers, maxLength: reviewers })
        .map((values) => Int32Array.from(values)),
      loadMax: fc
        .array(fc.integer({ min: 1, max: 4 }), { minLength: reviewers, maxLength: reviewers })
        .map((values) => Int32Array.from(values)),
      discipline: fc
        .array(fc.constantFrom(0, 1), { minLength: reviewers, maxLength: reviewers })
        .map((values) => Uint8Array.from(values)),
      composition: fc.constantFrom<readonly number[]>([], [], [1], [0, 1], [1, 1]),
      pins: fc.constantFrom<readonly (readonly [number, number])[]>(
        [],
        [],
        [[0, 0]],
        [
          [0, 0],
          [applications - 1, 0],
        ],
        [
          [0, 0],
          [0, 1],
        ],
      ),
      apart: fc.constantFrom<readonly (readonly [number, number])[]>(
        [],
        [],
        [[0, 1]],
        [
          [0, 1],
          [1, reviewers - 1],
        ],
      ),
      seed: fc.integer({ min: 0, max: 99 }),
    }),
  )
  .map((problem) => ({ ...problem, pins: problem.pins.filter(isFirst) }))
  .map((problem) => ({ ...problem, apart: problem.apart.filter(([one, other]) => one !== other) }))
  .filter(({ pins, allowed, reviewers }) => pins.every(([a, r]) => allowed[a * reviewers + r] === 1));

const isFirst = (pin: readonly [number, number], at: number, all: readonly (readonly [number, number])[]) =>
  all.findIndex((each) => each[0] === pin[0] && each[1] === pin[1]) === at;

/** The largest value within the rules, by trying everything; undefined when nothing is. */
export function bestByTrying(problem: AssignmentProblem): number | undefined {
  const values = allByTrying(problem).map(({ value }) => value);
  return values.length === 0 ? undefined : Math.max(...values);
}

/** Every assignment within the rules. */
export function allByTrying(problem: AssignmentProblem): Assignment[] {
  const found: Assignment[] = [];
  const reviewersOf: number[][] = [];
  const tryFrom = (application: number): void => {
    if (application < problem.applications) {
      for (const choice of choices(problem.reviewers, problem.coverage[application]!)) {
        reviewersOf[application] = choice;
        tryFrom(application + 1);
      }
    } else if (breachesOf(problem, { reviewersOf, value: 0 }).length === 0)
      found.push({ reviewersOf: [...reviewersOf], value: valueOf(problem, reviewersOf) });
  };
  tryFrom(0);
  return found;
}

function choices(of: number, size: number): number[][] {
  if (size === 0) return [[]];
  if (of < size) return [];
  return [...choices(of - 1, size), ...choices(of - 1, size - 1).map((rest) => [...rest, of - 1])];
}
