import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propose, type ProposalTask } from "#app/analysis/assignment/propose.ts";

const topics = (text: string) => ({ declared: {}, text });
const texts = ["碳化硅外延与高压器件", "EDA tools for layout", "封装测试产线", "RF front-end in GaN", ""];

/** Enough reviewers for most of them to be solvable, with conflicts, bans, earlier proposals and gaps at random. */
const tasks: fc.Arbitrary<ProposalTask> = fc
  .record({ applications: fc.integer({ min: 1, max: 5 }), reviewers: fc.integer({ min: 3, max: 8 }) })
  .chain(({ applications, reviewers }) => {
    const pairs = fc.array(
      fc.tuple(fc.integer({ min: 0, max: applications - 1 }), fc.integer({ min: 0, max: reviewers - 1 })),
      { maxLength: 12 },
    );
    const sides = (count: number) =>
      fc.array(fc.constantFrom(...texts).map(topics), { minLength: count, maxLength: count });
    return fc.record({
      mode: fc.constant("max_sum" as const),
      applications: sides(applications),
      reviewers: sides(reviewers),
      wishes: pairs.map((list) => list.map(([a, r]) => [a, r, "keen"] as const)),
      weights: fc.constant({ declared: 50, text: 40, wish: 10 }),
      coverage: fc.constant(Array<number>(applications).fill(2)),
      composition: fc.constantFrom<readonly number[]>([], [1]),
      exceptions: fc.constantFrom<ProposalTask["exceptions"]>([], [[0, [0]]]),
      discipline: fc.array(fc.constantFrom(0, 1), { minLength: reviewers, maxLength: reviewers }),
      loadMin: fc.constant(Array<number>(reviewers).fill(0)),
      loadMax: fc.constant(Array<number>(reviewers).fill(3)),
      blocked: pairs,
      pins: fc.constant([]),
      before: pairs.map((list) =>
        Array.from({ length: applications }, (_, at) => [
          ...new Set(list.filter(([a]) => a === at).map(([, r]) => r)),
        ]),
      ),
      isAnew: fc.boolean(),
      price: fc.constant(0.1),
      seed: fc.integer({ min: 0, max: 99 }),
    });
  })
  .map(({ isAnew, before, ...task }) => (isAnew ? { ...task, before } : task));

describe("a proposal", () => {
  it("never has a pair that a conflict or a ban forbids, and its proof says so", () => {
    fc.assert(
      fc.property(tasks, (task) => {
        const found = propose(task, undefined, () => true);
        if (!found.ok) return;
        const blocked = new Set(task.blocked.map(([a, r]) => `${a} ${r}`));
        found.reviewersOf.forEach((reviewers, application) => {
          for (const reviewer of reviewers) expect(blocked).not.toContain(`${application} ${reviewer}`);
        });
        expect(found.proof.breaches).toBe(0);
        expect(found.proof.bound).toBeGreaterThanOrEqual(found.proof.value);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it("asks less of an application that is excepted, and says what is missing of one that is not", () => {
    const task: ProposalTask = {
      ...{ mode: "max_sum", applications: [topics("外延")], reviewers: [topics("外延"), topics("封装")] },
      ...{ wishes: [], weights: { declared: 1, text: 1, wish: 1 }, coverage: [2], composition: [0, 1] },
      ...{ exceptions: [], discipline: [0, 0], loadMin: [0, 0], loadMax: [1, 1], blocked: [], pins: [] },
      ...{ price: 0, seed: 1 },
    };
    const missing = propose(task, undefined, () => true);
    expect(missing).toMatchObject({ ok: false, reason: "infeasible" });
    const excepted = propose({ ...task, exceptions: [[0, [0, 0]]] }, undefined, () => true);
    expect(excepted).toMatchObject({ ok: true, reviewersOf: [[0, 1]] });
  });

  it("stops when it is told to", () => {
    const task = fc.sample(tasks, { numRuns: 1, seed: 1 })[0]!;
    expect(propose(task, undefined, () => false)).toEqual({ ok: false, reason: "cancelled" });
  });
});
