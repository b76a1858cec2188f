import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { holdName } from "#app/platform/database/sql.ts";
import { unusedStorageKeys } from "../unused-storage-keys.ts";
import { testCompanyName } from "./test-company.ts";

export interface LockedTest {
  id: string;
  companyId: string;
  callId: string;
}

/**
 * A locked test application with everything that hangs on it, submissions, files and mails included; that there was
 * one stays on record, in figures. Returns the stored files that are nobody's now, to be removed after the commit.
 */
export async function eraseTest(trx: Write, ctx: Context, test: LockedTest): Promise<string[]> {
  const { id, companyId, callId } = test;
  const erased = await erase(trx, id);
  const keys = await unusedStorageKeys(trx, erased.keys);
  await leaveTestCompany(trx, companyId);
  await recordEvent(trx, ctx, {
    type: "application.test_purged",
    subject: { kind: "application", id },
    ...{ applicationId: id, companyId, callId },
    data: erased.counts,
  });
  return keys;
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

/** A company of tests goes with the last of them. */
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
