import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { forUpdate } from "#app/platform/database/sql.ts";

export interface OrderTies {
  callId: string;
  /** The whole group of equals, the first first. */
  applicationIds: readonly string[];
}

export type OrderTiesRefusal = "not_allowed" | "not_found" | "not_a_tie" | "not_the_whole_tie";

/** The chair says in which order applications stand that are equal in score and in every tie-break. */
export function orderTies(
  ctx: Context,
  { callId, applicationIds }: OrderTies,
): Promise<{ ok: true } | { ok: false; reason: OrderTiesRefusal }> {
  return ctx.db.write(async (trx) => {
    if (!mayReview(ctx.actor, "order_ties")) return refuse("not_allowed");
    if (new Set(applicationIds).size < 2) return refuse("not_a_tie");
    const rows = await trx
      .selectFrom("score_summary")
      .select(["application_id", "score_x100", "tie_1", "tie_2", "tie_3"])
      .where("call_id", "=", callId)
      .where("application_id", "in", applicationIds)
      .orderBy("application_id")
      .$call(forUpdate(trx))
      .execute();
    const [first] = rows;
    if (!first || rows.length !== applicationIds.length) return refuse("not_found");
    const { score_x100: score, tie_1, tie_2, tie_3 } = first;
    const equal = rows.every(
      (row) => row.score_x100 === score && row.tie_1 === tie_1 && row.tie_2 === tie_2 && row.tie_3 === tie_3,
    );
    if (score === null || !equal) return refuse("not_a_tie");
    const group = await trx
      .selectFrom("score_summary")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("call_id", "=", callId)
      .where("score_x100", "=", score)
      .where("tie_1", "=", tie_1)
      .where("tie_2", "=", tie_2)
      .where("tie_3", "=", tie_3)
      .where("state", "!=", "withdrawn")
      .executeTakeFirstOrThrow();
    if (Number(group.n) !== rows.length) return refuse("not_the_whole_tie");
    for (const [index, id] of applicationIds.entries())
      await trx
        .updateTable("score_summary")
        .set((eb) => ({ chair_order: index + 1, changes: eb("changes", "+", 1) }))
        .where("application_id", "=", id)
        .execute();
    await recordEvent(trx, ctx, {
      type: "ranking.ties_ordered",
      subject: { kind: "call", id: callId },
      callId,
      data: { order: [...applicationIds] },
    });
    return { ok: true };
  });
}

const refuse = (reason: OrderTiesRefusal) => ({ ok: false, reason }) as const;
