import { canDecide } from "#app/domain/decisions/policy.ts";
import type { DecisionState } from "#app/domain/decisions/release-decision.ts";
import type { Context } from "#app/features/context.ts";
import { keysetBatches } from "#app/features/keyset-batches.ts";
import { decisionColumns, type DecisionRecord, decisionsInScope } from "./decision-record.ts";

export interface ExportedDecision extends DecisionRecord {
  number: string | null;
  titleZh: string;
  titleEn: string;
  companyZh: string;
  companyEn: string;
  uscc: string;
  callCode: string;
  amountRequestedFen: number | null;
}

/** Decisions in one state or in all, in the order they were recorded; undefined for those who may not take them. */
export function exportDecisions(ctx: Context, state: DecisionState | null) {
  if (!canDecide(ctx.actor, "export")) return undefined;
  return keysetBatches<ExportedDecision>((last, limit) => {
    let rows = decisionsInScope(ctx)
      .innerJoin("company", "company.id", "application.company_id")
      .innerJoin("call", "call.id", "application.call_id")
      .select(decisionColumns)
      .select([
        "application.number as number",
        "application.title_zh as titleZh",
        "application.title_en as titleEn",
        "application.amount_requested_fen as amountRequestedFen",
        "company.name_zh as companyZh",
        "company.name_en as companyEn",
        "company.uscc as uscc",
        "call.code as callCode",
      ])
      .orderBy("decision.recorded_at")
      .orderBy("decision.id")
      .limit(limit);
    if (state) rows = rows.where("decision.state", "=", state);
    if (last)
      rows = rows.where((eb) =>
        eb(eb.refTuple("decision.recorded_at", "decision.id"), ">", eb.tuple(last.recordedAt, last.id)),
      );
    return rows.execute();
  });
}
