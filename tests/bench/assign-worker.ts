import { parentPort, workerData } from "node:worker_threads";
import loadHighs from "highs";
import { type AssignmentProblem, toUnits, unit } from "#app/analysis/assignment/assignment-problem.ts";
import { solveFair } from "#app/analysis/assignment/solve-fair.ts";
import { solveMaxSum } from "#app/analysis/assignment/solve-max-sum.ts";
import { breachesOf, verifyAssignment } from "#app/analysis/assignment/verify-assignment.ts";
import { seededRandom } from "#app/analysis/seeded-random.ts";
import { midl } from "#tests/unit/assignment/midl.ts";
import type { AssignTask } from "./assign.ts";

/** Solves and verifies one problem, off the main thread as the portal has to. */
const task = workerData as AssignTask;
const problem = task.midl ? midl() : madeUp(task);
// The solver's own code is loaded once and kept; what a run costs is without it.
const highs = task.mode === "fair" ? await loadHighs() : undefined;
const begun = performance.now();
const figures = highs ? fair() : maxSum();
parentPort!.postMessage({ ms: performance.now() - begun, ...figures }, []);

function maxSum() {
  const result = solveMaxSum(problem);
  if (!result.ok) throw new Error(result.reason);
  const { value, gap, breaches } = verifyAssignment(problem, result.assignment, result.certificate);
  return { sum: value / unit, gap: gap / unit, worst: null, breaches: breaches.length };
}

function fair() {
  const result = solveFair(highs!, problem);
  if (!result.ok) throw new Error(result.reason);
  const { assignment, bound, floor } = result;
  return {
    ...{ sum: assignment.value / unit, gap: (bound - assignment.value) / unit, worst: floor / unit },
    breaches: breachesOf(problem, assignment).length,
  };
}

/** Everybody has a subject; closeness is that of subjects with some chance, and one pair in fifty is a conflict. */
function madeUp({ applications, reviewers }: AssignTask): AssignmentProblem {
  const random = seededRandom(4);
  const subjects = (count: number) => Float64Array.from({ length: count }, random);
  const [ours, theirs] = [subjects(applications), subjects(reviewers)];
  const similarity = new Float64Array(applications * reviewers);
  const allowed = new Uint8Array(applications * reviewers);
  for (let at = 0; at < similarity.length; at += 1) {
    const apart = Math.abs(ours[Math.floor(at / reviewers)]! - theirs[at % reviewers]!);
    similarity[at] = 0.7 * (1 - apart) + 0.3 * random();
    allowed[at] = random() < 0.02 ? 0 : 1;
  }
  return {
    ...{ applications, reviewers, similarity: toUnits(similarity), allowed },
    coverage: new Int32Array(applications).fill(3),
    loadMin: new Int32Array(reviewers),
    loadMax: new Int32Array(reviewers).fill(Math.ceil((3.6 * applications) / reviewers)),
    discipline: new Uint8Array(reviewers),
    ...{ composition: [], pins: [], apart: [], seed: 4 },
  };
}
