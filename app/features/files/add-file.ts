import type { Readable } from "node:stream";
import { openFiles } from "#app/domain/applications/correction.ts";
import { applicationFilesAtMost } from "#app/domain/applications/file-rules.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { refreshAnsweredFlags } from "#app/features/refresh-answered-flags.ts";
import type { Read, Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import { extensionOf } from "#app/platform/storage/file-kinds.ts";
import type { StoredFile, UploadRefusal } from "#app/platform/storage/file-store.ts";
import { type EditableDraft, editableDraft, holdDraft, type NotEditable } from "./editable-draft.ts";

interface AddFile {
  applicationId: string;
  questionKey: string;
  fileName: string;
  content: Readable;
  /** The file this one takes the place of. */
  replaces?: string | undefined;
}

export type FileRefusal =
  NotEditable | UploadRefusal | "too_many" | "too_much_in_all" | "already_there" | "nothing_to_replace";

export type AddedFile =
  { ok: true; fileId: string } | { ok: false; reason: FileRefusal; pages?: number | undefined };

/**
 * Streams an upload to the store and names it in the draft. The bytes are durable before the row; a file that is
 * refused leaves nothing behind.
 */
export async function addFile(ctx: Context, input: AddFile): Promise<AddedFile> {
  const found = await editableDraft(ctx.db.read, ctx, input.applicationId, input.questionKey);
  if (!found.ok) return await drained(input.content, found.reason);
  const { question } = found.draft.question;
  const stored = await ctx.files.put(input.content, {
    fileName: input.fileName,
    maxBytes: Math.min(question.maxSizeMb * 1024 * 1024, ctx.settings.uploadMaxBytes),
    allowed: question.accept
      .map((extension) => extensionOf(`file.${extension}`))
      .filter((kind) => kind !== undefined),
    maxPages: question.maxPages,
  });
  if (!stored.ok) return stored;
  // Should the commit's answer be lost, the row may stand: only a refusal takes the bytes away again.
  const added = await ctx.db.write((trx) => nameInDraft(trx, ctx, input, stored.file));
  if (!added.ok) await ctx.files.remove(stored.file.id);
  return added;
}

async function nameInDraft(trx: Write, ctx: Context, input: AddFile, stored: StoredFile): Promise<AddedFile> {
  await holdDraft(trx, input.applicationId);
  const found = await editableDraft(trx, ctx, input.applicationId, input.questionKey);
  if (!found.ok) return found;
  const { draft } = found;
  if (!(await isFileOpen(trx, draft, input.questionKey, input.replaces)))
    return { ok: false, reason: "not_flagged" };
  const standing = await filesOf(trx, draft.applicationId);
  const refusal = refusalOf(draft, standing, input, stored);
  if (refusal) return { ok: false, reason: refusal };
  const id = newId();
  const at = ctx.now.toISOString();
  await trx
    .insertInto("file")
    .values({
      id,
      storage_key: stored.id,
      sha256: stored.sha256,
      size: stored.size,
      mime: stored.mime,
      name: input.fileName,
      pages: stored.pages ?? null,
      application_id: draft.applicationId,
      company_id: null,
      question_key: input.questionKey,
      uploaded_by: ctx.actor.kind === "person" ? ctx.actor.personId : "",
      uploaded_at: at,
      replaced_by: null,
      removed_at: null,
    })
    .execute();
  if (input.replaces !== undefined)
    await trx.updateTable("file").set({ replaced_by: id }).where("id", "=", input.replaces).execute();
  await refreshAnsweredFlags(trx, ctx, draft.applicationId);
  await recordEvent(trx, ctx, {
    type: input.replaces === undefined ? "file.uploaded" : "file.replaced",
    subject: { kind: "file", id },
    applicationId: draft.applicationId,
    companyId: draft.companyId,
    callId: draft.callId,
    data: { question: input.questionKey, sha256: stored.sha256, size: stored.size, replaces: input.replaces },
  });
  return { ok: true, fileId: id };
}

export const filesOf = (db: Read, applicationId: string) =>
  db
    .selectFrom("file")
    .select(["id", "question_key as questionKey", "sha256", "size"])
    .where("application_id", "=", applicationId)
    .where("removed_at", "is", null)
    .where("replaced_by", "is", null)
    .execute();

export function refusalOf(
  draft: EditableDraft,
  standing: Awaited<ReturnType<typeof filesOf>>,
  { questionKey, replaces }: Pick<AddFile, "questionKey" | "replaces">,
  stored: Pick<StoredFile, "sha256" | "size">,
): "already_there" | "nothing_to_replace" | "too_many" | "too_much_in_all" | undefined {
  const staying = standing.filter((file) => file.id !== replaces);
  const here = staying.filter((file) => file.questionKey === questionKey);
  if (
    replaces !== undefined &&
    !standing.some((file) => file.id === replaces && file.questionKey === questionKey)
  )
    return "nothing_to_replace";
  if (here.some((file) => file.sha256 === stored.sha256)) return "already_there";
  if (here.length >= draft.question.question.maxCount) return "too_many";
  const total = staying.reduce((sum, file) => sum + file.size, stored.size);
  return total > applicationFilesAtMost ? "too_much_in_all" : undefined;
}

/** Where single files were flagged only they may change, and a new one comes only in the place of one of them. */
export async function isFileOpen(
  trx: Write,
  draft: EditableDraft,
  questionKey: string,
  fileId: string | undefined,
): Promise<boolean> {
  const files = await linksOf(trx, draft, questionKey);
  const open = openFiles(draft.flags, draft.question.sectionKey, questionKey, files);
  return open === "all" || (fileId !== undefined && open.has(fileId));
}

export const linksOf = (db: Read, { applicationId }: EditableDraft, questionKey: string) =>
  db
    .selectFrom("file")
    .select(["id", "replaced_by as replacedBy"])
    .where("application_id", "=", applicationId)
    .where("question_key", "=", questionKey)
    .execute();

/** What is refused before it was read is read to its end all the same, so that the sender hears why. */
async function drained(content: Readable, reason: FileRefusal): Promise<AddedFile> {
  for await (const chunk of content) void chunk;
  return { ok: false, reason };
}
