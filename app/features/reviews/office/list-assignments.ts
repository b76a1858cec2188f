import type { AssignmentState } from "#app/domain/reviews/assignment-workflow.ts";
import { isActive } from "#app/domain/reviews/assignment-workflow.ts";
import { type Coverage, coverageOf, type Discipline } from "#app/domain/reviews/coverage.ts";
import { reviewerCode } from "#app/domain/reviews/anonymity.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { CallContent } from "#app/domain/calls/call-content.ts";
import { usualReviewers, wantedReviewers, type WantedReviewers } from "#app/domain/calls/wanted-reviewers.ts";
import type { Context } from "#app/features/context.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";

export interface ListedAssignment {
  id: string;
  version: number;
  reviewerId: string;
  reviewer: string;
  affiliation: string;
  discipline: Discipline;
  state: AssignmentState;
  dueAt: string;
  assignedAt: string;
  declaredAt: string | null;
  declineReason: string;
  /** × 100; null until the review is in. */
  totalX100: number | null;
  submittedAt: string | null;
}

/** Everyone an application was given to, in the order they were asked, and how far they cover it. */
export async function listAssignments(
  ctx: Context,
  applicationId: string,
): Promise<{ assignments: ListedAssignment[]; coverage: Coverage }> {
  if (!mayReview(ctx.actor, "read_reviewers"))
    return { assignments: [], coverage: coverageOf([], usualReviewers) };
  const assignments = await visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("assignment", "assignment.application_id", "application.id")
    .innerJoin("person", "person.id", "assignment.reviewer_id")
    .leftJoin("reviewer_profile", "reviewer_profile.person_id", "assignment.reviewer_id")
    .leftJoin("review", (join) =>
      join.onRef("review.assignment_id", "=", "assignment.id").on("review.state", "=", "submitted"),
    )
    .select((eb) => [
      "assignment.id as id",
      "assignment.version as version",
      "assignment.reviewer_id as reviewerId",
      "person.name as reviewer",
      eb.fn.coalesce("reviewer_profile.affiliation", eb.val("")).as("affiliation"),
      eb.fn.coalesce("reviewer_profile.discipline", eb.val<Discipline>("technology")).as("discipline"),
      "assignment.state as state",
      "assignment.due_at as dueAt",
      "assignment.assigned_at as assignedAt",
      "assignment.declared_at as declaredAt",
      "assignment.decline_reason as declineReason",
      "review.total_x100 as totalX100",
      "review.submitted_at as submittedAt",
    ])
    .where("application.id", "=", applicationId)
    .orderBy("assignment.id")
    .execute();
  const standing = assignments.filter(({ state }) => isActive(state)).map(({ discipline }) => discipline);
  const named = mayReview(ctx.actor, "read_reviewer_names");
  const coverage = coverageOf(standing, await wantedFor(ctx, applicationId));
  return { assignments: named ? assignments : assignments.map(withoutName), coverage };
}

/** The composition that the call of an application states. */
async function wantedFor(ctx: Context, applicationId: string): Promise<WantedReviewers> {
  const call = await visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("call", "call.id", "application.call_id")
    .select("call.content")
    .where("application.id", "=", applicationId)
    .executeTakeFirst();
  return call ? wantedReviewers(JSON.parse(call.content) as Partial<CallContent>) : usualReviewers;
}

/** The committee reads scores, so it does not read who gave them. */
const withoutName = (assignment: ListedAssignment, index: number): ListedAssignment => ({
  ...assignment,
  reviewerId: "",
  reviewer: reviewerCode(index + 1),
  affiliation: "",
  declineReason: "",
});
