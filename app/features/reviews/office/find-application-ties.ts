import { rawAnswersOf } from "#app/domain/applications/draft/draft-section.ts";
import type { SubmissionSnapshot } from "#app/domain/applications/submission-snapshot.ts";
import type { ApplicationTies } from "#app/domain/reviews/conflict-of-interest.ts";
import { tiesOfAnswers } from "#app/domain/reviews/ties-of-answers.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import type { Read } from "#app/platform/database/database.ts";

export interface FoundTies extends Omit<ApplicationTies, "competitorUsccs"> {
  callId: string;
  companyNames: readonly string[];
}

/** Whom the submitted answers of an application name: the other side of every conflict the portal can see. */
export async function findApplicationTies(db: Read, applicationId: string): Promise<FoundTies | undefined> {
  const row = await db
    .selectFrom("application as a")
    .innerJoin("company as c", "c.id", "a.company_id")
    .leftJoin("submission as s", "s.id", "a.current_submission_id")
    .select([
      "a.call_id as callId",
      "a.form_version_id as formVersionId",
      "c.uscc",
      "c.name_zh",
      "c.name_en",
      "s.snapshot",
    ])
    .where("a.id", "=", applicationId)
    .executeTakeFirst();
  if (!row) return undefined;
  const raw = row.snapshot === null ? rawAnswersOf([]) : (JSON.parse(row.snapshot) as SubmissionSnapshot).raw;
  const definition = await formOfVersion(db, row.formVersionId);
  return {
    callId: row.callId,
    applicantUscc: row.uscc,
    companyNames: [row.name_zh, row.name_en].filter(Boolean),
    ...tiesOfAnswers(definition, raw),
  };
}
