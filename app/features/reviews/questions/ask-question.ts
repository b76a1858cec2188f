import { canWithAssignment } from "#app/domain/reviews/policy.ts";
import {
  mostWaitingQuestions,
  plainText,
  questionLimits,
  textProblem,
  type TextProblem,
} from "#app/domain/reviews/question-workflow.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import { findAssignment, type OwnAssignment } from "../find-assignment.ts";

export interface AskQuestion {
  assignmentId: string;
  /** Empty where it is about the whole application. */
  sectionKey: string;
  question: string;
}

export type AskedQuestion =
  | { ok: true; questionId: string }
  | { ok: false; reason: "not_found" | "closed" | "section" | "too_many" | TextProblem };

/** A reviewer asks the company something; it waits with the office, and the same question asked twice is one. */
export function askQuestion(ctx: Context, input: AskQuestion): Promise<AskedQuestion> {
  return ctx.db.write(async (trx) => {
    const assignment = await findAssignment(trx, ctx, input.assignmentId, true);
    if (!assignment || !canWithAssignment(ctx.actor, "read_application", assignment.subject))
      return refuse("not_found");
    if (!canWithAssignment(ctx.actor, "ask", assignment.subject)) return refuse("closed");
    const question = plainText(input.question);
    const problem = textProblem(question, questionLimits.question);
    if (problem !== null) return refuse(problem);
    const { sectionKey } = input;
    if (sectionKey !== "" && !(await hasSection(trx, assignment, sectionKey))) return refuse("section");
    const waiting = await trx
      .selectFrom("review_question")
      .select(["id", "question", "section_key"])
      .where("assignment_id", "=", assignment.id)
      .where("state", "=", "asked")
      .execute();
    const same = waiting.find((each) => each.question === question && each.section_key === sectionKey);
    if (same) return { ok: true, questionId: same.id };
    if (waiting.length >= mostWaitingQuestions) return refuse("too_many");
    const id = newId();
    await trx
      .insertInto("review_question")
      .values({
        ...{ id, application_id: assignment.applicationId, assignment_id: assignment.id },
        ...{ section_key: sectionKey, question, asked_at: ctx.now.toISOString(), state: "asked", version: 1 },
      })
      .execute();
    await recordEvent(trx, ctx, {
      type: "question.asked",
      subject: { kind: "question", id },
      ...{ applicationId: assignment.applicationId, companyId: assignment.companyId },
      callId: assignment.callId,
      data: { assignmentId: assignment.id },
    });
    return { ok: true, questionId: id };
  });
}

async function hasSection(trx: Write, { applicationId }: OwnAssignment, key: string): Promise<boolean> {
  const { form_version_id } = await trx
    .selectFrom("application")
    .select("form_version_id")
    .where("id", "=", applicationId)
    .executeTakeFirstOrThrow();
  const { parts } = await formOfVersion(trx, form_version_id);
  return parts.some(({ sections }) =>
    sections.some((section) => section.key === key && section.kind !== "signing" && !section.restricted),
  );
}

const refuse = <R extends string>(reason: R) => ({ ok: false, reason }) as const;
