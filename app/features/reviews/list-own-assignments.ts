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
  const [afterRank, afterDue, afterId] = filter.after?.split("|") ?? [];
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
    .$if(filter.group !== undefined, (query) => query.where(groupCondition(filter.group!, ctx.now)))
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

/** Each group of the queue as a condition; the groups are those of domain/reviews/assignment-workflow. */
function groupCondition(group: QueueGroup, now: Date) {
  const at = now.toISOString();
  const open = sql`not (${isBlocked} = 1)`;
  switch (group) {
    case "overdue":
      return sql<boolean>`g.state in ('assigned', 'accepted') and g.due_at <= ${at} and ${open}`;
    case "to_declare":
      return sql<boolean>`g.state = 'assigned' and g.due_at > ${at} and ${open}`;
    case "to_score":
      return sql<boolean>`g.state = 'accepted' and g.due_at > ${at} and r.id is null and ${open}`;
    case "in_progress":
      return sql<boolean>`g.state = 'accepted' and g.due_at > ${at} and r.id is not null and ${open}`;
    case "done":
      return sql<boolean>`g.state = 'submitted' and ${open}`;
    case "closed":
      return sql<boolean>`(g.state not in ('assigned', 'accepted', 'submitted') or ${isBlocked} = 1)`;
  }
}

/** How many rows each group holds, for the tabs and the rail. One statement. */
export async function countOwnAssignments(ctx: Context): Promise<Record<QueueGroup, number>> {
  const rows = await ownAssignments(ctx.db.read, ctx.actor)
    .leftJoin("review as r", "r.assignment_id", "g.id")
    .select(["g.state", "g.due_at", "r.started_at", isBlocked.as("blocked")])
    .execute();
  const counts: Record<QueueGroup, number> = {
    overdue: 0,
    in_progress: 0,
    to_score: 0,
    to_declare: 0,
    done: 0,
    closed: 0,
  };
  for (const row of rows) {
    const group =
      row.blocked === 1
        ? "closed"
        : queueGroup({ state: row.state, dueAt: row.due_at, startedAt: row.started_at }, ctx.now);
    counts[group] += 1;
  }
  return counts;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
