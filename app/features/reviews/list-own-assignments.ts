import { sql } from "kysely";
import { type QueueGroup, queueGroup } from "#app/domain/reviews/assignment-workflow.ts";
import type { Context } from "#app/features/context.ts";
import { isBlocked, ownAssignments } from "./own-assignments.ts";

export interface QueueRow {
  id: string;
  group: QueueGroup;
  state: string;
  number: string;
  /** Empty where the reviewer may no longer know more than that the row was theirs. */
  title: { zh: string; en: string };
  chainSegment: string;
  cityCode: string;
  amountFen: number | null;
  dueAt: string;
  submittedAt: string | null;
  scored: number;
  totalX100: number | null;
}

export interface QueueFilter {
  group?: QueueGroup | undefined;
  /** Looked for in number and title. */
  text?: string | undefined;
  /** `next` of the page before. */
  after?: string | undefined;
}

const pageSize = 50;

// Open ones first, then the rest; within each by the deadline.
const rank = sql<number>`case when g.state in ('assigned', 'accepted') then 0 when g.state = 'submitted' then 1 else 2 end`;

/** One page of the reviewer's own queue, due next first. One statement. */
export async function listOwnAssignments(
  ctx: Context,
  filter: QueueFilter,
): Promise<{ rows: QueueRow[]; next: string | undefined }> {
  // Whatever else stands in an address is the first page.
  const [, afterRank, afterDue, afterId] = /^([012])\|([\d:.TZ-]+)\|([\w-]+)$/.exec(filter.after ?? "") ?? [];
  const found = await ownAssignments(ctx.db.read, ctx.actor)
    .leftJoin("review as r", "r.assignment_id", "g.id")
    .select([
      "g.id",
      "g.state",
      "g.due_at",
      "a.number",
      "a.title_zh",
      "a.title_en",
      "a.chain_segment",
      "a.city_code",
      "a.amount_requested_fen",
      "r.started_at",
      "r.submitted_at",
      "r.scored",
      "r.total_x100",
      isBlocked.as("blocked"),
      rank.as("rank"),
    ])
    .$if(filter.group !== undefined, (query) => query.where(groupAt(ctx.now), "=", filter.group!))
    .$if(!!filter.text, (query) => {
      const pattern = `%${escapeLike(filter.text!.trim())}%`;
      return query
        .where(
          sql<boolean>`(a.number like ${pattern} escape '\\' or a.title_zh like ${pattern} escape '\\' or lower(a.title_en) like ${pattern.toLowerCase()} escape '\\')`,
        )
        .where("g.state", "in", ["assigned", "accepted", "submitted"]);
    })
    .$if(afterId !== undefined, (query) =>
      query.where(sql<boolean>`(${rank}, g.due_at, g.id) > (${Number(afterRank)}, ${afterDue}, ${afterId})`),
    )
    .orderBy(rank)
    .orderBy("g.due_at")
    .orderBy("g.id")
    .limit(pageSize + 1)
    .execute();
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page.map((row) => toQueueRow(row, ctx.now)),
    next: found.length > pageSize && last ? `${last.rank}|${last.due_at}|${last.id}` : undefined,
  };
}

interface FoundRow {
  id: string;
  state: string;
  due_at: string;
  number: string | null;
  title_zh: string;
  title_en: string;
  chain_segment: string;
  city_code: string;
  amount_requested_fen: number | null;
  started_at: string | null;
  submitted_at: string | null;
  scored: number | null;
  total_x100: number | null;
  blocked: number;
}

function toQueueRow(row: FoundRow, now: Date): QueueRow {
  const gone = row.blocked === 1 || !["assigned", "accepted", "submitted"].includes(row.state);
  return {
    id: row.id,
    group: gone
      ? "closed"
      : queueGroup({ state: row.state, dueAt: row.due_at, startedAt: row.started_at }, now),
    state: gone && row.state !== "declined" ? "conflicted" : row.state,
    number: row.number ?? "",
    title: gone ? { zh: "", en: "" } : { zh: row.title_zh, en: row.title_en },
    chainSegment: gone ? "" : row.chain_segment,
    cityCode: gone ? "" : row.city_code,
    amountFen: gone ? null : row.amount_requested_fen,
    dueAt: row.due_at,
    submittedAt: row.submitted_at,
    scored: row.scored ?? 0,
    totalX100: gone ? null : row.total_x100,
  };
}

/** Where a row stands: the rule of domain/reviews/assignment-workflow, and closed where a conflict stands. */
const groupAt = (now: Date) => sql<QueueGroup>`case
  when g.state not in ('assigned', 'accepted', 'submitted') or ${isBlocked} = 1 then 'closed'
  when g.state = 'submitted' then 'done'
  when g.due_at <= ${now.toISOString()} then 'overdue'
  when g.state = 'assigned' then 'to_declare'
  when r.id is null then 'to_score'
  else 'in_progress' end`;

export type OwnCounts = Record<QueueGroup, number> & {
  /** Of the nearest deadline that has not passed. */
  nextDueAt: string | undefined;
};

/** How many rows each group holds, for the tabs and the rail, and what is due next. One statement. */
export async function countOwnAssignments(ctx: Context): Promise<OwnCounts> {
  const rows = await ctx.db.read
    .selectFrom(
      ownAssignments(ctx.db.read, ctx.actor)
        .leftJoin("review as r", "r.assignment_id", "g.id")
        .select(["g.due_at as dueAt", groupAt(ctx.now).as("group")])
        .as("own"),
    )
    .select(["own.group", (eb) => eb.fn.countAll<number>().as("count")])
    .select((eb) => eb.fn.min("own.dueAt").as("firstDueAt"))
    .groupBy("own.group")
    .execute();
  const none = { overdue: 0, in_progress: 0, to_score: 0, to_declare: 0, done: 0, closed: 0 };
  const counts = Object.fromEntries(rows.map(({ group, count }) => [group, Number(count)]));
  const ahead = rows.filter(({ group }) => ["in_progress", "to_score", "to_declare"].includes(group));
  const [nextDueAt] = ahead.map(({ firstDueAt }) => firstDueAt).toSorted();
  return { ...none, ...counts, nextDueAt };
}

/**
 * What to review next: what is overdue and what is begun, due next first; then the application that the fewest have
 * scored, so that none is left behind while others have all their scores. One statement.
 */
export async function findNextReview(
  ctx: Context,
): Promise<{ id: string; state: string; number: string; isBegun: boolean } | undefined> {
  const group = groupAt(ctx.now);
  const urgency = sql<number>`case ${group} when 'overdue' then 0 when 'in_progress' then 1 else 2 end`;
  const scored = sql<number>`(select count(*) from assignment o where o.application_id = g.application_id and o.state = 'submitted')`;
  const row = await ownAssignments(ctx.db.read, ctx.actor)
    .leftJoin("review as r", "r.assignment_id", "g.id")
    .select(["g.id", "g.state", "a.number", "r.id as reviewId"])
    .where("g.state", "in", ["assigned", "accepted"])
    .where(sql<boolean>`${isBlocked} = 0`)
    .orderBy(urgency)
    .orderBy(sql`case when ${urgency} = 2 then ${scored} else 0 end`)
    .orderBy("g.due_at")
    .orderBy("g.id")
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, state: row.state, number: row.number ?? "", isBegun: row.reviewId !== null };
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
