import { can } from "#app/domain/applications/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { dialectOf } from "#app/platform/database/sql.ts";
import { purgeTest } from "./tests/purge-test.ts";
import { unusedStorageKeys } from "./unused-storage-keys.ts";
import { applicationHeads, roleIn, subjectOf } from "./application-head.ts";

export type DeletedDraft = { ok: true } | { ok: false; reason: "not_found" | "not_allowed" };

/** Erases a draft that was never submitted, its history and its files. That it existed stays on record. */
export async function deleteDraft(ctx: Context, input: { applicationId: string }): Promise<DeletedDraft> {
  const stored: string[] = [];
  let isTest = false;
  const result = await ctx.db.write<DeletedDraft>(async (trx) => {
    stored.length = 0;
    const head = await applicationHeads(trx, ctx.actor)
      .where("application.id", "=", input.applicationId)
      .$call((query) => (dialectOf(trx) === "postgres" ? query.forUpdate("application") : query))
      .executeTakeFirst();
    if (!head || !roleIn(ctx.actor, head)) return { ok: false, reason: "not_found" };
    if (!can(ctx.actor, "delete_draft", subjectOf(head), ctx.now))
      return { ok: false, reason: "not_allowed" };
    isTest = head.isTest === 1;
    if (isTest) return { ok: true };
    const files = await trx
      .selectFrom("file")
      .select("storage_key")
      .where("application_id", "=", head.id)
      .execute();
    await trx.deleteFrom("file").where("application_id", "=", head.id).execute();
    stored.push(
      ...(await unusedStorageKeys(
        trx,
        files.map((file) => file.storage_key),
      )),
    );
    await trx.deleteFrom("answer_change").where("application_id", "=", head.id).execute();
    await trx.deleteFrom("section_presence").where("application_id", "=", head.id).execute();
    await trx.deleteFrom("draft_section").where("application_id", "=", head.id).execute();
    await trx.deleteFrom("application").where("id", "=", head.id).where("state", "=", "draft").execute();
    await recordEvent(trx, ctx, {
      type: "application.deleted",
      subject: { kind: "application", id: head.id },
      applicationId: head.id,
      companyId: head.companyId,
      callId: head.callId,
    });
    return { ok: true };
  });
  // A test goes with the company it was made for.
  if (result.ok && isTest) return await purgeTest(ctx, input);
  // Bytes last: a file without its row is only waste, a row without its file would be a loss.
  if (result.ok) for (const key of stored) await ctx.files.remove(key);
  return result;
}
