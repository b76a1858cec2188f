import { mostExtensionDays } from "#app/domain/applications/correction.ts";
import { reasonProblem } from "#app/domain/applications/office-moves.ts";
import { can } from "#app/domain/applications/policy.ts";
import { isBefore } from "#app/domain/shared/beijing-time.ts";
import { workingDayDeadline } from "#app/domain/shared/working-days.ts";
import type { Context } from "#app/features/context.ts";
import { changeApplication, idsOf, lockApplication } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { holdCalendar } from "#app/features/working-calendar.ts";

export interface ExtendCorrection {
  applicationId: string;
  version: number;
  /** Working days after the day it is due now. */
  days: number;
  reason: string;
}

export type ExtendRefusal =
  "not_found" | "not_allowed" | "wrong_state" | "correction_over" | "extension_days" | "reason" | "stale";

/** Gives the company more working days for its correction, while it is not over. */
export function extendCorrection(
  ctx: Context,
  input: ExtendCorrection,
): Promise<{ ok: true; dueAt: string } | { ok: false; reason: ExtendRefusal }> {
  return ctx.db.write(async (trx) => {
    const calendar = await holdCalendar(trx);
    const application = await lockApplication(trx, ctx.actor, input.applicationId);
    if (!application) return refuse("not_found");
    if (!can(ctx.actor, "check", application, ctx.now)) return refuse("not_allowed");
    const { dueAt: from, round } = application;
    if (application.state !== "supplement_required" || from === null) return refuse("wrong_state");
    if (!isBefore(ctx.now, from)) return refuse("correction_over");
    if (application.version !== input.version) return refuse("stale");
    const { days } = input;
    if (!Number.isInteger(days) || days < 1 || days > mostExtensionDays) return refuse("extension_days");
    const reason = input.reason.trim();
    if (reasonProblem(reason) !== null) return refuse("reason");
    const dueAt = workingDayDeadline(from, days, calendar).toISOString();
    if (!(await changeApplication(trx, ctx, application, { dueAt }))) return refuse("stale");
    await recordEvent(trx, ctx, {
      type: "correction.extended",
      subject: { kind: "application", id: application.id },
      ...idsOf(application),
      data: { round, from, to: dueAt, days, reason },
    });
    return { ok: true, dueAt };
  });
}

const refuse = (reason: ExtendRefusal) => ({ ok: false, reason }) as const;
