import { createHash } from "node:crypto";
import { applicationNumber } from "#app/domain/applications/application-number.ts";
import { isSettled, isWithinFlag } from "#app/domain/applications/correction.ts";
import { draftStamp } from "#app/domain/applications/draft/draft-stamp.ts";
import { can } from "#app/domain/applications/policy.ts";
import { submissionJson, type SubmittedAs } from "#app/domain/applications/submission-snapshot.ts";
import {
  type ApplicationEvent,
  type ApplicationState,
  transition,
} from "#app/domain/applications/workflow.ts";
import { acceptsSubmissions } from "#app/domain/calls/call-state.ts";
import { checkApplication } from "#app/domain/forms/check-answers.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { FormIssue } from "#app/domain/forms/issue.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { dialectOf } from "#app/platform/database/sql.ts";
import { newId } from "#app/platform/new-id.ts";
import { type ApplicationHead, applicationHeads, roleIn, subjectOf } from "./application-head.ts";
import { type Draft, draftOf } from "./find-draft.ts";
import { settleSignOff } from "./sign-off/settle-sign-off.ts";

export interface SubmitApplication {
  applicationId: string;
  /** Typed by the owner as a signature. */
  signedName: string;
  /** Question keys of the form's declarations that were ticked. */
  declared: readonly string[];
  /** Given with the page: a repeated request gets the receipt of the first. */
  idempotencyKey: string;
  /** `draftStamp` of what the page showed. */
  seen: string;
}

export interface Receipt {
  submissionId: string;
  number: string;
  version: number;
  sha256: string;
  submittedAt: string;
}

export type SubmittedApplication =
  | { ok: true; receipt: Receipt; repeated: boolean }
  | { ok: false; reason: "incomplete"; issues: readonly FormIssue[] }
  | {
      ok: false;
      reason:
        | "not_found"
        | "not_owner"
        | "wrong_state"
        | "closed"
        | "changed_meanwhile"
        | "not_signed"
        | "key_reused"
        /** Of the flags of a correction one is neither answered nor explained. */
        | "flags_open";
    };

/** Submits, submits again or answers a correction: checks, snapshot, number, receipt and state in one transaction. */
export async function submitApplication(
  ctx: Context,
  input: SubmitApplication,
): Promise<SubmittedApplication> {
  const request = sha256(
    canonicalJson({
      ...input,
      declared: [...input.declared].sort(),
      by: ctx.actor.kind === "person" ? ctx.actor.personId : "",
    }),
  );
  return await ctx.db.write(async (trx) => {
    // Locked first, so that of a button pressed twice the second press finds what the first one did.
    const head = await lockHead(trx, ctx, input.applicationId);
    const role = head && roleIn(ctx.actor, head);
    if (!head || !role) return { ok: false, reason: "not_found" };
    const before = await findByKey(trx, input);
    if (before) {
      if (before.request !== request) return { ok: false, reason: "key_reused" };
      return { ok: true, receipt: before.receipt, repeated: true };
    }
    const event = head.state === "supplement_required" ? "resubmit" : "submit";
    const refusal = refusalOf(ctx, head, event);
    if (refusal) return { ok: false, reason: refusal };
    const draft = await draftOf(trx, ctx, head, role);
    if (input.seen !== draftStamp(draft.sections.values(), draft.files))
      return { ok: false, reason: "changed_meanwhile" };
    if (draft.corrections && !draft.corrections.every(isSettled)) return { ok: false, reason: "flags_open" };
    const signedName = input.signedName.trim();
    if (signedName === "" || signedName.length > 80) return { ok: false, reason: "not_signed" };
    const raw = { ...draft.raw, ...declarations(draft.definition, input.declared) };
    const issues = issuesThatStop(draft, raw);
    if (issues.length > 0) return { ok: false, reason: "incomplete", issues };
    const receipt = await keep(trx, ctx, {
      draft,
      raw,
      event,
      signedName,
      key: input.idempotencyKey,
      request,
    });
    return { ok: true, receipt, repeated: false };
  });
}

async function findByKey(trx: Write, { idempotencyKey, applicationId }: SubmitApplication) {
  const row = await trx
    .selectFrom("submission as s")
    .innerJoin("application as a", "a.id", "s.application_id")
    .select([
      "s.id",
      "s.version",
      "s.sha256",
      "s.submitted_at",
      "s.request_sha256",
      "a.number",
      "a.id as applicationId",
    ])
    .where("s.idempotency_key", "=", idempotencyKey)
    .executeTakeFirst();
  if (!row) return undefined;
  const receipt: Receipt = {
    submissionId: row.id,
    number: row.number ?? "",
    version: row.version,
    sha256: row.sha256,
    submittedAt: row.submitted_at,
  };
  return {
    receipt,
    request: row.applicationId === applicationId ? row.request_sha256 : "of another application",
  };
}

async function lockHead(trx: Write, ctx: Context, id: string): Promise<ApplicationHead | undefined> {
  return await applicationHeads(trx, ctx.actor)
    .where("application.id", "=", id)
    .$call((query) => (dialectOf(trx) === "postgres" ? query.forNoKeyUpdate("application") : query))
    .executeTakeFirst();
}

function refusalOf(ctx: Context, head: ApplicationHead, event: "submit" | "resubmit") {
  if (roleIn(ctx.actor, head) !== "owner") return "not_owner";
  if (transition(head.state, event, "owner") === null) return "wrong_state";
  if (event === "submit" && !acceptsSubmissions(head, ctx.now)) return "closed";
  return can(ctx.actor, event, subjectOf(head), ctx.now) ? undefined : "closed";
}

/** Only the form's own declarations, ticked or not; nothing else can be slipped in here. */
function declarations(definition: FormDefinition, declared: readonly string[]): RawAnswers {
  const signing = compileForm(definition).sections.filter(({ section }) => section.kind === "signing");
  const keys = signing.flatMap(({ questions }) => questions.map(({ field }) => field.key));
  return Object.fromEntries(keys.map((key) => [key, declared.includes(key) ? "yes" : ""]));
}

/** In a correction a fault outside what was flagged cannot be mended, and was accepted before. */
function issuesThatStop(draft: Draft, raw: RawAnswers): FormIssue[] {
  const { issues } = checkApplication(draft.definition, raw, draft.env);
  const signing = compileForm(draft.definition).sectionByKey;
  return issues.filter((issue) => {
    if (issue.level !== "error") return false;
    if (!draft.corrections || signing.get(issue.sectionKey)?.section.kind === "signing") return true;
    return draft.corrections.some((flag) => isWithinFlag(flag, issue.sectionKey, issue.path));
  });
}

interface ToKeep {
  draft: Draft;
  raw: RawAnswers;
  event: ApplicationEvent;
  signedName: string;
  key: string;
  request: string;
}

async function keep(
  trx: Write,
  ctx: Context,
  { draft, raw, event, signedName, key, request }: ToKeep,
): Promise<Receipt> {
  const { head } = draft;
  const signedBy = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const submittedAt = ctx.now.toISOString();
  const version = (await lastVersion(trx, head.id)) + 1;
  const number = head.number ?? (await nextNumber(trx, head));
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

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
