import { lineOf } from "#app/domain/applications/correction.ts";
import { hasAcceptedType } from "#app/domain/forms/accepted-type.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { refreshAnsweredFlags } from "#app/features/refresh-answered-flags.ts";
import type { Write } from "#app/platform/database/database.ts";
import { filesOf, isFileOpen, linksOf, refusalOf } from "./add-file.ts";
import type { EditableDraft, NotEditable } from "./editable-draft.ts";
import { fileInDraft, type FileOfDraft, type FileOnRecord } from "./remove-file.ts";

export type RestoredFile = { ok: true; questionKey: string } | { ok: false; reason: NotRestored };

type NotRestored =
  | NotEditable
  | "no_such_file"
  | "nothing_to_replace"
  | "too_many"
  | "already_there"
  | "too_much_in_all"
  | "extension-not-allowed";

/** Brings back a file that was replaced or removed. Possible until the next submission. */
export async function restoreFile(ctx: Context, input: FileOfDraft): Promise<RestoredFile> {
  return await ctx.db.write(async (trx): Promise<RestoredFile> => {
    const found = await fileInDraft(trx, ctx, input);
    if (!found.ok) return found;
    const { draft, questionKey, file } = found;
    const restored =
      file.removedAt === null
        ? await insteadOfNewer(trx, ctx, found, input.fileId)
        : await besideOthers(trx, found, input.fileId);
    if (!restored.ok) return restored;
    await refreshAnsweredFlags(trx, ctx, draft.applicationId);
    await recordEvent(trx, ctx, {
      type: restored.replaces === undefined ? "file.restored" : "file.replaced",
      subject: { kind: "file", id: input.fileId },
      applicationId: draft.applicationId,
      companyId: draft.companyId,
      callId: draft.callId,
      data: { question: questionKey, replaces: restored.replaces },
    });
    return { ok: true, questionKey };
  });
}

interface Found {
  draft: EditableDraft;
  questionKey: string;
  file: FileOnRecord;
}

type BroughtBack = { ok: true; replaces?: string } | Extract<RestoredFile, { ok: false }>;

/** One that was replaced: all that came after it go. */
async function insteadOfNewer(
  trx: Write,
  ctx: Context,
  { draft, questionKey, file }: Found,
  fileId: string,
): Promise<BroughtBack> {
  if (file.replacedBy === null) return { ok: false, reason: "no_such_file" };
  if (!(await isFileOpen(trx, draft, questionKey, fileId))) return { ok: false, reason: "not_flagged" };
  const [, ...newer] = lineOf(fileId, await linksOf(trx, draft, questionKey));
  await trx
    .updateTable("file")
    .set({ removed_at: ctx.now.toISOString() })
    .where("id", "in", newer)
    .where("removed_at", "is", null)
    .execute();
  await trx.updateTable("file").set({ replaced_by: null }).where("id", "=", fileId).execute();
  return { ok: true, replaces: newer.at(-1) ?? file.replacedBy };
}

/** One that somebody removed: as if it were uploaded once more, within the question's limits. */
async function besideOthers(
  trx: Write,
  { draft, questionKey, file }: Found,
  fileId: string,
): Promise<BroughtBack> {
  if (!(await wasTakenOut(trx, draft, fileId, file))) return { ok: false, reason: "no_such_file" };
  if (!(await isFileOpen(trx, draft, questionKey, undefined))) return { ok: false, reason: "not_flagged" };
  if (!hasAcceptedType(draft.question.question, file.name))
    return { ok: false, reason: "extension-not-allowed" };
  const refusal = refusalOf(draft, await filesOf(trx, draft.applicationId), { questionKey }, file);
  if (refusal !== undefined) return { ok: false, reason: refusal };
  const written = await trx
    .updateTable("file")
    .set({ removed_at: null })
    .where("id", "=", fileId)
    .where("removed_at", "=", file.removedAt)
    .executeTakeFirst();
  return Number(written.numUpdatedRows) === 1 ? { ok: true } : { ok: false, reason: "no_such_file" };
}

/** By hand and since the last submission; what a restoration or a submission took away does not come back. */
async function wasTakenOut(
  trx: Write,
  { applicationId }: EditableDraft,
  fileId: string,
  { removedAt, replacedBy }: FileOnRecord,
): Promise<boolean> {
  if (removedAt === null || replacedBy !== null) return false;
  const event = await trx
    .selectFrom("event")
    .select("seq")
    .where("application_id", "=", applicationId)
    .where("subject_id", "=", fileId)
    .where("type", "=", "file.removed")
    .where("at", "=", removedAt)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("submission")
            .select("id")
            .where("application_id", "=", applicationId)
            .where("submitted_at", ">=", removedAt),
        ),
      ),
    )
    .executeTakeFirst();
  return event !== undefined;
}
