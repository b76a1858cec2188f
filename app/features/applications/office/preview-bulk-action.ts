import { type BulkAction, type MoveRefusal, moveRefusal } from "#app/domain/applications/office-moves.ts";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import { isBefore } from "#app/domain/shared/beijing-time.ts";
import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import type { Context } from "#app/features/context.ts";
import { applicationsWithCompany } from "./list-applications.ts";

export interface BulkRow {
  id: string;
  number: string | null;
  titleZh: string;
  titleEn: string;
  companyZh: string;
  state: ApplicationState;
  version: number;
  amountFen: number | null;
  officer: string | null;
  /** Why it would not go through; null when it would. */
  refusal: MoveRefusal | "call_open" | null;
}

/** As many as one page holds. */
export const bulkLimit = 50;

/** Exactly which of the chosen applications an action would change, and which it would leave and why. */
export async function previewBulkAction(
  ctx: Context,
  ids: readonly string[],
  action: BulkAction,
  officerId: string | null,
): Promise<BulkRow[]> {
  if (!mayOffice(ctx.actor, "deal_out") || ids.length === 0) return [];
  const rows = await applicationsWithCompany(ctx)
    .innerJoin("call", "call.id", "application.call_id")
    .leftJoin("person", "person.id", "application.officer_id")
    .select([
      "application.id as id",
      "application.number as number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "company.name_zh as companyZh",
      "application.state as state",
      "application.version as version",
      "application.amount_requested_fen as amountFen",
      "application.officer_id as officerId",
      "application.reviews as reviews",
      "person.name as officer",
      "call.closes_at as closesAt",
    ])
    .where("application.id", "in", ids.slice(0, bulkLimit))
    .orderBy("application.number")
    .$narrowType<{ state: ApplicationState }>()
    .execute();
  return rows.map(({ closesAt, officerId: current, reviews, ...row }) => {
    const stillOpen = action === "start_formal_check" && closesAt !== null && isBefore(ctx.now, closesAt);
    const refusal = moveRefusal({ state: row.state, reviews, officerId: current }, action, officerId);
    return { ...row, refusal: refusal ?? (stillOpen ? "call_open" : null) };
  });
}
