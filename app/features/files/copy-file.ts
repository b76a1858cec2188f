import { companyRole } from "#app/domain/accounts/actor.ts";
import { fileQuestion } from "#app/domain/applications/file-rules.ts";
import { can } from "#app/domain/applications/policy.ts";
import { hasAcceptedType } from "#app/domain/forms/accepted-type.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { refreshAnsweredFlags } from "#app/features/refresh-answered-flags.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { newId } from "#app/platform/new-id.ts";
import { type FileRefusal, filesOf, refusalOf } from "./add-file.ts";
import { editableDraft, holdDraft } from "./editable-draft.ts";

interface CopyFile {
  applicationId: string;
  questionKey: string;
  /** A file of another application of the same company. */
  fileId: string;
}

export type CopiedFile =
  { ok: true; fileId: string } | { ok: false; reason: FileRefusal | "no_such_file" | "pages_uncounted" };

/** Names the same stored bytes in another draft of the company; nothing is uploaded again. */
export async function copyFile(ctx: Context, input: CopyFile): Promise<CopiedFile> {
  return await ctx.db.write(async (trx): Promise<CopiedFile> => {
    const { applicationId, questionKey } = input;
    await holdDraft(trx, applicationId);
    const found = await editableDraft(trx, ctx, applicationId, questionKey);
    if (!found.ok) return found;
    const { draft } = found;
    const source = await readSource(trx, ctx, input.fileId, draft.companyId);
    if (!source) return { ok: false, reason: "no_such_file" };
    if (!hasAcceptedType(draft.question.question, source.name))
      return { ok: false, reason: "extension-not-allowed" };
    if (source.size > draft.question.question.maxSizeMb * 1024 * 1024)
      return { ok: false, reason: "too-large" };
    const { maxPages } = draft.question.question;
    // A large file is counted only where the number matters, which was not so where it was uploaded.
    if (maxPages !== undefined && source.pages === null) return { ok: false, reason: "pages_uncounted" };
    if (maxPages !== undefined && (source.pages ?? 0) > maxPages)
      return { ok: false, reason: "too-many-pages" };
    const refusal = refusalOf(draft, await filesOf(trx, applicationId), { questionKey }, source);
    if (refusal) return { ok: false, reason: refusal };
    const id = newId();
    const { storageKey, sha256, size, mime, name, pages } = source;
    await trx
      .insertInto("file")
      .values({
        ...{ id, storage_key: storageKey, sha256, size, mime, name, pages },
        application_id: applicationId,
        company_id: null,
        question_key: questionKey,
        uploaded_by: ctx.actor.kind === "person" ? ctx.actor.personId : "",
        uploaded_at: ctx.now.toISOString(),
        replaced_by: null,
        removed_at: null,
      })
      .execute();
    await refreshAnsweredFlags(trx, ctx, applicationId);
    await recordEvent(trx, ctx, {
      type: "file.uploaded",
      subject: { kind: "file", id },
      applicationId,
      companyId: draft.companyId,
      callId: draft.callId,
      data: { question: questionKey, sha256, size, copiedFrom: input.fileId },
    });
    return { ok: true, fileId: id };
  });
}

/** Held until the copy is made, so that deleting the other draft meanwhile cannot take the bytes away. */
async function readSource(trx: Write, ctx: Context, fileId: string, companyId: string) {
  const file = await trx
    .selectFrom("file")
    .select([
      "application_id as applicationId",
      "question_key as questionKey",
      "name",
      "mime",
      "size",
      "sha256",
      "pages",
    ])
    .select("storage_key as storageKey")
    .where("id", "=", fileId)
    .where("application_id", "is not", null)
    .$call(forUpdate(trx))
    .executeTakeFirst();
  if (!file || companyRole(ctx.actor, companyId) === undefined) return undefined;
  const application = await visibleWithTests(trx, ctx.actor)
    .innerJoin("call", "call.id", "application.call_id")
    .select([
      "application.company_id as companyId",
      "application.state",
      "application.due_at as dueAt",
      "application.form_version_id as formVersionId",
      "call.closes_at as closesAt",
    ])
    .where("application.id", "=", file.applicationId)
    .where("application.company_id", "=", companyId)
    .executeTakeFirst();
  if (!application) return undefined;
  const question = fileQuestion(await formOfVersion(trx, application.formVersionId), file.questionKey);
  const isHidden = question?.restricted !== false && !can(ctx.actor, "read_restricted", application, ctx.now);
  return isHidden ? undefined : file;
}
