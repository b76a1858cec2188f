import { canWithAssignment } from "#app/domain/reviews/policy.ts";
import { questionStanding, type QuestionStanding } from "#app/domain/reviews/question-workflow.ts";
import type { Context } from "#app/features/context.ts";
import { findAssignment, type OwnAssignment } from "../find-assignment.ts";

export interface ReviewerQuestion {
  id: string;
  isOwn: boolean;
  sectionKey: string;
  standing: QuestionStanding;
  /** In the words of the asker for the asker, in the office's for everybody else. */
  question: string;
  /** As it went to the company, where the office changed the asker's words; else empty. */
  reworded: string;
  dueAt: string | null;
  /** Empty until the office has passed it on. */
  answer: string;
  passedOnAt: string | null;
  /** Why the office did not forward it, for the asker. */
  reason: string;
  askedAt: string;
}

export interface ReviewerQuestions {
  assignment: OwnAssignment;
  mayAsk: boolean;
  questions: ReviewerQuestion[];
}

/**
 * The questions about an application its reviewer may know of: their own, and what others asked once the company
 * has it. Nobody is told who asked, and no answer before all are.
 */
export async function listReviewerQuestions(
  ctx: Context,
  assignmentId: string,
): Promise<ReviewerQuestions | undefined> {
  const assignment = await findAssignment(ctx.db.read, ctx, assignmentId);
  if (!assignment || !canWithAssignment(ctx.actor, "read_application", assignment.subject)) return undefined;
  const rows = await ctx.db.read
    .selectFrom("review_question as q")
    .select(["q.id", "q.assignment_id", "q.section_key", "q.state", "q.question", "q.wording", "q.due_at"])
    .select(["q.answer", "q.passed_on_at", "q.reason", "q.asked_at"])
    .where("q.application_id", "=", assignment.applicationId)
    .where((eb) =>
      eb.or([
        eb("q.assignment_id", "=", assignmentId),
        eb("q.state", "in", ["forwarded", "answered", "passed_on"]),
      ]),
    )
    .orderBy("q.asked_at", "desc")
    .orderBy("q.id", "desc")
    .execute();
  return {
    assignment,
    mayAsk: canWithAssignment(ctx.actor, "ask", assignment.subject),
    questions: rows.map((row) => {
      const isOwn = row.assignment_id === assignmentId;
      const passedOn = row.state === "passed_on";
      return {
        ...{ id: row.id, isOwn, sectionKey: row.section_key, dueAt: row.due_at, askedAt: row.asked_at },
        standing: questionStanding({ state: row.state, dueAt: row.due_at }, ctx.now),
        question: isOwn ? row.question : row.wording,
        reworded: isOwn && row.wording !== row.question ? row.wording : "",
        answer: passedOn ? row.answer : "",
        passedOnAt: row.passed_on_at,
        reason: isOwn ? row.reason : "",
      };
    }),
  };
}
