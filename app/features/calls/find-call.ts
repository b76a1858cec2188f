import type { CallContent } from "#app/domain/calls/call-content.ts";
import { type CallState, callState } from "#app/domain/calls/call-state.ts";
import type { Context } from "#app/features/context.ts";
import { parseContent } from "./list-calls.ts";

export interface FoundCall {
  id: string;
  code: string;
  year: number;
  title: { zh: string; en: string };
  content: CallContent;
  opensAt: string | null;
  closesAt: string | null;
  state: CallState;
  /** A call without a form cannot be applied to yet. */
  hasForm: boolean;
}

/** A call by its code; the newest year when there are several. */
export async function findCall(ctx: Context, code: string): Promise<FoundCall | undefined> {
  const row = await ctx.db.read
    .selectFrom("call")
    .selectAll()
    .where("code", "=", code)
    .orderBy("year", "desc")
    .executeTakeFirst();
  if (!row) return undefined;
  const times = {
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    reviewStartedAt: row.review_started_at,
    publishedAt: row.published_at,
  };
  return {
    id: row.id,
    code: row.code,
    year: row.year,
    title: { zh: row.title_zh, en: row.title_en },
    content: parseContent(row.id, row.version, row.content),
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    state: callState(times, ctx.now),
    hasForm: row.form_version_id !== null,
  };
}
