import { canDecide } from "#app/domain/decisions/policy.ts";
import type { Context } from "#app/features/context.ts";
import { keysetBatches } from "#app/features/keyset-batches.ts";
import { type DecisionScope, type ListedDecision, listedDecisions } from "./decision-record.ts";

export type ExportedDecision = ListedDecision;

/** Decisions as the list is narrowed, in the order they were recorded; undefined for those who may not take them. */
export function exportDecisions(ctx: Context, scope: DecisionScope) {
  if (!canDecide(ctx.actor, "export")) return undefined;
  return keysetBatches<ExportedDecision>((last, limit) => {
    let rows = listedDecisions(ctx, scope)
      .orderBy("decision.recorded_at")
      .orderBy("decision.id")
      .limit(limit);
    if (last)
      rows = rows.where((eb) =>
        eb(eb.refTuple("decision.recorded_at", "decision.id"), ">", eb.tuple(last.recordedAt, last.id)),
      );
    return rows.execute();
  });
}
