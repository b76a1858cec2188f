import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { mostPlaces } from "#app/domain/reviews/ranking-view.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { forUpdate, holdName } from "#app/platform/database/sql.ts";

export interface MoveFundingLine {
  callId: string;
  places: number;
  /** As the page showed it; 0 while there was none. */
  version: number;
}

export type MoveFundingLineRefusal = "not_allowed" | "places" | "stale";

/** For how many applications of a call the money is meant to be. It moves nobody: it is what figures refer to. */
export function moveFundingLine(
  ctx: Context,
  { callId, places, version }: MoveFundingLine,
): Promise<{ ok: true } | { ok: false; reason: MoveFundingLineRefusal }> {
  return ctx.db.write(async (trx) => {
    if (!mayReview(ctx.actor, "move_line") || ctx.actor.kind !== "person") return refuse("not_allowed");
    if (!Number.isInteger(places) || places < 1 || places > mostPlaces) return refuse("places");
    await holdName(trx, `funding_line:${callId}`, "alone");
    const standing = await trx
      .selectFrom("funding_line")
      .select(["places", "version"])
      .where("call_id", "=", callId)
      .$call(forUpdate(trx))
      .executeTakeFirst();
    if ((standing?.version ?? 0) !== version) return refuse("stale");
    const moved = {
      ...{ places, moved_by: ctx.actor.personId, moved_at: ctx.now.toISOString(), version: version + 1 },
    };
    await trx
      .insertInto("funding_line")
      .values({ call_id: callId, ...moved })
      .onConflict((conflict) => conflict.column("call_id").doUpdateSet(moved))
      .execute();
    await recordEvent(trx, ctx, {
      type: "ranking.line_moved",
      subject: { kind: "call", id: callId },
      callId,
      data: { places, before: standing?.places ?? null },
    });
    return { ok: true };
  });
}

const refuse = (reason: MoveFundingLineRefusal) => ({ ok: false, reason }) as const;
