import { type Checklist, formalCheckProblems, type Verdicts } from "#app/domain/applications/formal-check.ts";
import { transition } from "#app/domain/applications/workflow.ts";
import type { Context } from "#app/features/context.ts";
import { changeLocked, idsOf } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { ClosingRefusal } from "./accept-application.ts";
import { changeCheck, type CheckInput, openFormalCheck } from "./open-formal-check.ts";

export interface RefuseApplication extends CheckInput {
  checklist: Checklist;
  verdicts?: Verdicts;
  /** F01 to F14: one that the checklist marks as a problem. */
  reasonCode: string;
  /** What the company is told. */
  reasonText: string;
}

/** The check is failed for a reason no paper can mend: the application is not accepted. */
export function refuseApplication(
  ctx: Context,
  input: RefuseApplication,
): Promise<{ ok: true } | ClosingRefusal> {
  return ctx.db.write(async (trx) => {
    const opened = await openFormalCheck(trx, ctx, input);
    if (!opened.ok) return opened;
    const { check, application } = opened;
    const { checklist, reasonCode, verdicts } = input;
    const reasonText = input.reasonText.trim();
    const problems = formalCheckProblems(checklist, { result: "not_accepted", reasonCode, reasonText });
    if (problems.length > 0) return { ok: false, reason: "problems", problems };
    const to = transition(application.state, "not_accept", "officer");
    if (to === null) return { ok: false, reason: "closed" };
    const refusal = { checklist, verdicts, result: "not_accepted", reasonCode, reasonText } as const;
    if (!(await changeCheck(trx, ctx, check, refusal))) return { ok: false, reason: "stale" };
    await changeLocked(trx, ctx, application, { state: to, dueAt: null });
    await recordEvent(trx, ctx, {
      type: "formal_check.not_accepted",
      subject: { kind: "formal_check", id: check.id },
      ...idsOf(application),
      data: { reasonCode },
    });
    return { ok: true };
  });
}
