import { reasonProblem } from "#app/domain/applications/office-moves.ts";
import { mayQuestion } from "#app/domain/reviews/question-policy.ts";
import {
  plainText,
  questionDays,
  questionLimits,
  questionTransition,
  textProblem,
} from "#app/domain/reviews/question-workflow.ts";
import { workingDayDeadline } from "#app/domain/shared/working-days.ts";
import type { Context } from "#app/features/context.ts";
import { idsOf } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { holdCalendar } from "#app/features/working-calendar.ts";
import type { Write } from "#app/platform/database/database.ts";
import { type LockedQuestion, lockQuestion } from "./lock-question.ts";

export interface HandledQuestion {
  applicationId: string;
  questionId: string;
  version: number;
}

export type HandleStep =
  | { step: "forward"; wording: string; days: number }
  | { step: "decline"; reason: string }
  | { step: "pass_on" };

export type HandleRefusal =
  | "not_found"
  | "not_allowed"
  | "wrong_state"
  | "stale"
  | "wording_empty"
  | "wording_long"
  | "days"
  | "reason";

/**
 * What the office does with a question: puts it to the company in its own words and with a time, tells the reviewer
 * why it does not, or passes the answer on to all who review the application.
 */
export function handleQuestion(
  ctx: Context,
  input: HandledQuestion & HandleStep,
): Promise<{ ok: true } | { ok: false; reason: HandleRefusal }> {
  return ctx.db.write(async (trx) => {
    const calendar = await holdCalendar(trx);
    const question = await lockQuestion(trx, ctx.actor, input);
    if (!question || !mayQuestion(ctx.actor, "read", ctx.now)) return refuse("not_found");
    if (!mayQuestion(ctx.actor, "handle", ctx.now, question.subject)) return refuse("not_allowed");
    const to = questionTransition(question.state, input.step, "office");
    if (to === null) return refuse("wrong_state");
    if (question.version !== input.version) return refuse("stale");
    const by = ctx.actor.kind === "person" ? ctx.actor.personId : null;
    const at = ctx.now.toISOString();
    switch (input.step) {
      case "forward": {
        const wording = plainText(input.wording);
        const problem = textProblem(wording, questionLimits.question);
        if (problem !== null) return refuse(problem === "empty" ? "wording_empty" : "wording_long");
        const { days } = input;
        if (!Number.isInteger(days) || days < 1 || days > questionDays.most) return refuse("days");
        const dueAt = workingDayDeadline(ctx.now, days, calendar).toISOString();
        await change(trx, question, { state: to, wording, due_at: dueAt, handled_by: by, handled_at: at });
        await tell(trx, ctx, question, "question.forwarded", { dueAt, days });
        return { ok: true };
      }
      case "decline": {
        const reason = plainText(input.reason);
        if (reasonProblem(reason) !== null) return refuse("reason");
        await change(trx, question, { state: to, reason, handled_by: by, handled_at: at });
        await tell(trx, ctx, question, "question.declined", {});
        return { ok: true };
      }
      case "pass_on":
        await change(trx, question, { state: to, passed_on_at: at });
        await tell(trx, ctx, question, "question.passed_on", {});
        return { ok: true };
    }
  });
}

interface Change {
  state: LockedQuestion["state"];
  wording?: string;
  due_at?: string;
  reason?: string;
  handled_by?: string | null;
  handled_at?: string;
  passed_on_at?: string;
}

/** The row is held by this transaction, so nothing can have moved it. */
async function change(trx: Write, { id, state, version }: LockedQuestion, set: Change): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("review_question")
    .set({ ...set, version: version + 1 })
    .where("id", "=", id)
    .where("state", "=", state)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error("A question changed under its lock");
}

/** The assignment is not named: the record of an application is read by more people than may know who asked. */
const tell = (
  trx: Write,
  ctx: Context,
  { id, application }: LockedQuestion,
  type: "question.forwarded" | "question.declined" | "question.passed_on",
  data: Record<string, string | number>,
) => recordEvent(trx, ctx, { type, subject: { kind: "question", id }, ...idsOf(application), data });

const refuse = (reason: HandleRefusal) => ({ ok: false, reason }) as const;
