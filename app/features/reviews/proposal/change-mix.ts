import { readMix } from "#app/domain/reviews/assignment-run.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { type AssignmentMix, assignmentMix } from "./assignment-mix.ts";

export interface ChangeMix {
  callId: string;
  declared: string;
  text: string;
  wish: string;
  wishesOpen: boolean;
  /** As the page had it. */
  version: number;
}

export type MixRefusal = "not_allowed" | "weights" | "stale";

/** Sets how the call weighs a match, and whether its reviewers are asked for wishes. */
export function changeMix(
  ctx: Context,
  input: ChangeMix,
): Promise<{ ok: true } | { ok: false; reason: MixRefusal }> {
  return ctx.db.write(async (trx) => {
    if (!mayReview(ctx.actor, "propose")) return { ok: false, reason: "not_allowed" };
    const weights = readMix(input);
    if (!weights) return { ok: false, reason: "weights" };
    const before = await assignmentMix(trx, input.callId);
    if (before.version !== input.version) return { ok: false, reason: "stale" };
    const after = { weights, wishesOpen: input.wishesOpen, version: before.version + 1 };
    if (!(await write(trx, ctx, input.callId, after))) return { ok: false, reason: "stale" };
    await recordEvent(trx, ctx, {
      type: "assignment_mix.changed",
      subject: { kind: "call", id: input.callId },
      callId: input.callId,
      data: {
        before: { ...before.weights, wishesOpen: before.wishesOpen },
        after: { ...weights, wishesOpen: input.wishesOpen },
      },
    });
    return { ok: true };
  });
}

/** False when somebody else was first. */
async function write(
  trx: Write,
  { actor, now }: Context,
  callId: string,
  { weights, wishesOpen, version }: AssignmentMix,
): Promise<boolean> {
  const row = {
    ...{ declared_weight: weights.declared, text_weight: weights.text, wish_weight: weights.wish },
    wishes_open: wishesOpen ? 1 : 0,
    ...{ version, updated_at: now.toISOString() },
    updated_by: actor.kind === "person" ? actor.personId : null,
  } as const;
  if (version === 1) {
    const added = await trx
      .insertInto("assignment_setting")
      .values({ call_id: callId, ...row })
      .onConflict((conflict) => conflict.column("call_id").doNothing())
      .executeTakeFirst();
    return Number(added.numInsertedOrUpdatedRows ?? 0) === 1;
  }
  const changed = await trx
    .updateTable("assignment_setting")
    .set(row)
    .where("call_id", "=", callId)
    .where("version", "=", version - 1)
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) === 1;
}
