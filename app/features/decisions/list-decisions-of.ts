import { canDecide } from "#app/domain/decisions/policy.ts";
import type { Context } from "#app/features/context.ts";
import { decisionColumns, type DecisionRecord, decisionsInScope } from "./decision-record.ts";

/** Every decision on one application, the latest first; staff only, for most are under embargo. */
export async function listDecisionsOf(ctx: Context, applicationId: string): Promise<DecisionRecord[]> {
  if (!canDecide(ctx.actor, "read")) return [];
  return await decisionsInScope(ctx)
    .select(decisionColumns)
    .where("application.id", "=", applicationId)
    .orderBy("decision.recorded_at", "desc")
    .orderBy("decision.id", "desc")
    .execute();
}
