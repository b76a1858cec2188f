import type { Context } from "#app/features/context.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";

export interface ReleasedDecision {
  kind: "approve" | "approve_with_conditions" | "defer" | "reject";
  amountFen: number | null;
  conditions: string;
  reasonCode: string | null;
  reasonText: string;
  releasedAt: string;
}

export interface Outcome {
  /** Why the formal check refused it; undefined unless it did. */
  refusal: { code: string | null; text: string } | undefined;
  /** What the committee decided, once it is released; nothing of it before. */
  decision: ReleasedDecision | undefined;
}

/** What has been decided about an application, as far as its company may know. One statement. */
export async function findOutcome(ctx: Context, applicationId: string): Promise<Outcome> {
  const rows = await visibleApplications(ctx.db.read, ctx.actor)
    .leftJoin("formal_check as f", (join) =>
      join.onRef("f.application_id", "=", "application.id").on("f.result", "=", "not_accepted"),
    )
    .leftJoin("decision as d", (join) =>
      join.onRef("d.application_id", "=", "application.id").on("d.state", "=", "released"),
    )
    .select(["f.id as checkId", "f.reason_code as refusalCode", "f.reason_text as refusalText"])
    .select(["d.kind", "d.amount_fen", "d.conditions", "d.reason_code", "d.reason_text", "d.released_at"])
    .where("application.id", "=", applicationId)
    .orderBy("f.decided_at", "desc")
    .orderBy("d.released_at", "desc")
    .limit(1)
    .execute();
  const row = rows[0];
  return {
    refusal: row?.checkId ? { code: row.refusalCode, text: row.refusalText ?? "" } : undefined,
    decision:
      row?.kind && row.released_at
        ? {
            kind: row.kind,
            amountFen: row.amount_fen,
            conditions: row.conditions ?? "",
            reasonCode: row.reason_code,
            reasonText: row.reason_text ?? "",
            releasedAt: row.released_at,
          }
        : undefined,
  };
}
