import { isBefore } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import { followTimes } from "../writing/follow-times.ts";
import { changeCall, type CallInput } from "./change-call.ts";

export interface ScheduleCall extends CallInput {
  opensAt: Date;
  /** Null while no closing time is announced. */
  closesAt: Date | null;
}

/** Before it opens a call's times can be set and changed freely; the form and the rubric must be there. */
export const scheduleCall = (ctx: Context, input: ScheduleCall) =>
  changeCall(ctx, input, async (call, trx) => {
    if (call.state !== "not_open" || !call.listed) return "wrong_state";
    if (!call.ready) return "not_ready";
    const { opensAt, closesAt } = input;
    if (closesAt && !(isBefore(opensAt, closesAt) && isBefore(ctx.now, closesAt))) return "times";
    // An opening in the past would have been open already: it opens now.
    const opens = isBefore(opensAt, ctx.now) ? ctx.now : opensAt;
    await followTimes(trx, ctx, call.id, { opens, closes: closesAt });
    return {
      type: "call.opened",
      set: { opens_at: opens.toISOString(), ...(closesAt ? { closes_at: closesAt.toISOString() } : {}) },
      data: { from: call.opensAt, to: opens.toISOString() },
    };
  });
