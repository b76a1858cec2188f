import { system } from "#app/domain/accounts/actor.ts";
import { callState } from "#app/domain/calls/call-state.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate, holdName } from "#app/platform/database/sql.ts";
import { testCompanyName } from "./start-test.ts";
import { unusedStorageKeys } from "../unused-storage-keys.ts";

export type PurgedTest = { ok: true } | { ok: false; reason: "not_allowed" | "not_found" };

/**
 * Erases a test application with everything that hangs on it, submissions, files and mails included. That there was
 * one stays on record, in figures.
 */
export async function purgeTest(
  ctx: Context,
  { applicationId, callId }: { applicationId: string; callId?: string },
): Promise<PurgedTest> {
  const stored: string[] = [];
  const result = await ctx.db.write<PurgedTest>(async (trx) => {
    stored.length = 0;
    if (ctx.actor.kind !== "system" && !mayCall(ctx.actor, "test"))
      return { ok: false, reason: "not_allowed" };
    const test = await trx
      .selectFrom("application")
      .select(["id", "company_id as companyId", "call_id as callId"])
      .where("id", "=", applicationId)
      .where("is_test", "=", 1)
      .$if(callId !== undefined, (query) => query.where("call_id", "=", callId ?? ""))
      .$call(forUpdate(trx))
      .executeTakeFirst();
    if (!test) return { ok: false, reason: "not_found" };
    const erased = await erase(trx, applicationId);
    stored.push(...(await unusedStorageKeys(trx, erased.keys)));
    await leaveTestCompany(trx, test.companyId);
    const { companyId } = test;
    await recordEvent(trx, ctx, {
      type: "application.test_purged",
      subject: { kind: "application", id: applicationId },
      ...{ applicationId, companyId, callId: test.callId },
      data: erased.counts,
    });
    return { ok: true };
  });
  // Bytes last: a file without its row is only waste, a row without its file would be a loss.
  if (result.ok) for (const key of stored) await ctx.files.remove(key);
  return result;
}

async function erase(trx: Write, id: string): Promise<{ keys: string[]; counts: Record<string, number> }> {
  const files = await trx
    .selectFrom("file")
    .select(["id", "storage_key"])
    .where("application_id", "=", id)
    .execute();
  const ofApplication = [
    "sign_off_request",
    "correction_item",
    "formal_check",
    "conflict",
    "answer_change",
    "section_presence",
    "draft_section",
  ] as const;
  const mails = await trx
    .deleteFrom("mail_delivery")
    .where("event_id", "in", (eb) =>
      eb.selectFrom("event").select("event.id").where("event.application_id", "=", id),
    )
    .executeTakeFirst();
  await trx
    .deleteFrom("submission_file")
    .where("submission_id", "in", (eb) =>
      eb.selectFrom("submission").select("submission.id").where("submission.application_id", "=", id),
    )
    .execute();
  const submissions = await trx.deleteFrom("submission").where("application_id", "=", id).executeTakeFirst();
  await trx.deleteFrom("file").where("application_id", "=", id).execute();
  let answers = 0;
  for (const table of ofApplication) {
    const { numDeletedRows } = await trx
      .deleteFrom(table)
      .where("application_id", "=", id)
      .executeTakeFirst();
    if (table === "answer_change") answers = Number(numDeletedRows);
  }
  await trx.deleteFrom("application").where("id", "=", id).execute();
  return {
    keys: files.map(({ storage_key }) => storage_key),
    counts: {
      answers,
      files: files.length,
      submissions: Number(submissions.numDeletedRows),
      mails: Number(mails.numDeletedRows),
    },
  };
}

/** The company of the tests goes with the last of them. */
async function leaveTestCompany(trx: Write, companyId: string): Promise<void> {
  await holdName(trx, testCompanyName, "alone");
  const other = await trx
    .selectFrom("application")
    .select("id")
    .where("company_id", "=", companyId)
    .limit(1)
    .executeTakeFirst();
  if (other) return;
  await trx.deleteFrom("company_member").where("company_id", "=", companyId).execute();
  await trx.deleteFrom("company").where("id", "=", companyId).where("is_test", "=", 1).execute();
}

/** Run by the worker: once a call has opened nothing of its tests is kept. Returns how many went. */
export async function purgeOpenedTests(ctx: Context): Promise<number> {
  const tests = await ctx.db.read
    .selectFrom("application")
    .innerJoin("call", "call.id", "application.call_id")
    .select(["application.id", "call.opens_at as opensAt", "call.closes_at as closesAt"])
    .where("application.is_test", "=", 1)
    .where("call.opens_at", "<=", ctx.now.toISOString())
    .limit(200)
    .execute();
  let purged = 0;
  for (const test of tests) {
    if (callState(test, ctx.now) === "not_open") continue;
    const result = await purgeTest({ ...ctx, actor: system }, { applicationId: test.id });
    if (result.ok) purged += 1;
  }
  return purged;
}
