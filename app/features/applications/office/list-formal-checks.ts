import { sql } from "kysely";
import { type Checklist, countChecked, readChecklist } from "#app/domain/applications/formal-check.ts";
import type { CheckQueue } from "#app/domain/applications/check-queues.ts";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
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
import { applicationsWithCompany } from "./list-applications.ts";

export interface QueuedCheck {
  id: string;
  number: string | null;
  titleZh: string;
  titleEn: string;
  companyZh: string;
  companyEn: string;
  callCode: string;
  closesAt: string | null;
  since: string;
  dueAt: string | null;
  round: number;
  officer: string | null;
  /** Of fourteen; null while nobody has opened this version. */
  checked: number | null;
}

/** One of the three queues of the formal check, the longest waiting first. */
export async function listFormalChecks(
  ctx: Context,
  queue: CheckQueue,
  cursor: Cursor | null,
): Promise<Page<QueuedCheck>> {
  if (!mayOffice(ctx.actor, "list")) return { rows: [], next: null, previous: null };
  const upwards = !readsBackwards(cursor);
  let rows = applicationsWithCompany(ctx)
    .innerJoin("call", "call.id", "application.call_id")
    .leftJoin("person", "person.id", "application.officer_id")
    .leftJoin("formal_check", (join) =>
      join.onRef("formal_check.application_id", "=", "application.id").on("formal_check.result", "=", "open"),
    )
    .select([
      "application.id as id",
      "application.number as number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "company.name_zh as companyZh",
      "company.name_en as companyEn",
      "call.code as callCode",
      "call.closes_at as closesAt",
      "application.state_since as since",
      "application.due_at as dueAt",
      "application.correction_round as round",
      "person.name as officer",
      "formal_check.checklist as checklist",
    ])
    .where("application.state", "=", queue)
    .orderBy("application.state_since", upwards ? "asc" : "desc")
    .orderBy("application.id", upwards ? "asc" : "desc")
    .limit(pageSize + 1);
  if (cursor)
    rows = rows.where(
      beyondCursor(sql.ref("application.state_since"), sql.ref("application.id"), cursor, upwards),
    );
  const fetched = await rows.execute();
  return toPage(
    fetched.map(({ checklist, ...row }) => ({
      ...row,
      checked: checklist === null ? null : countChecked(parsed(checklist)),
    })),
    cursor,
    (row) => cursorText(row.since, row.id),
  );
}

const parsed = (checklist: string): Checklist => readChecklist(JSON.parse(checklist));
