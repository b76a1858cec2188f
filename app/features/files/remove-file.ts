import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { refreshAnsweredFlags } from "#app/features/refresh-answered-flags.ts";
import type { Write } from "#app/platform/database/database.ts";
import { isFileOpen } from "./add-file.ts";
import { type EditableDraft, editableDraft, holdDraft, type NotEditable } from "./editable-draft.ts";

export interface FileOfDraft {
  applicationId: string;
  fileId: string;
}

export type RemovedFile =
  { ok: true; questionKey: string } | { ok: false; reason: NotEditable | "no_such_file" };

/** Takes a file out of the draft. What was submitted with it keeps it, so the bytes stay. */
export async function removeFile(ctx: Context, input: FileOfDraft): Promise<RemovedFile> {
  return await ctx.db.write(async (trx) => {
    const found = await fileInDraft(trx, ctx, input);
    if (!found.ok) return found;
    const { draft, questionKey } = found;
    if (found.file.removedAt !== null) return { ok: false, reason: "no_such_file" };
    // A file that was flagged alone is to be replaced: without it there would be nothing to compare.
    if (!(await isFileOpen(trx, draft, questionKey, undefined))) return { ok: false, reason: "not_flagged" };
    const at = ctx.now.toISOString();
    const removed = await trx
      .updateTable("file")
      .set({ removed_at: at })
      .where("id", "=", input.fileId)
      .where("removed_at", "is", null)
      .where("replaced_by", "is", null)
      .executeTakeFirst();
    if (Number(removed.numUpdatedRows) !== 1) return { ok: false, reason: "no_such_file" };
    await refreshAnsweredFlags(trx, ctx, draft.applicationId);
    await recordEvent(trx, ctx, {
      type: "file.removed",
      subject: { kind: "file", id: input.fileId },
      applicationId: draft.applicationId,
      companyId: draft.companyId,
      callId: draft.callId,
      data: { question: questionKey },
    });
    return { ok: true, questionKey };
  });
}

type FoundFile =
  | { ok: true; draft: EditableDraft; questionKey: string; file: FileOnRecord }
  | { ok: false; reason: NotEditable | "no_such_file" };

export interface FileOnRecord {
  name: string;
  size: number;
  sha256: string;
  replacedBy: string | null;
  removedAt: string | null;
}

/** A file of the draft, also one that is no longer in it. */
export async function fileInDraft(
  trx: Write,
  ctx: Context,
  { applicationId, fileId }: FileOfDraft,
): Promise<FoundFile> {
  await holdDraft(trx, applicationId);
  const file = await trx
    .selectFrom("file")
    .select(["question_key as questionKey", "replaced_by as replacedBy", "removed_at as removedAt"])
    .select(["name", "size", "sha256"])
    .where("id", "=", fileId)
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
  const found = await editableDraft(trx, ctx, applicationId, file?.questionKey ?? "");
  // Someone who may not even know the application learns nothing of its files.
  if (!file)
    return {
      ok: false,
      reason: found.ok || found.reason === "no_such_question" ? "no_such_file" : found.reason,
    };
  const { questionKey, ...onRecord } = file;
  return found.ok ? { ok: true, draft: found.draft, questionKey, file: onRecord } : found;
}
