import {
  type Checklist,
  type FormalCheckProblem,
  formalCheckProblems,
  type Verdicts,
  verdictProblems,
} from "#app/domain/applications/formal-check.ts";
import { transition } from "#app/domain/applications/workflow.ts";
import type { Context } from "#app/features/context.ts";
import { changeLocked, idsOf } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import {
  changeCheck,
  type CheckInput,
  type CheckRefusal,
  flagsToJudge,
  openFormalCheck,
} from "./open-formal-check.ts";

export type ClosingRefusal =
  | { ok: false; reason: CheckRefusal }
  | { ok: false; reason: "problems"; problems: readonly FormalCheckProblem[] };

/** The check is passed: the application goes to the experts. */
export function acceptApplication(
  ctx: Context,
  input: CheckInput & { checklist: Checklist; verdicts?: Verdicts },
): Promise<{ ok: true } | ClosingRefusal> {
  return ctx.db.write(async (trx) => {
    const opened = await openFormalCheck(trx, ctx, input);
    if (!opened.ok) return opened;
    const { check, application } = opened;
    const { checklist, verdicts = {} } = input;
    const problems = [
      ...formalCheckProblems(checklist, { result: "accepted" }),
      ...verdictProblems(await flagsToJudge(trx, application), verdicts, "accepted"),
    ];
    if (problems.length > 0) return { ok: false, reason: "problems", problems };
    const to = transition(application.state, "accept", "officer");
    if (to === null) return { ok: false, reason: "closed" };
    if (!(await changeCheck(trx, ctx, check, { checklist, verdicts, result: "accepted" })))
      return { ok: false, reason: "stale" };
    await changeLocked(trx, ctx, application, { state: to, dueAt: null });
    await recordEvent(trx, ctx, {
      type: "formal_check.accepted",
      subject: { kind: "formal_check", id: check.id },
      ...idsOf(application),
      data: { submissionId: check.submissionId },
    });
    return { ok: true };
  });
}
