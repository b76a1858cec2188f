import { flagDifferences } from "#app/domain/applications/flag-differences.ts";
import { rawAnswersOf } from "#app/domain/applications/draft/draft-section.ts";
import type { SubmissionSnapshot } from "#app/domain/applications/submission-snapshot.ts";
import { takeSnapshot } from "#app/domain/forms/snapshot.ts";
import { checkEnvOf, type DraftFile } from "#app/features/applications/find-draft.ts";
import { listCorrectionItems } from "#app/features/applications/list-correction-items.ts";
import { listStoredSections } from "#app/features/applications/list-stored-sections.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import type { Write } from "#app/platform/database/database.ts";
import { dialectOf } from "#app/platform/database/sql.ts";

/**
 * Brings the flags of a running correction up to date with the draft: one is answered while something under it
 * says otherwise than in the version that was flagged, and open again when it is changed back.
 */
export async function refreshAnsweredFlags(
  trx: Write,
  { now }: Pick<Context, "now">,
  applicationId: string,
): Promise<void> {
  const application = await lockFlagged(trx, applicationId);
  if (!application) return;
  const flags = await listCorrectionItems(trx, applicationId, application.round);
  if (flags.length === 0) return;
  const definition = await formOfVersion(trx, application.formVersionId);
  const before = JSON.parse(application.snapshot) as SubmissionSnapshot;
  const files = await listAllFiles(trx, applicationId);
  const standing = files.filter((file) => file.replacedBy === null && file.removedAt === null);
  const raw = rawAnswersOf((await listStoredSections(trx, applicationId)).map(({ fields }) => fields));
  const after = takeSnapshot(definition, raw, checkEnvOf(definition, application, standing, now));
  const isAnswered = (flag: (typeof flags)[number]) =>
    flagDifferences(definition, before, after, flag, files).length > 0;
  const turned = flags.filter((flag) => isAnswered(flag) !== (flag.answeredAt !== null));
  for (const [at, list] of [
    [now.toISOString(), turned.filter(({ answeredAt }) => answeredAt === null)],
    [null, turned.filter(({ answeredAt }) => answeredAt !== null)],
  ] as const) {
    const ids = list.map(({ id }) => id);
    if (ids.length > 0)
      await trx.updateTable("correction_item").set({ answered_at: at }).where("id", "in", ids).execute();
  }
}

/** Taken first, so that of two changes at once the later one sees what the earlier one saved. */
const lockFlagged = (trx: Write, applicationId: string) =>
  trx
    .selectFrom("application")
    .innerJoin("submission as s", "s.id", "application.current_submission_id")
    .innerJoin("company", "company.id", "application.company_id")
    .select(["application.form_version_id as formVersionId", "application.correction_round as round"])
    .innerJoin("call", "call.id", "application.call_id")
    .select(["s.snapshot", "company.uscc", "company.uscc_state as usccState"])
    .select(["call.minimum_fen as minimumFen", "call.maximum_fen as maximumFen"])
    .where("application.id", "=", applicationId)
    .where("application.state", "=", "supplement_required")
    .$call((query) => (dialectOf(trx) === "postgres" ? query.forNoKeyUpdate("application") : query))
    .executeTakeFirst();

/** Those that went too: they tell which file took whose place. */
const listAllFiles = (
  trx: Write,
  applicationId: string,
): Promise<(DraftFile & { removedAt: string | null })[]> =>
  trx
    .selectFrom("file")
    .select(["id", "question_key as questionKey", "name", "size", "sha256", "mime", "pages"])
    .select(["uploaded_by as uploadedBy", "uploaded_at as uploadedAt"])
    .select(["replaced_by as replacedBy", "removed_at as removedAt"])
    .where("application_id", "=", applicationId)
    .orderBy("uploaded_at")
    .orderBy("id")
    .execute();
