import type { AssignmentSubject } from "#app/domain/reviews/policy.ts";
import type { Context } from "#app/features/context.ts";
import type { Read } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { isBlocked, ownAssignments } from "./own-assignments.ts";

export interface OwnAssignment {
  id: string;
  applicationId: string;
  callId: string;
  companyId: string;
  number: string;
  state: string;
  dueAt: string;
  declaredAt: string | null;
  version: number;
  submissionId: string | null;
  rubricVersionId: string | null;
  subject: AssignmentSubject;
}

/** One of the actor's own assignments with what the policy needs to know; undefined for anybody else's. */
export async function findAssignment(
  db: Read,
  ctx: Pick<Context, "actor">,
  id: string,
  lock = false,
): Promise<OwnAssignment | undefined> {
  if (lock)
    await db.selectFrom("assignment").select("id").where("id", "=", id).$call(forUpdate(db)).execute();
  const row = await ownAssignments(db, ctx.actor)
    .innerJoin("call as c", "c.id", "a.call_id")
    .select([
      "g.id",
      "g.reviewer_id",
      "g.state",
      "g.due_at",
      "g.declared_at",
      "g.version",
      "a.id as applicationId",
      "a.call_id",
      "a.company_id",
      "a.number",
      "a.state as applicationState",
      "a.current_submission_id",
      "c.rubric_version_id",
      isBlocked.as("blocked"),
    ])
    .where("g.id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    applicationId: row.applicationId,
    callId: row.call_id,
    companyId: row.company_id,
    number: row.number ?? "",
    state: row.state,
    dueAt: row.due_at,
    declaredAt: row.declared_at,
    version: row.version,
    submissionId: row.current_submission_id,
    rubricVersionId: row.rubric_version_id,
    subject: {
      reviewerId: row.reviewer_id,
      state: row.state,
      declaredAt: row.declared_at,
      applicationState: row.applicationState,
      blocked: row.blocked === 1,
    },
  };
}
