import { canDecide } from "#app/domain/decisions/policy.ts";
import type { Context } from "#app/features/context.ts";
import { type ListedDecision, listedDecisions } from "./decision-record.ts";

/** One decision of an application the actor may see; to anybody but the fund's own people it does not exist. */
export async function findDecision(ctx: Context, id: string): Promise<ListedDecision | undefined> {
  if (!canDecide(ctx.actor, "read")) return undefined;
  return await listedDecisions(ctx).where("decision.id", "=", id).executeTakeFirst();
}
