import { sql } from "kysely";
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
import {
  decisionsInScope,
  type DecisionScope,
  type ListedDecision,
  listedDecisions,
} from "./decision-record.ts";

/** Those to be released by how long they wait; all others the latest first. */
export async function listDecisions(
  ctx: Context,
  scope: DecisionScope,
  cursor: Cursor | null,
): Promise<Page<ListedDecision>> {
  if (!canDecide(ctx.actor, "read")) return { rows: [], next: null, previous: null };
  const upwards = (scope.state === "recorded") !== readsBackwards(cursor);
  let rows = listedDecisions(ctx, scope)
    .orderBy("decision.recorded_at", upwards ? "asc" : "desc")
    .orderBy("decision.id", upwards ? "asc" : "desc")
    .limit(pageSize + 1);
  if (cursor)
    rows = rows.where(beyondCursor(sql.ref("decision.recorded_at"), sql.ref("decision.id"), cursor, upwards));
  return toPage(await rows.execute(), cursor, (row) => cursorText(row.recordedAt, row.id));
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
