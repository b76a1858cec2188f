import type { Actor } from "#app/domain/accounts/actor.ts";
import type { QuestionSubject } from "#app/domain/reviews/question-policy.ts";
import type { QuestionState } from "#app/domain/reviews/question-workflow.ts";
import { lockApplication, type LockedApplication } from "#app/features/lock-application.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";

export interface LockedQuestion {
  id: string;
  state: QuestionState;
  version: number;
  answer: string;
  application: LockedApplication;
  subject: QuestionSubject;
}

/** The question a command is about, with its application, held until the commit; undefined where one is hidden. */
export async function lockQuestion(
  trx: Write,
  actor: Actor,
  { applicationId, questionId }: { applicationId: string; questionId: string },
): Promise<LockedQuestion | undefined> {
  const application = await lockApplication(trx, actor, applicationId);
  if (!application) return undefined;
  const row = await trx
    .selectFrom("review_question")
    .select(["id", "state", "version", "answer", "due_at", "assignment_id"])
    .where("id", "=", questionId)
    .where("application_id", "=", applicationId)
    .$call(forUpdate(trx))
    .executeTakeFirst();
  if (!row) return undefined;
  const { reviewer_id } = await trx
    .selectFrom("assignment")
    .select("reviewer_id")
    .where("id", "=", row.assignment_id)
    .executeTakeFirstOrThrow();
  return {
    ...{ id: row.id, state: row.state, version: row.version, answer: row.answer, application },
    subject: {
      companyId: application.companyId,
      applicationState: application.state,
      askedBy: reviewer_id,
      dueAt: row.due_at,
    },
  };
}
