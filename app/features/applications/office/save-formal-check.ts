import {
  type Checklist,
  type CorrectionItem,
  countChecked,
  type Verdicts,
} from "#app/domain/applications/formal-check.ts";
import type { Context } from "#app/features/context.ts";
import { idsOf } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { changeCheck, type CheckInput, type CheckRefusal, openFormalCheck } from "./open-formal-check.ts";

/** Keeps the checklist, the flags and the verdicts as far as they have got. */
export function saveFormalCheck(
  ctx: Context,
  input: CheckInput & { checklist: Checklist; items?: readonly CorrectionItem[]; verdicts?: Verdicts },
): Promise<{ ok: true; version: number } | { ok: false; reason: CheckRefusal }> {
  return ctx.db.write(async (trx) => {
    const opened = await openFormalCheck(trx, ctx, input);
    if (!opened.ok) return opened;
    const { check, application } = opened;
    const { checklist, items, verdicts } = input;
    if (!(await changeCheck(trx, ctx, check, { checklist, flags: items, verdicts })))
      return { ok: false, reason: "stale" };
    await recordEvent(trx, ctx, {
      type: "formal_check.saved",
      subject: { kind: "formal_check", id: check.id },
      ...idsOf(application),
      data: { checked: countChecked(checklist), ...(items ? { flags: items.length } : {}) },
    });
    return { ok: true, version: check.version + 1 };
  });
}
