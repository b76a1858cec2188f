import type { Context } from "#app/features/context.ts";
import { changeCall, type CallInput } from "./change-call.ts";

/** Tells the public that a closed call is now being reviewed. */
export const startCallReview = (ctx: Context, input: CallInput) =>
  changeCall(ctx, input, (call) => {
    if (call.state !== "closed") return "wrong_state";
    const at = ctx.now.toISOString();
    return { type: "call.review_started", set: { review_started_at: at }, data: { from: null, to: at } };
  });
