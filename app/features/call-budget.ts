import { type CallBudget, decisionKinds, isApproval } from "#app/domain/decisions/decision.ts";
import type { Read, Write } from "#app/platform/database/database.ts";

const approvals = decisionKinds.filter(isApproval);

/**
 * The budget of a call and what its approvals come to, released or not; not that of `except`, which is being decided.
 * Whatever the reader may see: a sum that left something out would be a wrong one.
 */
export async function callBudget(db: Read | Write, callId: string, except = ""): Promise<CallBudget> {
  const row = await db
    .selectFrom("call")
    .select((eb) => {
      const approved = eb
        .selectFrom("decision")
        .innerJoin("application", "application.id", "decision.application_id")
        .whereRef("application.call_id", "=", "call.id")
        .where("application.id", "!=", except)
        .where("application.state", "!=", "withdrawn")
        .where("decision.state", "in", ["recorded", "released"])
        .where("decision.kind", "in", approvals);
      return [
        "call.budget_fen as budgetFen",
        approved.select(({ fn }) => fn.sum<number | null>("decision.amount_fen").as("fen")).as("approvedFen"),
        approved.select(({ fn }) => fn.countAll<number>().as("n")).as("approvals"),
      ];
    })
    .where("call.id", "=", callId)
    .executeTakeFirst();
  return {
    budgetFen: row?.budgetFen ?? null,
    approvedFen: Number(row?.approvedFen ?? 0),
    approvals: Number(row?.approvals ?? 0),
  };
}
