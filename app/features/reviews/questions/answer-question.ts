import { mayQuestion } from "#app/domain/reviews/question-policy.ts";
import {
  plainText,
  questionLimits,
  questionTransition,
  textProblem,
  type TextProblem,
} from "#app/domain/reviews/question-workflow.ts";
import type { Context } from "#app/features/context.ts";
import { idsOf } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { lockQuestion } from "./lock-question.ts";

export interface AnswerQuestion {
  applicationId: string;
  questionId: string;
  /** As the page showed it: a colleague's answer is not written over unseen. */
  version: number;
  answer: string;
}

export type AnswerRefusal = "not_found" | "not_allowed" | "over" | "stale" | TextProblem;

/** The company's answer, before it is due; until the office has passed it on it may be put better. */
export function answerQuestion(
  ctx: Context,
  input: AnswerQuestion,
): Promise<{ ok: true } | { ok: false; reason: AnswerRefusal }> {
  return ctx.db.write(async (trx) => {
    const question = await lockQuestion(trx, ctx.actor, input);
    // What the office has not forwarded does not exist for the company.
    if (!question || !question.subject.dueAt) return refuse("not_found");
    const { subject } = question;
    if (!mayQuestion(ctx.actor, "read_as_company", ctx.now, subject)) return refuse("not_found");
    const to = questionTransition(question.state, "answer", "company");
    if (to === null || !mayQuestion(ctx.actor, "answer", ctx.now, subject))
      return refuse(mayAnswerAnything(ctx, subject.companyId) ? "over" : "not_allowed");
    const answer = plainText(input.answer);
    const problem = textProblem(answer, questionLimits.answer);
    if (problem !== null) return refuse(problem);
    if (answer === question.answer) return { ok: true };
    if (question.version !== input.version) return refuse("stale");
    await trx
      .updateTable("review_question")
      .set({
        ...{ state: to, answer, answered_at: ctx.now.toISOString(), version: question.version + 1 },
        answered_by: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      })
      .where("id", "=", question.id)
      .where("version", "=", question.version)
      .execute();
    await recordEvent(trx, ctx, {
      type: "question.answered",
      subject: { kind: "question", id: question.id },
      ...idsOf(question.application),
      data: { again: question.state === "answered" },
    });
    return { ok: true };
  });
}

/** Whether it is the time that forbids it, and not who asks. */
const mayAnswerAnything = ({ actor, now }: Context, companyId: string): boolean =>
  mayQuestion(actor, "answer", now, {
    ...{ companyId, applicationState: "expert_review", askedBy: "" },
    dueAt: new Date(now.getTime() + 1).toISOString(),
  });

const refuse = (reason: AnswerRefusal) => ({ ok: false, reason }) as const;
