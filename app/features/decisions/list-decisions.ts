import { sql } from "kysely";
import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import { canDecide } from "#app/domain/decisions/policy.ts";
import type { DecisionState } from "#app/domain/decisions/release-decision.ts";
import type { Context } from "#app/features/context.ts";
import {
  beyondCursor,
  type Cursor,
  cursorText,
  type Page,
  pageSize,
  readsBackwards,
  toPage,
} from "#app/features/keyset.ts";
import { decisionColumns, decisionsInScope, type DecisionRecord } from "./decision-record.ts";

export interface ListedDecision extends DecisionRecord {
  number: string | null;
  titleZh: string;
  titleEn: string;
  companyZh: string;
  companyEn: string;
  callCode: string;
  amountRequestedFen: number | null;
  applicationState: ApplicationState;
}

/** Decisions in one state, those recorded longest ago first; released ones the latest first. */
export async function listDecisions(
  ctx: Context,
  state: DecisionState,
  cursor: Cursor | null,
): Promise<Page<ListedDecision>> {
  if (!canDecide(ctx.actor, "read")) return { rows: [], next: null, previous: null };
  const upwards = (state === "recorded") !== readsBackwards(cursor);
  let rows = decisionsInScope(ctx)
    .innerJoin("company", "company.id", "application.company_id")
    .innerJoin("call", "call.id", "application.call_id")
    .select(decisionColumns)
    .select([
      "application.number as number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "application.state as applicationState",
      "application.amount_requested_fen as amountRequestedFen",
      "company.name_zh as companyZh",
      "company.name_en as companyEn",
      "call.code as callCode",
    ])
    .where("decision.state", "=", state)
    .orderBy("decision.recorded_at", upwards ? "asc" : "desc")
    .orderBy("decision.id", upwards ? "asc" : "desc")
    .limit(pageSize + 1);
  if (cursor)
    rows = rows.where(beyondCursor(sql.ref("decision.recorded_at"), sql.ref("decision.id"), cursor, upwards));
  const fetched = await rows.$narrowType<{ applicationState: ApplicationState }>().execute();
  return toPage(fetched, cursor, (row) => cursorText(row.recordedAt, row.id));
}

/** How many wait in each state, as far as this reader may know of them. */
export async function countDecisions(ctx: Context): Promise<Readonly<Record<DecisionState, number>>> {
  const counts = { recorded: 0, released: 0, superseded: 0 };
  if (!canDecide(ctx.actor, "read")) return counts;
  const rows = await decisionsInScope(ctx)
    .select((eb) => ["decision.state as state", eb.fn.countAll<number>().as("n")])
    .groupBy("decision.state")
    .execute();
  for (const { state, n } of rows) counts[state] = Number(n);
  return counts;
}
