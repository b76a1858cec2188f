import type { Context } from "#app/features/context.ts";
import { changeCall, type CallInput } from "./change-call.ts";

/** The results of a call are out: the last of its moments. */
export const publishCall = (ctx: Context, input: CallInput) =>
  changeCall(ctx, input, (call) => {
    if (call.state !== "in_review") return "wrong_state";
    const at = ctx.now.toISOString();
    return { type: "call.published", set: { published_at: at }, data: { from: null, to: at } };
  });
