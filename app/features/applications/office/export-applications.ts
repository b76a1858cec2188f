import { sql } from "kysely";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import type { Context } from "#app/features/context.ts";
import { beyondCursor } from "#app/features/keyset.ts";
import { keysetBatches } from "#app/features/keyset-batches.ts";
import { applicationsWithCompany, listOrder, withSortKey } from "./list-applications.ts";
import { narrowList, type ResolvedFilter } from "./narrow-list.ts";

/** The applications of a list as it stands on the screen, in its order; undefined for those who may not take them. */
export function exportApplications(ctx: Context, filter: ResolvedFilter) {
  if (!mayOffice(ctx.actor, "export_applications")) return undefined;
  const { key, direction } = listOrder(filter);
  return keysetBatches<ExportedApplication>(async (last, limit) => {
    let rows = narrowList(applicationsWithCompany(ctx), ctx, filter)
      .innerJoin("call", "call.id", "application.call_id")
      .leftJoin("person", "person.id", "application.officer_id")
      .select(exportedColumns)
      .select(sql<string | number>`${key}`.as("sortKey"))
      .orderBy(key, direction)
      .orderBy("application.id", direction)
      .limit(limit);
    rows = withSortKey(rows, filter.sort);
    if (last) {
      const at = { value: last.sortKey, id: last.id };
      rows = rows.where(beyondCursor(key, sql.ref("application.id"), at, direction === "asc"));
    }
    return await rows.$narrowType<{ state: ApplicationState }>().execute();
  });
}

const exportedColumns = [
  "application.id as id",
  "application.number as number",
  "call.code as callCode",
  "application.title_zh as titleZh",
  "application.title_en as titleEn",
  "company.name_zh as companyZh",
  "company.name_en as companyEn",
  "company.uscc as uscc",
  "application.city_code as city",
  "application.chain_segment as segment",
  "application.amount_requested_fen as amountFen",
  "application.total_investment_fen as totalFen",
  "application.state as state",
  "application.state_since as since",
  "application.submitted_at as submittedAt",
  "application.correction_round as round",
  "application.due_at as dueAt",
  "application.reviewers as reviewers",
  "application.reviews as reviews",
  "person.name as officer",
] as const;

export interface ExportedApplication {
  id: string;
  number: string | null;
  callCode: string;
  titleZh: string;
  titleEn: string;
  companyZh: string;
  companyEn: string;
  uscc: string;
  city: string;
  segment: string;
  amountFen: number | null;
  totalFen: number | null;
  state: ApplicationState;
  since: string;
  submittedAt: string | null;
  round: number;
  dueAt: string | null;
  reviewers: number;
  reviews: number;
  officer: string | null;
  sortKey: string | number;
}
