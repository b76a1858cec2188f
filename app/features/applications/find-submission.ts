import { can } from "#app/domain/applications/policy.ts";
import type { SubmissionSnapshot } from "#app/domain/applications/submission-snapshot.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { SnapshotEnv } from "#app/domain/forms/snapshot.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { type ApplicationHead, applicationHeads, standingOf, subjectOf } from "./application-head.ts";

export interface FoundSubmission {
  id: string;
  head: ApplicationHead;
  number: string;
  version: number;
  sha256: string;
  signedName: string;
  submittedBy: string;
  submittedAt: string;
  /** Whether this is the version that stands. */
  isCurrent: boolean;
  snapshot: SubmissionSnapshot;
  definition: FormDefinition;
  /** What the form's conditions need, as it was on the day of the submission. */
  env: SnapshotEnv;
  mayReadRestricted: boolean;
}

/** A submission as it was signed: the one that stands, or an earlier version; undefined where it may not be read. */
export async function findSubmission(
  ctx: Context,
  { applicationId, version }: { applicationId: string; version?: number },
): Promise<FoundSubmission | undefined> {
  let query = applicationHeads(ctx.db.read, ctx.actor)
    .innerJoin("submission as s", "s.application_id", "application.id")
    .select([
      "s.id as submissionId",
      "s.version as submissionVersion",
      "s.snapshot",
      "s.sha256",
      "s.signed_name as signedName",
      "s.submitted_by as submittedBy",
      "s.submitted_at as submissionAt",
    ])
    .where("application.id", "=", applicationId);
  query =
    version === undefined
      ? query.whereRef("s.id", "=", "application.current_submission_id")
      : query.where("s.version", "=", version);
  const row = await query.executeTakeFirst();
  if (!row) return undefined;
  const subject = subjectOf(row, await standingOf(ctx.db.read, ctx.actor, applicationId));
  if (!can(ctx.actor, "read", subject, ctx.now)) return undefined;
  const {
    submissionId,
    submissionVersion,
    snapshot: json,
    sha256,
    signedName,
    submittedBy,
    submissionAt,
    ...head
  } = row;
  const snapshot = JSON.parse(json) as SubmissionSnapshot;
  return {
    id: submissionId,
    head,
    number: snapshot.submission.number,
    version: submissionVersion,
    sha256,
    signedName,
    submittedBy,
    submittedAt: submissionAt,
    isCurrent: submissionId === head.currentSubmissionId,
    snapshot,
    definition: await formOfVersion(ctx.db.read, snapshot.form.id),
    env: { today: beijingDay(submissionAt), files: snapshot.files },
    mayReadRestricted: can(ctx.actor, "read_restricted", subject, ctx.now),
  };
}
