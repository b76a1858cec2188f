import type { CallContent } from "#app/domain/calls/call-content.ts";
import { type CallState, callState } from "#app/domain/calls/call-state.ts";
import type { Context } from "#app/features/context.ts";

export interface CallSummary {
  id: string;
  code: string;
  year: number;
  title: { zh: string; en: string };
  content: CallContent;
  opensAt: string | null;
  closesAt: string | null;
  state: CallState;
}

/** Every call of the programme, those one can act on first: by state, then by closing time. One statement. */
export async function listCalls(ctx: Context): Promise<CallSummary[]> {
  const rows = await ctx.db.read
    .selectFrom("call")
    .selectAll()
    .orderBy("year", "desc")
    .orderBy("code")
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      code: row.code,
      year: row.year,
      title: { zh: row.title_zh, en: row.title_en },
      content: parseContent(row.id, row.version, row.content),
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      state: callState(
        {
          opensAt: row.opens_at,
          closesAt: row.closes_at,
          reviewStartedAt: row.review_started_at,
          publishedAt: row.published_at,
        },
        ctx.now,
      ),
    }))
    .sort(byUsefulness);
}

const rank: Record<CallState, number> = {
  closing_soon: 0,
  open: 1,
  not_open: 2,
  closed: 3,
  in_review: 3,
  published: 4,
};

function byUsefulness(a: CallSummary, b: CallSummary): number {
  if (rank[a.state] !== rank[b.state]) return rank[a.state] - rank[b.state];
  const closes = (a.closesAt ?? "9").localeCompare(b.closesAt ?? "9");
  return closes || codeNumber(a.code) - codeNumber(b.code);
}

const codeNumber = (code: string): number => Number(code.slice(1));

// Content changes only with the row's version; parsing it on every page view would be the page's largest cost.
const parsed = new Map<string, CallContent>();

export function parseContent(id: string, version: number, json: string): CallContent {
  const key = `${id}:${version}`;
  let content = parsed.get(key);
  if (!content) {
    content = JSON.parse(json) as CallContent;
    if (parsed.size > 200) parsed.clear();
    parsed.set(key, content);
  }
  return content;
}
