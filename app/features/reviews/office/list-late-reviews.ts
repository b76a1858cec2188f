import { sql } from "kysely";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
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
import { visibleApplications } from "#app/features/visible-applications.ts";

export interface LateReview {
  id: string;
  applicationId: string;
  number: string | null;
  titleZh: string;
  titleEn: string;
  reviewer: string;
  state: "assigned" | "accepted";
  dueAt: string;
}

/** Reviews that should be in and are not, the longest overdue first. */
export async function listLateReviews(
  ctx: Context,
  cursor: Cursor | null,
  { callId }: { callId?: string } = {},
): Promise<Page<LateReview>> {
  if (!mayReview(ctx.actor, "read_reviewer_names")) return { rows: [], next: null, previous: null };
  const upwards = !readsBackwards(cursor);
  let rows = visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("assignment as g", "g.application_id", "application.id")
    .innerJoin("person", "person.id", "g.reviewer_id")
    .select([
      "g.id as id",
      "application.id as applicationId",
      "application.number as number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "person.name as reviewer",
      "g.state as state",
      "g.due_at as dueAt",
    ])
    .where("g.state", "in", ["assigned", "accepted"])
    .where("g.due_at", "<=", ctx.now.toISOString())
    .where("application.state", "=", "expert_review")
    .orderBy("g.due_at", upwards ? "asc" : "desc")
    .orderBy("g.id", upwards ? "asc" : "desc")
    .limit(pageSize + 1);
  if (callId) rows = rows.where("application.call_id", "=", callId);
  if (cursor) rows = rows.where(beyondCursor(sql.ref("g.due_at"), sql.ref("g.id"), cursor, upwards));
  const fetched = await rows.$narrowType<{ state: LateReview["state"] }>().execute();
  return toPage(fetched, cursor, (row) => cursorText(row.dueAt, row.id));
}
