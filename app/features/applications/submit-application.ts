import { isSettled, isWithinFlag } from "#app/domain/applications/correction.ts";
import { draftStamp } from "#app/domain/applications/draft/draft-stamp.ts";
import { can } from "#app/domain/applications/policy.ts";
import { transition } from "#app/domain/applications/workflow.ts";
import { checkApplication } from "#app/domain/forms/check-answers.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { FormIssue } from "#app/domain/forms/issue.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import type { Write } from "#app/platform/database/database.ts";
import { dialectOf } from "#app/platform/database/sql.ts";
import { type ApplicationHead, applicationHeads, roleIn, subjectOf } from "./application-head.ts";
import { type Draft, draftOf, takesSubmission } from "./find-draft.ts";
import { keepSubmission, type Receipt, sha256 } from "./keep-submission.ts";

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
    const receipt = await keepSubmission(trx, ctx, {
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
  if (event === "submit" && !takesSubmission(head, ctx.now)) return "closed";
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
