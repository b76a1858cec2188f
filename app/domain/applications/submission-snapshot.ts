import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { type Snapshot, type SnapshotEnv, takeSnapshot } from "#app/domain/forms/snapshot.ts";

/** Who submitted what to which call, as it was called that day. */
export interface SubmittedAs {
  applicationId: string;
  number: string;
  version: number;
  submittedAt: string;
  signedName: string;
  signedBy: string;
  company: { id: string; nameZh: string; nameEn: string; uscc: string };
  call: { code: string; year: number; titleZh: string; titleEn: string };
}

/**
 * What a submission keeps for ever. The form is named by its hash: its version's row is never changed or deleted,
 * and thousands of copies of it would tell no more.
 */
export interface SubmissionSnapshot {
  format: 1;
  submission: SubmittedAs;
  form: { id: string; code: string; version: number; sha256: string };
  answers: Snapshot["answers"];
  raw: RawAnswers;
  files: Snapshot["files"];
}

/** The bytes whose SHA-256 stands on the receipt. */
export function submissionJson(
  submission: SubmittedAs,
  form: { id: string; sha256: string; definition: FormDefinition },
  raw: RawAnswers,
  env: SnapshotEnv,
): string {
  const { answers, raw: typed, files } = takeSnapshot(form.definition, raw, env);
  const { code, version } = form.definition;
  const snapshot: SubmissionSnapshot = {
    format: 1,
    submission,
    form: { id: form.id, code, version, sha256: form.sha256 },
    answers,
    raw: typed,
    files,
  };
  return canonicalJson(snapshot as unknown as Parameters<typeof canonicalJson>[0]);
}
