import { type Checklist, countChecked } from "#app/domain/applications/formal-check.ts";
import type { Context } from "#app/features/context.ts";
import { idsOf } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { changeCheck, type CheckInput, type CheckRefusal, openFormalCheck } from "./open-formal-check.ts";

/** Keeps the checklist as far as it has got. */
export function saveFormalCheck(
  ctx: Context,
  input: CheckInput & { checklist: Checklist },
): Promise<{ ok: true; version: number } | { ok: false; reason: CheckRefusal }> {
  return ctx.db.write(async (trx) => {
    const opened = await openFormalCheck(trx, ctx, input);
    if (!opened.ok) return opened;
    const { check, application } = opened;
    if (!(await changeCheck(trx, ctx, check, { checklist: input.checklist })))
      return { ok: false, reason: "stale" };
    await recordEvent(trx, ctx, {
      type: "formal_check.saved",
      subject: { kind: "formal_check", id: check.id },
      ...idsOf(application),
      data: { checked: countChecked(input.checklist) },
    });
    return { ok: true, version: check.version + 1 };
  });
}
