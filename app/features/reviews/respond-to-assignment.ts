import { assignmentTransition } from "#app/domain/reviews/assignment-workflow.ts";
import { checkDeclaration, type DeclarationProblem } from "#app/domain/reviews/conflict-of-interest.ts";
import { canWithAssignment } from "#app/domain/reviews/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { refreshScoreSummary } from "#app/features/refresh-score-summary.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import { findAssignment, type OwnAssignment } from "./find-assignment.ts";

export type AssignmentResponse =
  | { answer: "decline"; reason: string }
  | { answer: "declare"; hasConflict: boolean; kind: string; note: string; signed: boolean };

export type ResponseResult =
  | { ok: true; state: "accepted" | "declined" | "conflicted" }
  | { ok: false; reason: "not_found" | "stale" | "reason_missing" | DeclarationProblem };

/**
 * The reviewer's answer to an assignment: a signed declaration opens the application, a conflict closes it for
 * good, and declining gives it back, before or after it was accepted. A conflict too may be declared while scoring.
 */
export async function respondToAssignment(
  ctx: Context,
  id: string,
  response: AssignmentResponse,
): Promise<ResponseResult> {
  return ctx.db.write(async (trx) => {
    const assignment = await findAssignment(trx, ctx, id, true);
    if (!assignment) return { ok: false, reason: "not_found" };
    if (!canWithAssignment(ctx.actor, "respond", assignment.subject)) return { ok: false, reason: "stale" };
    if (response.answer === "decline") return decline(trx, ctx, assignment, response.reason.trim());
    const [problem] = checkDeclaration(response);
    if (problem) return { ok: false, reason: problem };
    return response.hasConflict
      ? declareConflict(trx, ctx, assignment, response)
      : accept(trx, ctx, assignment, response);
  });
}

async function decline(
  trx: Write,
  ctx: Context,
  assignment: OwnAssignment,
  reason: string,
): Promise<ResponseResult> {
  if (reason === "") return { ok: false, reason: "reason_missing" };
  const { state } = assignment;
  const to = assignmentTransition(state, state === "accepted" ? "hand_back" : "decline", "reviewer");
  if (to === null) return { ok: false, reason: "stale" };
  if (!(await move(trx, assignment, { state: "declined", decline_reason: reason })))
    return { ok: false, reason: "stale" };
  await refreshScoreSummary(trx, assignment.applicationId, ctx.now);
  await recordEvent(trx, ctx, {
    type: "assignment.declined",
    ...about(assignment, state === "accepted" ? { after: "accepted" } : {}),
  });
  return { ok: true, state: "declined" };
}

async function accept(
  trx: Write,
  ctx: Context,
  assignment: OwnAssignment,
  declaration: object,
): Promise<ResponseResult> {
  const to = assignmentTransition(assignment.state, "accept", "reviewer");
  if (to === null || assignment.subject.blocked) return { ok: false, reason: "stale" };
  const signed = {
    state: "accepted",
    declared_at: ctx.now.toISOString(),
    declaration: JSON.stringify(declaration),
  } as const;
  if (!(await move(trx, assignment, signed))) return { ok: false, reason: "stale" };
  await recordEvent(trx, ctx, { type: "assignment.accepted", ...about(assignment) });
  return { ok: true, state: "accepted" };
}

async function declareConflict(
  trx: Write,
  ctx: Context,
  assignment: OwnAssignment,
  declaration: { kind: string; note: string },
): Promise<ResponseResult> {
  const to = assignmentTransition(assignment.state, "declare_conflict", "reviewer");
  if (to === null) return { ok: false, reason: "stale" };
  const at = ctx.now.toISOString();
  const signed = { state: "conflicted", declared_at: at, declaration: JSON.stringify(declaration) } as const;
  if (!(await move(trx, assignment, signed))) return { ok: false, reason: "stale" };
  await trx
    .insertInto("conflict")
    .values({
      id: newId(),
      application_id: assignment.applicationId,
      person_id: assignment.subject.reviewerId,
      source: "declared",
      kind: declaration.kind,
      note: declaration.note,
      // One's own word needs no judge: it takes effect at once.
      state: "confirmed",
      created_at: at,
      created_by: assignment.subject.reviewerId,
      judged_by: null,
      judged_at: null,
    })
    .execute();
  await refreshScoreSummary(trx, assignment.applicationId, ctx.now);
  await recordEvent(trx, ctx, {
    type: "assignment.conflict_declared",
    ...about(assignment, { kind: declaration.kind }),
  });
  return { ok: true, state: "conflicted" };
}

interface Change {
  state: "accepted" | "declined" | "conflicted";
  decline_reason?: string;
  declared_at?: string;
  declaration?: string;
}

async function move(trx: Write, assignment: OwnAssignment, change: Change): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("assignment")
    .set({ ...change, version: assignment.version + 1 })
    .where("id", "=", assignment.id)
    .where("version", "=", assignment.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const about = (assignment: OwnAssignment, data: Record<string, string> = {}) => ({
  subject: { kind: "assignment", id: assignment.id },
  applicationId: assignment.applicationId,
  companyId: assignment.companyId,
  callId: assignment.callId,
  data: { reviewerId: assignment.subject.reviewerId, ...data },
});
