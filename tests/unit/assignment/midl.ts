import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type AssignmentProblem, toUnits } from "#app/analysis/assignment/assignment-problem.ts";

// Kobren, Saha, McCallum (KDD 2019), iesl/fair-matching: reference data that is not the project's to hand on. It is
// used where REFERENCE_DATA names a folder with midl.bin: float32 similarities, int32 coverage, largest and least loads.
const file = join(process.env.REFERENCE_DATA ?? "", "midl.bin");

export const hasMidl = process.env.REFERENCE_DATA !== undefined && existsSync(file);

/** 118 applications × 177 reviewers; `withLeast` asks for the data's least loads too. */
export function midl({ withLeast = false } = {}): AssignmentProblem {
  const bytes = readFileSync(file);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const [applications, reviewers] = [118, 177];
  return {
    ...{ applications, reviewers },
    similarity: toUnits(new Float32Array(buffer, 0, applications * reviewers)),
    allowed: new Uint8Array(applications * reviewers).fill(1),
    coverage: new Int32Array(buffer, 83_544, applications),
    loadMax: new Int32Array(buffer, 84_016, reviewers),
    loadMin: withLeast ? new Int32Array(buffer, 84_724, reviewers) : new Int32Array(reviewers),
    discipline: new Uint8Array(reviewers),
    ...{ composition: [], pins: [], apart: [], seed: 1 },
  };
}
