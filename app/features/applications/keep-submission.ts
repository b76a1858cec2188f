import { createHash } from "node:crypto";
import { applicationNumber, testNumber } from "#app/domain/applications/application-number.ts";
import { submissionJson, type SubmittedAs } from "#app/domain/applications/submission-snapshot.ts";
import {
  type ApplicationEvent,
  type ApplicationState,
  transition,
} from "#app/domain/applications/workflow.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { newId } from "#app/platform/new-id.ts";
import type { ApplicationHead } from "./application-head.ts";
import type { Draft } from "./find-draft.ts";
import { settleSignOff } from "./sign-off/settle-sign-off.ts";

export interface Receipt {
  submissionId: string;
  number: string;
  version: number;
  sha256: string;
  submittedAt: string;
}

interface ToKeep {
  draft: Draft;
  raw: RawAnswers;
  event: ApplicationEvent;
  signedName: string;
  key: string;
  request: string;
}

/** Snapshot, number, files, state and event of what was signed; all within the caller's transaction. */
export async function keepSubmission(
  trx: Write,
  ctx: Context,
  { draft, raw, event, signedName, key, request }: ToKeep,
): Promise<Receipt> {
  const { head } = draft;
  const signedBy = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const submittedAt = ctx.now.toISOString();
  const version = (await lastVersion(trx, head.id)) + 1;
  const number =
    head.number ?? (head.isTest === 1 ? await nextTestNumber(trx, head) : await nextNumber(trx, head));
  const json = submissionJson(
    submittedAs(head, { number, version, submittedAt, signedName, signedBy }),
    { id: head.formVersionId, sha256: await formHash(trx, head.formVersionId), definition: draft.definition },
    raw,
    draft.env,
  );
  const submissionId = newId();
  await trx
    .insertInto("submission")
    .values({
      id: submissionId,
      application_id: head.id,
      version,
      snapshot: json,
      sha256: sha256(json),
      signed_name: signedName,
      submitted_by: signedBy,
      submitted_at: submittedAt,
      idempotency_key: key,
      request_sha256: request,
    })
    .execute();
  await keepFiles(trx, submissionId, json, draft.replacedFiles, submittedAt);
  const to = transition(head.state, event, "owner") as ApplicationState;
  await moveOn(trx, head, { to, number, submissionId, submittedAt });
  await settleSignOff(trx, { applicationId: head.id, personId: signedBy, at: submittedAt });
  const receipt = { submissionId, number, version, sha256: sha256(json), submittedAt };
  await recordEvent(trx, ctx, {
    type: event === "resubmit" ? "application.resubmitted" : "application.submitted",
    subject: { kind: "submission", id: submissionId },
    applicationId: head.id,
    companyId: head.companyId,
    callId: head.callId,
    data: { number, version, sha256: receipt.sha256, from: head.state, to, round: head.correctionRound },
  });
  return receipt;
}

const submittedAs = (
  head: ApplicationHead,
  signed: Pick<SubmittedAs, "number" | "version" | "submittedAt" | "signedName" | "signedBy">,
): SubmittedAs => ({
  applicationId: head.id,
  ...signed,
  company: { id: head.companyId, nameZh: head.companyNameZh, nameEn: head.companyNameEn, uscc: head.uscc },
  call: { code: head.callCode, year: head.callYear, titleZh: head.callTitleZh, titleEn: head.callTitleEn },
});

async function lastVersion(trx: Write, applicationId: string): Promise<number> {
  const row = await trx
    .selectFrom("submission")
    .select((eb) => eb.fn.max("version").as("version"))
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** Taken in this transaction: a submission that fails gives its serial back, so there are no gaps. */
async function nextNumber(trx: Write, head: ApplicationHead): Promise<string> {
  const { next_serial: next } = await trx
    .updateTable("call")
    .set((eb) => ({ next_serial: eb("next_serial", "+", 1) }))
    .where("id", "=", head.callId)
    .returning("next_serial")
    .executeTakeFirstOrThrow();
  return applicationNumber(head.callYear, head.callCode, next - 1);
}

/** Of a series of its own that no real number comes from; the call's row keeps two tests from taking the same. */
async function nextTestNumber(trx: Write, head: ApplicationHead): Promise<string> {
  await trx.selectFrom("call").select("id").where("id", "=", head.callId).$call(forUpdate(trx)).execute();
  const last = await trx
    .selectFrom("application")
    .select((eb) => eb.fn.max("number").as("number"))
    .where("call_id", "=", head.callId)
    .where("is_test", "=", 1)
    .executeTakeFirst();
  const serial = Number(last?.number?.slice(-4) ?? 0) + 1;
  return testNumber(head.callYear, head.callCode, serial);
}

async function formHash(trx: Write, formVersionId: string): Promise<string> {
  const row = await trx
    .selectFrom("form_version")
    .select("sha256")
    .where("id", "=", formVersionId)
    .executeTakeFirstOrThrow();
  return row.sha256;
}

/** Files of visible questions stay with the submission; what they replaced was kept only until now. */
async function keepFiles(
  trx: Write,
  submissionId: string,
  json: string,
  replacedFiles: Draft["replacedFiles"],
  at: string,
): Promise<void> {
  const { files } = JSON.parse(json) as { files: Record<string, { id: string }[]> };
  const rows = Object.entries(files).flatMap(([questionKey, list]) =>
    list.map((file) => ({ submission_id: submissionId, file_id: file.id, question_key: questionKey })),
  );
  if (rows.length > 0) await trx.insertInto("submission_file").values(rows).execute();
  const replaced = replacedFiles.map((file) => file.id);
  if (replaced.length === 0) return;
  await trx.updateTable("file").set({ removed_at: at }).where("id", "in", replaced).execute();
}

async function moveOn(
  trx: Write,
  head: ApplicationHead,
  {
    to,
    number,
    submissionId,
    submittedAt,
  }: { to: ApplicationState; number: string; submissionId: string; submittedAt: string },
): Promise<void> {
  const moved = await trx
    .updateTable("application")
    .set({
      state: to,
      state_since: to === head.state ? head.stateSince : submittedAt,
      number,
      current_submission_id: submissionId,
      submitted_at: submittedAt,
      due_at: null,
      version: head.version + 1,
      updated_at: submittedAt,
    })
    .where("id", "=", head.id)
    .where("version", "=", head.version)
    .where("state", "=", head.state)
    .executeTakeFirst();
  if (Number(moved.numUpdatedRows) !== 1)
    throw new Error(`Application ${head.id} changed while it was being submitted`);
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
