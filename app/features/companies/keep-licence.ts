import type { Write } from "#app/platform/database/database.ts";
import type { StoredFile } from "#app/platform/storage/file-store.ts";
import { newId } from "#app/platform/new-id.ts";
import type { Context } from "#app/features/context.ts";

export interface LicenceUpload {
  name: string;
  stored: StoredFile;
}

/** Names the stored licence as the company's; an earlier one stays on record as replaced. */
export async function keepLicence(
  trx: Write,
  ctx: Context,
  companyId: string,
  licence: LicenceUpload,
): Promise<void> {
  if (ctx.actor.kind !== "person") throw new Error("Only a person uploads a licence");
  const id = newId();
  await trx
    .updateTable("file")
    .set({ replaced_by: id })
    .where("company_id", "=", companyId)
    .where("question_key", "=", "licence")
    .where("replaced_by", "is", null)
    .execute();
  await trx
    .insertInto("file")
    .values({
      id,
      storage_key: licence.stored.id,
      sha256: licence.stored.sha256,
      size: licence.stored.size,
      mime: licence.stored.mime,
      name: licence.name,
      application_id: null,
      company_id: companyId,
      question_key: "licence",
      uploaded_by: ctx.actor.personId,
      uploaded_at: ctx.now.toISOString(),
      replaced_by: null,
      removed_at: null,
    })
    .execute();
  await trx.updateTable("company").set({ licence_file_id: id }).where("id", "=", companyId).execute();
}
