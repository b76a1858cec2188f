import { createHash } from "node:crypto";
import type { CalibrationInput } from "#app/analysis/calibration/calibrate.ts";
import type { Read } from "#app/platform/database/database.ts";

export interface CallScores {
  input: CalibrationInput;
  applicationIds: string[];
  reviewerIds: string[];
  /** SHA-256 of everything the result follows from. */
  hash: string;
}

/** One more when the method changes: what was computed by another is computed anew. */
const method = 1;
const seed = 20_260_101;

/** Totals that are in, under the call's own rubric, of reviewers who are not recused (domain.md §5.4). */
export async function loadScores(db: Read, callId: string): Promise<CallScores> {
  const rows = await db
    .selectFrom("score_summary as s")
    .innerJoin("call as c", "c.id", "s.call_id")
    .innerJoin("assignment as g", "g.application_id", "s.application_id")
    .innerJoin("review as r", "r.assignment_id", "g.id")
    .select(["g.application_id as applicationId", "g.reviewer_id as reviewerId", "r.total_x100 as total"])
    .where("s.call_id", "=", callId)
    .where("s.state", "!=", "withdrawn")
    .where("g.state", "=", "submitted")
    .where("r.state", "=", "submitted")
    .whereRef("r.rubric_version_id", "=", "c.rubric_version_id")
    .orderBy("g.application_id")
    .orderBy("g.reviewer_id")
    .execute();
  const [applications, reviewers] = [new Map<string, number>(), new Map<string, number>()];
  const hash = createHash("sha256").update(`${method} ${seed}\n`);
  const input = {
    ...{ application: new Int32Array(rows.length), reviewer: new Int32Array(rows.length) },
    ...{ score: new Float64Array(rows.length), seed },
  };
  for (const [index, { applicationId, reviewerId, total }] of rows.entries()) {
    input.application[index] = numberOf(applications, applicationId);
    input.reviewer[index] = numberOf(reviewers, reviewerId);
    input.score[index] = (total ?? 0) / 100;
    hash.update(`${applicationId} ${reviewerId} ${total}\n`);
  }
  return {
    input: { ...input, applications: applications.size, reviewers: reviewers.size },
    ...{ applicationIds: [...applications.keys()], reviewerIds: [...reviewers.keys()] },
    hash: hash.digest("hex"),
  };
}

function numberOf(numbers: Map<string, number>, id: string): number {
  const known = numbers.get(id);
  if (known !== undefined) return known;
  numbers.set(id, numbers.size);
  return numbers.size - 1;
}
