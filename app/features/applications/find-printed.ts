import { companyRole, isStaff } from "#app/domain/accounts/actor.ts";
import type { SubmissionSnapshot } from "#app/domain/applications/submission-snapshot.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import type { SnapshotEnv } from "#app/domain/forms/snapshot.ts";
import type { Context } from "#app/features/context.ts";
import type { ApplicationHead } from "./application-head.ts";
import { findApplication } from "./find-application.ts";
import { findDraft } from "./find-draft.ts";
import { findSubmission } from "./find-submission.ts";

/** A version, the draft, or neither for what stands. */
export interface WantedVersion {
  applicationId: string;
  version?: number;
  draft?: boolean;
}

/** What a printed application says, as far as its reader may see it. */
export interface PrintedApplication {
  head: ApplicationHead;
  /** Undefined for a draft. */
  submitted: PrintedSubmission | undefined;
  definition: FormDefinition;
  raw: RawAnswers;
  env: SnapshotEnv;
  showRestricted: boolean;
}

export interface PrintedSubmission {
  number: string;
  version: number;
  sha256: string;
  submittedAt: string;
  /** Its company and the fund's people know who signed; reviewers do not. */
  signedName?: string;
  snapshot: SubmissionSnapshot;
}

/**
 * Undefined exactly where the application itself would be, and for a version that is not there. A company also gets
 * its draft: when it asks for it, and while nothing is submitted.
 */
export async function findPrinted(
  ctx: Context,
  wanted: WantedVersion,
): Promise<PrintedApplication | undefined> {
  const head = await findApplication(ctx, wanted.applicationId, { tests: true });
  if (!head) return undefined;
  const isOwn = companyRole(ctx.actor, head.companyId) !== undefined;
  if (isOwn && (wanted.draft || head.currentSubmissionId === null)) {
    const draft = await findDraft(ctx, head.id);
    if (!draft) return undefined;
    const { definition, raw, env, mayReadRestricted } = draft;
    return { head, submitted: undefined, definition, raw, env, showRestricted: mayReadRestricted };
  }
  const submission = await findSubmission(ctx, wanted);
  if (!submission) return undefined;
  const { number, version, sha256, submittedAt, signedName, snapshot } = submission;
  const { definition, env, mayReadRestricted } = submission;
  const showSigner = isOwn || isStaff(ctx.actor);
  const submitted = { number, version, sha256, submittedAt, snapshot, ...(showSigner ? { signedName } : {}) };
  return { head, submitted, definition, raw: snapshot.raw, env, showRestricted: mayReadRestricted };
}
