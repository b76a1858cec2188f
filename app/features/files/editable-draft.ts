import { isOpenForChange } from "#app/domain/applications/correction.ts";
import { type FileQuestion, fileQuestion } from "#app/domain/applications/file-rules.ts";
import { can } from "#app/domain/applications/policy.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";
import type { Read, Write } from "#app/platform/database/database.ts";
import { dialectOf } from "#app/platform/database/sql.ts";

export interface EditableDraft {
  applicationId: string;
  companyId: string;
  callId: string;
  formVersionId: string;
  question: FileQuestion;
  /** What the office flagged, while only that may change. */
  flags: { id: string; sectionKey: string; questionKey: string; fileId: string }[] | undefined;
}

export type NotEditable = "not_found" | "not_editable" | "no_such_question" | "not_flagged";

/** The application and file question as far as this person may change them now. */
export async function editableDraft(
  db: Read,
  ctx: Pick<Context, "actor" | "now">,
  applicationId: string,
  questionKey: string,
): Promise<{ ok: true; draft: EditableDraft } | { ok: false; reason: NotEditable }> {
  const row = await visibleWithTests(db, ctx.actor)
    .innerJoin("call", "call.id", "application.call_id")
    .select([
      "application.company_id as companyId",
      "application.call_id as callId",
      "application.state",
      "application.due_at as dueAt",
      "application.form_version_id as formVersionId",
      "application.correction_round as round",
      "call.closes_at as closesAt",
    ])
    .where("application.id", "=", applicationId)
    .executeTakeFirst();
  if (!row) return { ok: false, reason: "not_found" };
  if (!can(ctx.actor, "edit", row, ctx.now)) return { ok: false, reason: "not_editable" };
  const question = fileQuestion(await formOfVersion(db, row.formVersionId), questionKey);
  if (!question) return { ok: false, reason: "no_such_question" };
  const flags = row.state === "supplement_required" ? await flagsOf(db, applicationId, row.round) : undefined;
  if (!isOpenForChange(flags, question.sectionKey, questionKey)) return { ok: false, reason: "not_flagged" };
  const { companyId, callId, formVersionId } = row;
  return { ok: true, draft: { applicationId, companyId, callId, formVersionId, question, flags } };
}

/** Files are counted and changed one after the other: of two uploads at once the second sees the first. */
export const holdDraft = (trx: Write, applicationId: string) =>
  trx
    .selectFrom("application")
    .select("id")
    .where("id", "=", applicationId)
    .$call((query) => (dialectOf(trx) === "postgres" ? query.forNoKeyUpdate() : query))
    .executeTakeFirst();

const flagsOf = (db: Read, applicationId: string, round: number) =>
  db
    .selectFrom("correction_item")
    .select(["id", "section_key as sectionKey", "question_key as questionKey", "file_id as fileId"])
    .where("application_id", "=", applicationId)
    .where("round", "=", round)
    .execute();
