import { type ExpressionBuilder, type SelectQueryBuilder, sql } from "kysely";
import type { Schema } from "#db/schema.ts";
import { checkOverdueBefore, lapsingBefore } from "#app/domain/applications/check-deadline.ts";
import { meantCall } from "#app/domain/calls/call-reference.ts";
import type { ListFilter, Need } from "#app/domain/applications/list-filter.ts";
import { minimumValidSheets } from "#app/domain/reviews/aggregate-scores.ts";
import type { Context } from "#app/features/context.ts";
import { shortOfReviewersInOrder } from "#app/features/short-of-reviewers.ts";
import { readCalendar } from "#app/features/working-calendar.ts";
import { containsText } from "#app/platform/database/sql.ts";

type Tables = "application" | "company";
type Conditions = ExpressionBuilder<Schema, Tables>;

/** The filter with its names resolved: what the database compares. */
export type ResolvedFilter = Omit<ListFilter, "call" | "officer"> & {
  /** Checks opened before this instant have taken too long; empty where nobody asks for them. */
  overdueBefore: string;
  callId: string | null;
  /** Empty for unclaimed, null for anybody. */
  officerId: string | null;
};

export async function resolveFilter(
  ctx: Context,
  filter: ListFilter,
  calls: readonly { id: string; code: string; year: number }[],
): Promise<ResolvedFilter> {
  const { call, officer, ...rest } = filter;
  const self = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const officerId = officer === "me" ? self : officer === "none" ? "" : officer;
  // A code nobody knows gives an empty list, not the whole one.
  const callId = call === null ? null : (meantCall(calls, call)?.id ?? "unknown");
  const overdueBefore =
    filter.need === "check_overdue"
      ? checkOverdueBefore(ctx.now, await readCalendar(ctx.db.read)).toISOString()
      : "";
  return { ...rest, callId, officerId, overdueBefore };
}

/** Narrows a query of visible applications to what the list, its export and its bulk actions show alike. */
export function narrowList<O>(
  query: SelectQueryBuilder<Schema, Tables, O>,
  ctx: Context,
  filter: ResolvedFilter,
): SelectQueryBuilder<Schema, Tables, O> {
  let list = query;
  if (filter.callId) list = list.where("application.call_id", "=", filter.callId);
  // One state is compared as equal, so that an index can give the order too.
  const [only, ...others] = filter.states;
  if (only && others.length === 0) list = list.where("application.state", "=", only);
  else if (only) list = list.where("application.state", "in", filter.states);
  if (filter.city) list = list.where("application.city_code", "=", filter.city);
  if (filter.officerId === "") list = list.where("application.officer_id", "is", null);
  else if (filter.officerId) list = list.where("application.officer_id", "=", filter.officerId);
  const { need, text, overdueBefore } = filter;
  if (need) list = list.where((eb) => needed[need](eb, { now: ctx.now, overdueBefore }));
  if (text)
    list = list.where((eb) => eb.or(searched.map((column) => containsText(ctx.db.read, column, text))));
  return list;
}

const searched = [
  "application.number",
  "application.title_zh",
  "application.title_en",
  "company.name_zh",
  "company.name_en",
];

type Moments = Pick<ResolvedFilter, "overdueBefore"> & { now: Date };

const needed: Record<Need, (eb: Conditions, at: Moments) => ReturnType<Conditions["and"]>> = {
  unclaimed: (eb) =>
    eb.and([
      eb("application.state", "in", ["submitted", "formal_review"]),
      eb("application.officer_id", "is", null),
    ]),
  check_overdue: (eb, { overdueBefore }) =>
    eb.and([
      eb("application.state", "=", "formal_review"),
      eb("application.state_since", "<", overdueBefore),
    ]),
  correction_lapsing: (eb, { now }) =>
    eb.and([
      eb("application.state", "=", "supplement_required"),
      eb("application.due_at", "<", lapsingBefore(now).toISOString()),
    ]),
  short_of_reviewers: (eb) => shortOfReviewersInOrder(eb),
  // Found once from the reviews' side: asked row by row, the planner walks all late reviews for each application.
  reviews_late: (eb, { now }) =>
    eb.and([
      eb("application.state", "=", "expert_review"),
      eb("application.id", "in", (late) =>
        late
          .selectFrom("assignment")
          .select("assignment.application_id")
          .where("assignment.state", "in", ["assigned", "accepted"])
          .where("assignment.due_at", "<=", now.toISOString()),
      ),
    ]),
  ready_to_close: (eb) =>
    eb.and([
      eb("application.state", "=", "expert_review"),
      eb("application.reviews", ">=", minimumValidSheets),
      eb("application.reviews", "=", sql.ref<number>("application.reviewers")),
    ]),
};
