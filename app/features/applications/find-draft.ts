import type { CompanyRole } from "#app/domain/accounts/actor.ts";
import { checkedPaths } from "#app/domain/applications/draft/draft-section.ts";
import { can } from "#app/domain/applications/policy.ts";
import { acceptsSubmissions, callState } from "#app/domain/calls/call-state.ts";
import { copiedKeysOf } from "#app/domain/applications/copied-answers.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import type { HashedFile, SnapshotEnv } from "#app/domain/forms/snapshot.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import type { Read } from "#app/platform/database/database.ts";
import { keptStatement } from "#app/platform/database/kept-statement.ts";
import { type ApplicationHead, applicationHeads, roleIn, subjectOf } from "./application-head.ts";
import { keptEvaluation } from "./kept-evaluation.ts";
import { type CorrectionItem, listCorrectionItems } from "./list-correction-items.ts";
import { listStoredSections, type StoredSection } from "./list-stored-sections.ts";

export interface DraftFile {
  id: string;
  questionKey: string;
  name: string;
  size: number;
  sha256: string;
  mime: string;
  pages: number | null;
  uploadedBy: string;
  uploadedAt: string;
  replacedBy: string | null;
}

/** A company's own application as it stands now, submitted or not, with everything its pages need. */
export interface Draft {
  head: ApplicationHead;
  role: CompanyRole;
  definition: FormDefinition;
  sections: ReadonlyMap<string, StoredSection>;
  raw: RawAnswers;
  /** Of `raw` in `env`; shared with other pages of the draft, so only to be asked. */
  evaluation: FormEvaluation;
  /** Those that stand; replaced ones are in `replacedFiles` until the next submission. */
  files: readonly DraftFile[];
  replacedFiles: readonly DraftFile[];
  env: SnapshotEnv;
  /** What the office wants corrected; undefined while everything is open. */
  corrections: readonly CorrectionItem[] | undefined;
  mayEdit: boolean;
  mayReadRestricted: boolean;
  /** The call takes no more submissions, and no correction is asked for either. */
  isClosed: boolean;
}

/** For members of the company; everybody else gets undefined, as for an application that does not exist. */
export async function findDraft(ctx: Context, id: string): Promise<Draft | undefined> {
  const head = await applicationHeads(ctx.db.read, ctx.actor)
    .where("application.id", "=", id)
    .executeTakeFirst();
  const role = head && roleIn(ctx.actor, head);
  if (!head || !role) return undefined;
  return await draftOf(ctx.db.read, ctx, head, role);
}

/** The same inside a transaction, from a head already read. */
export async function draftOf(
  db: Read,
  ctx: Pick<Context, "actor" | "now">,
  head: ApplicationHead,
  role: CompanyRole,
): Promise<Draft> {
  const definition = await formOfVersion(db, head.formVersionId);
  const stored = await listStoredSections(db, head.id);
  const allFiles = await listDraftFiles(db, head.id);
  const corrections =
    head.state === "supplement_required"
      ? await listCorrectionItems(db, head.id, head.correctionRound)
      : undefined;
  const sections = new Map(stored.map((section) => [section.key, section]));
  const files = allFiles.filter((file) => file.replacedBy === null);
  const subject = subjectOf(head);
  const env = {
    ...checkEnvOf(definition, head, files, ctx.now),
    confirmedAmounts: checkedPaths(stored.map((section) => section.fields)),
  };
  const evaluation = keptEvaluation(db, head.id, { definition, sections: stored, env });
  return {
    head,
    role,
    definition,
    sections,
    raw: evaluation.raw,
    evaluation,
    files,
    replacedFiles: allFiles.filter((file) => file.replacedBy !== null),
    env,
    corrections,
    mayEdit: can(ctx.actor, "edit", subject, ctx.now),
    mayReadRestricted: can(ctx.actor, "read_restricted", subject, ctx.now),
    isClosed: corrections === undefined && !takesSubmission(head, ctx.now),
  };
}

/** While the call is open; a test only until then. */
export const takesSubmission = (head: ApplicationHead, now: Date): boolean =>
  head.isTest === 1 ? callState(head, now) === "not_open" : acceptsSubmissions(head, now);

/** Files of the draft, oldest first; a replaced one stays until the submission after it. */
export async function listDraftFiles(db: Read, applicationId: string): Promise<DraftFile[]> {
  return await standingFiles(db, { applicationId });
}

const standingFiles = keptStatement(["applicationId"], (db, { applicationId }) =>
  db
    .selectFrom("file")
    .select([
      "id",
      "question_key as questionKey",
      "name",
      "size",
      "sha256",
      "mime",
      "pages",
      "uploaded_by as uploadedBy",
      "uploaded_at as uploadedAt",
      "replaced_by as replacedBy",
    ])
    .where("application_id", "=", applicationId)
    .where("removed_at", "is", null)
    .orderBy("uploaded_at")
    .orderBy("id"),
);

export function checkEnvOf(
  definition: FormDefinition,
  head: Pick<ApplicationHead, "uscc" | "usccState" | "minimumFen" | "maximumFen">,
  files: readonly DraftFile[],
  now: Date,
): SnapshotEnv {
  const byQuestion: Record<string, HashedFile[]> = {};
  for (const { id, name, size, sha256, questionKey, pages } of files)
    (byQuestion[questionKey] ??= []).push({ id, name, size, sha256, ...(pages === null ? {} : { pages }) });
  return {
    today: beijingDay(now),
    files: byQuestion,
    confirmedUsccs: head.usccState === "confirmed" ? [head.uscc] : [],
    bounds: {
      [copiedKeysOf(definition).amount]: { minimumFen: head.minimumFen, maximumFen: head.maximumFen },
    },
  };
}
