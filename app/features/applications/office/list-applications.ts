import { sql } from "kysely";
import type { ListSort } from "#app/domain/applications/list-filter.ts";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import type { ApplicationState } from "#app/domain/applications/workflow.ts";
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
import { narrowList, type ResolvedFilter } from "./narrow-list.ts";

export interface ListedApplication {
  id: string;
  number: string | null;
  titleZh: string;
  titleEn: string;
  companyZh: string;
  companyEn: string;
  city: string;
  amountFen: number | null;
  state: ApplicationState;
  since: string;
  submittedAt: string | null;
  officer: string | null;
  dueAt: string | null;
  round: number;
  reviewers: number;
  /** Reviewers its call wants. */
  wanted: number;
  /** As domain/reviews/coverage readMissing reads it. */
  missing: string;
  reviews: number;
  version: number;
}

/** One page of the office's list, begun at a row and not at an offset. */
export async function listApplications(
  ctx: Context,
  filter: ResolvedFilter,
  cursor: Cursor | null,
): Promise<Page<ListedApplication>> {
  if (!mayOffice(ctx.actor, "list")) return { rows: [], next: null, previous: null };
  const key = sortKeys[filter.sort];
  const upwards = filter.descending === readsBackwards(cursor);
  let rows = narrowList(applicationsWithCompany(ctx), ctx, filter)
    .leftJoin("person", "person.id", "application.officer_id")
    .select([...listedColumns, wantedByCall])
    .orderBy(key.sql, upwards ? "asc" : "desc")
    .orderBy("application.id", upwards ? "asc" : "desc")
    .limit(pageSize + 1);
  rows = withSortKey(rows, filter.sort);
  if (cursor)
    rows = rows.where(beyondCursor(key.sql, sql.ref("application.id"), key.cursor(cursor), upwards));
  const fetched = await rows.$narrowType<{ state: ApplicationState }>().execute();
  return toPage(fetched, cursor, (row) => cursorText(key.of(row), row.id));
}

export const applicationsWithCompany = (ctx: Pick<Context, "db" | "actor">) =>
  visibleApplications(ctx.db.read, ctx.actor).innerJoin("company", "company.id", "application.company_id");

/** Drafts have neither number nor submission: named here, an index begins behind them. */
export function withSortKey<
  Q extends {
    where(column: "application.number" | "application.submitted_at", is: "is not", value: null): Q;
  },
>(query: Q, sort: ListSort): Q {
  if (sort === "number") return query.where("application.number", "is not", null);
  return sort === "submitted" ? query.where("application.submitted_at", "is not", null) : query;
}

/** What a list is sorted by, and which way. */
export const listOrder = (filter: Pick<ResolvedFilter, "sort" | "descending">) => ({
  key: sortKeys[filter.sort].sql,
  direction: filter.descending ? ("desc" as const) : ("asc" as const),
});

const listedColumns = [
  "application.id as id",
  "application.number as number",
  "application.title_zh as titleZh",
  "application.title_en as titleEn",
  "company.name_zh as companyZh",
  "company.name_en as companyEn",
  "application.city_code as city",
  "application.amount_requested_fen as amountFen",
  "application.state as state",
  "application.state_since as since",
  "application.submitted_at as submittedAt",
  "person.name as officer",
  "application.due_at as dueAt",
  "application.correction_round as round",
  "application.reviewers as reviewers",
  "application.reviews as reviews",
  "application.missing_reviewers as missing",
  "application.version as version",
] as const;

/** Not a join: the planner would begin with the calls and lose the order. */
const wantedByCall =
  sql<number>`(select c.wanted_reviewers from call as c where c.id = application.call_id)`.as("wanted");

const textCursor = (cursor: Cursor) => ({ value: cursor.value, id: cursor.id });

const sortKeys = {
  number: { sql: sql.ref("application.number"), of: (row) => row.number ?? "", cursor: textCursor },
  submitted: {
    sql: sql.ref("application.submitted_at"),
    of: (row) => row.submittedAt ?? "",
    cursor: textCursor,
  },
  since: { sql: sql.ref("application.state_since"), of: (row) => row.since, cursor: textCursor },
  // An application for another instrument may ask for no amount; it sorts below the smallest.
  amount: {
    sql: sql`coalesce(application.amount_requested_fen, -1)`,
    of: (row) => row.amountFen ?? -1,
    cursor: (cursor) => ({ value: Number(cursor.value) || 0, id: cursor.id }),
  },
} as const satisfies Record<
  ListSort,
  {
    sql: ReturnType<typeof sql>;
    of: (row: ListedApplication) => string | number;
    cursor: (cursor: Cursor) => { value: string | number; id: string };
  }
>;
