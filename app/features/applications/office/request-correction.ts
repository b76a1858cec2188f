import {
  type Checklist,
  type CorrectionItem,
  correctionWorkingDays,
  formalCheckProblems,
  type Verdicts,
  verdictProblems,
} from "#app/domain/applications/formal-check.ts";
import { transition } from "#app/domain/applications/workflow.ts";
import { workingDayDeadline } from "#app/domain/shared/working-days.ts";
import type { Context } from "#app/features/context.ts";
import { changeLocked, idsOf, type LockedApplication } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { holdCalendar } from "#app/features/working-calendar.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import type { ClosingRefusal } from "./accept-application.ts";
import { changeCheck, type CheckInput, flagsToJudge, openFormalCheck } from "./open-formal-check.ts";

export interface RequestCorrection extends CheckInput {
  checklist: Checklist;
  /** Every defect at once: the company answers these and nothing else. */
  items: readonly CorrectionItem[];
  verdicts?: Verdicts;
  /** The deadline as the preview of the notice had it: on another day it is shown again before it is sent. */
  seenDueAt?: string;
}

/** Sends the application back with all its defects; at most two rounds, five working days each. */
export function requestCorrection(
  ctx: Context,
  input: RequestCorrection,
): Promise<{ ok: true; dueAt: string } | { ok: false; reason: "due_moved" } | ClosingRefusal> {
  return ctx.db.write(async (trx) => {
    const calendar = await holdCalendar(trx);
    const opened = await openFormalCheck(trx, ctx, input);
    if (!opened.ok) return opened;
    const { check, application } = opened;
    const { checklist, items, verdicts = {} } = input;
    const outcome = { result: "correction", items, roundsUsed: application.round } as const;
    const problems = [
      ...formalCheckProblems(checklist, outcome),
      ...verdictProblems(await flagsToJudge(trx, application), verdicts, "correction"),
    ];
    if (problems.length > 0) return { ok: false, reason: "problems", problems };
    const to = transition(application.state, "request_correction", "officer");
    if (to === null) return { ok: false, reason: "closed" };
    const round = application.round + 1;
    const dueAt = workingDayDeadline(ctx.now, correctionWorkingDays, calendar).toISOString();
    if (input.seenDueAt !== undefined && input.seenDueAt !== dueAt) return { ok: false, reason: "due_moved" };
    if (!(await changeCheck(trx, ctx, check, { checklist, flags: items, verdicts, result: "correction" })))
      return { ok: false, reason: "stale" };
    await changeLocked(trx, ctx, application, { state: to, dueAt, round });
    await insertItems(trx, ctx, application, round, items);
    await recordEvent(trx, ctx, {
      type: "formal_check.correction_requested",
      subject: { kind: "formal_check", id: check.id },
      ...idsOf(application),
      data: { round, dueAt, items: items.length },
    });
    return { ok: true, dueAt };
  });
}

const insertItems = (
  trx: Write,
  { actor, now }: Context,
  application: LockedApplication,
  round: number,
  items: readonly CorrectionItem[],
) =>
  trx
    .insertInto("correction_item")
    .values(
      items.map((item) => ({
        ...{ id: newId(), application_id: application.id, round },
        ...{ section_key: item.sectionKey, question_key: item.questionKey, file_id: item.fileId ?? "" },
        ...{ reason: item.reason.trim(), wanted: item.wanted.trim() },
        created_by: actor.kind === "person" ? actor.personId : "system",
        created_at: now.toISOString(),
        answered_at: null,
      })),
    )
    .execute();
