import type { EventType } from "#app/domain/audit/event-types.ts";
import {
  type MoveRefusal,
  moveRefusal,
  needsReason,
  type OfficeMove,
  reasonProblem,
} from "#app/domain/applications/office-moves.ts";
import { can } from "#app/domain/applications/policy.ts";
import { transition } from "#app/domain/applications/workflow.ts";
import type { Context } from "#app/features/context.ts";
import { changeApplication, idsOf, lockApplication } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";

export interface MoveApplication {
  applicationId: string;
  version: number;
  move: OfficeMove;
  reason?: string;
}

export type MoveApplicationRefusal = MoveRefusal | "not_found" | "not_allowed" | "stale" | "reason";

/** Takes one step between formal check and committee. */
export function moveApplication(
  ctx: Context,
  input: MoveApplication,
): Promise<{ ok: true } | { ok: false; reason: MoveApplicationRefusal }> {
  return ctx.db.write(async (trx) => {
    const application = await lockApplication(trx, ctx.actor, input.applicationId);
    if (!application) return refuse("not_found");
    if (!can(ctx.actor, "move", application, ctx.now)) return refuse("not_allowed");
    if (application.version !== input.version) return refuse("stale");
    const refusal = moveRefusal(application, input.move);
    if (refusal) return refuse(refusal);
    const reason = input.reason?.trim() ?? "";
    if (needsReason(input.move) && reasonProblem(reason) !== null) return refuse("reason");
    const to = transition(application.state, input.move, "officer");
    if (to === null) return refuse("wrong_state");
    if (!(await changeApplication(trx, ctx, application, { state: to }))) return refuse("stale");
    await recordEvent(trx, ctx, {
      type: eventOf[input.move] ?? "application.stage_changed",
      subject: { kind: "application", id: application.id },
      ...idsOf(application),
      data: {
        ...{ move: input.move, from: application.state, to },
        ...(input.move === "close_scoring" ? { valid: application.reviews } : {}),
        ...(needsReason(input.move) ? { reason } : {}),
      },
    });
    return { ok: true };
  });
}

const eventOf: Partial<Record<OfficeMove, EventType>> = {
  close_scoring: "application.scoring_closed",
  send_to_committee: "application.sent_to_committee",
};

const refuse = (reason: MoveApplicationRefusal) => ({ ok: false, reason }) as const;
