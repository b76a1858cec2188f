import { mayQuestion } from "#app/domain/reviews/question-policy.ts";
import {
  type QuestionStanding,
  questionStanding,
  questionTransition,
} from "#app/domain/reviews/question-workflow.ts";
import type { Context } from "#app/features/context.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";

/** What was not forwarded does not exist for the company. */
export type CompanyStanding = Exclude<QuestionStanding, "asked" | "declined">;

export interface CompanyQuestion {
  id: string;
  sectionKey: string;
  question: string;
  standing: CompanyStanding;
  dueAt: string;
  answer: string;
  answeredBy: string | null;
  answeredAt: string | null;
  version: number;
  mayAnswer: boolean;
}

/** What the office has put to a company about its application; nothing of who asked, or in which words. */
export async function listCompanyQuestions(ctx: Context, applicationId: string): Promise<CompanyQuestion[]> {
  const rows = await visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("review_question as q", "q.application_id", "application.id")
    .leftJoin("person as p", "p.id", "q.answered_by")
    .select(["application.company_id as companyId", "application.state as applicationState"])
    .select(["q.id", "q.section_key as sectionKey", "q.wording as question", "q.state", "q.due_at as dueAt"])
    .select(["q.answer", "p.name as answeredBy", "q.answered_at as answeredAt", "q.version"])
    .where("application.id", "=", applicationId)
    .where("q.due_at", "is not", null)
    .orderBy("q.due_at", "desc")
    .orderBy("q.id", "desc")
    .execute();
  return rows.flatMap(({ companyId, applicationState, state, dueAt, ...row }) => {
    const subject = { companyId, applicationState, askedBy: "", dueAt };
    const standing = questionStanding({ state, dueAt }, ctx.now);
    if (dueAt === null || standing === "asked" || standing === "declined") return [];
    if (!mayQuestion(ctx.actor, "read_as_company", ctx.now, subject)) return [];
    return {
      ...{ ...row, dueAt, standing },
      mayAnswer:
        questionTransition(state, "answer", "company") !== null &&
        mayQuestion(ctx.actor, "answer", ctx.now, subject),
    };
  });
}
