import { reasonProblem } from "#app/domain/applications/office-moves.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { newId } from "#app/platform/new-id.ts";
import { lockStandingCall } from "./standing-call.ts";

export interface WithdrawCall {
  callId: string;
  version: number;
  reason: string;
  /** For the public, where it has been shown the call. */
  notice: { titleZh: string; titleEn: string; bodyZh: string; bodyEn: string };
}

export type WithdrawCallRefusal = "not_allowed" | "not_found" | "stale" | "wrong_state" | "reason" | "notice";

/**
 * Takes a call back before it opens: it is listed no more and does not open. What was written stays, and can be
 * published again. The public, where it knew of the call, reads why.
 */
export function withdrawCall(
  ctx: Context,
  input: WithdrawCall,
): Promise<{ ok: true } | { ok: false; reason: WithdrawCallRefusal }> {
  return ctx.db.write(async (trx) => {
    if (!mayCall(ctx.actor, "withdraw")) return { ok: false, reason: "not_allowed" };
    const call = await lockStandingCall(trx, ctx, input.callId);
    if (!call) return { ok: false, reason: "not_found" };
    if (call.version !== input.version) return { ok: false, reason: "stale" };
    if (call.state !== "not_open" || call.withdrawnAt !== null) return { ok: false, reason: "wrong_state" };
    const reason = input.reason.trim();
    if (reasonProblem(reason) !== null) return { ok: false, reason: "reason" };
    const [titleZh, titleEn, bodyZh, bodyEn] = [
      input.notice.titleZh.trim(),
      input.notice.titleEn.trim(),
      input.notice.bodyZh.trim(),
      input.notice.bodyEn.trim(),
    ];
    if (call.listed && [titleZh, titleEn, bodyZh, bodyEn].includes(""))
      return { ok: false, reason: "notice" };
    const at = ctx.now.toISOString();
    await trx
      .updateTable("call")
      .set({ ...{ listed: 0, withdrawn_at: at, opens_at: null, closes_at: null }, version: call.version + 1 })
      .where("id", "=", call.id)
      .execute();
    if (call.listed)
      await trx
        .insertInto("notice")
        .values({
          ...{ id: newId(), call_id: call.id, published_at: at },
          ...{ title_zh: titleZh, title_en: titleEn, body_zh: bodyZh, body_en: bodyEn },
        })
        .execute();
    await recordEvent(trx, ctx, {
      type: "call.withdrawn",
      subject: { kind: "call", id: call.id },
      callId: call.id,
      data: { reason, opensAt: call.opensAt },
    });
    return { ok: true };
  });
}
