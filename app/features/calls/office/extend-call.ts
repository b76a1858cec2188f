import { canExtendTo } from "#app/domain/calls/call-state.ts";
import { reasonProblem } from "#app/domain/applications/office-moves.ts";
import { isBefore } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import { newId } from "#app/platform/new-id.ts";
import { keepExtension } from "../writing/follow-times.ts";
import { changeCall, type CallInput } from "./change-call.ts";

export interface ExtendCall extends CallInput {
  closesAt: Date;
  reason: string;
  /** What the public reads; published with the extension or not at all. */
  notice: { titleZh: string; titleEn: string; bodyZh: string; bodyEn: string };
}

/** Announces a closing time, or moves it later: never earlier, always with a reason and a public notice. */
export const extendCall = (ctx: Context, input: ExtendCall) =>
  changeCall(ctx, input, async (call, trx) => {
    if (call.state !== "open" && call.state !== "closing_soon" && call.state !== "closed")
      return "wrong_state";
    const later = call.closesAt === null || canExtendTo(call, input.closesAt);
    if (!later || !isBefore(ctx.now, input.closesAt)) return "times";
    const reason = input.reason.trim();
    if (reasonProblem(reason) !== null) return "reason";
    const { titleZh, titleEn, bodyZh, bodyEn } = input.notice;
    if ([titleZh, titleEn, bodyZh, bodyEn].some((text) => text.trim() === "")) return "notice";
    await trx
      .insertInto("notice")
      .values({
        ...{ id: newId(), call_id: call.id, published_at: ctx.now.toISOString() },
        ...{
          title_zh: titleZh.trim(),
          title_en: titleEn.trim(),
          body_zh: bodyZh.trim(),
          body_en: bodyEn.trim(),
        },
      })
      .execute();
    await keepExtension(trx, ctx, call.id, input.closesAt, reason);
    return {
      type: "call.deadline_moved",
      set: { closes_at: input.closesAt.toISOString() },
      data: { from: call.closesAt, to: input.closesAt.toISOString(), reason },
    };
  });
