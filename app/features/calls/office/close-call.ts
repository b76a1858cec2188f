import { reasonProblem } from "#app/domain/applications/office-moves.ts";
import type { Context } from "#app/features/context.ts";
import { keepExtension } from "../writing/follow-times.ts";
import { changeCall, type CallInput } from "./change-call.ts";

/** Ends a call that never announced a closing time. An announced one is kept: nobody may be cut short. */
export const closeCall = (ctx: Context, input: CallInput & { reason: string }) =>
  changeCall(ctx, input, async (call, trx) => {
    if (call.state !== "open" || call.closesAt !== null) return "wrong_state";
    const reason = input.reason.trim();
    if (reasonProblem(reason) !== null) return "reason";
    const at = ctx.now.toISOString();
    await keepExtension(trx, ctx, call.id, ctx.now, reason);
    return { type: "call.closed", set: { closes_at: at }, data: { from: null, to: at, reason } };
  });
