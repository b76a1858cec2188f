import { mayOffice } from "#app/domain/applications/office-policy.ts";
import { type CallState, callState } from "#app/domain/calls/call-state.ts";
import type { Context } from "#app/features/context.ts";

export interface OfficeCall {
  id: string;
  code: string;
  year: number;
  titleZh: string;
  titleEn: string;
  opensAt: string | null;
  closesAt: string | null;
  reviewStartedAt: string | null;
  publishedAt: string | null;
  version: number;
  state: CallState;
  /** False until it is first published, and again once it is withdrawn. */
  listed: boolean;
  withdrawnAt: string | null;
  /** Whether a form and a rubric are there to open it with. */
  ready: boolean;
  drafts: number;
  submitted: number;
}

/** Every call with its four moments and what has come in, by code. */
export async function listCallsForOffice(ctx: Context): Promise<OfficeCall[]> {
  if (!mayOffice(ctx.actor, "read_calls")) return [];
  const rows = await ctx.db.read
    .selectFrom("call")
    .select([
      "id",
      "code",
      "year",
      "title_zh as titleZh",
      "title_en as titleEn",
      "opens_at as opensAt",
      "closes_at as closesAt",
      "review_started_at as reviewStartedAt",
      "published_at as publishedAt",
      "form_version_id as formVersionId",
      "rubric_version_id as rubricVersionId",
      "version",
      "listed",
      "withdrawn_at as withdrawnAt",
    ])
    .select((eb) => {
      const tally = eb
        .selectFrom("application_tally as t")
        .select((count) => count.fn.sum<number | null>("t.n").as("n"))
        .whereRef("t.call_id", "=", "call.id");
      return [
        tally.where("t.state", "=", "draft").as("drafts"),
        tally.where("t.state", "!=", "draft").as("submitted"),
      ];
    })
    .execute();
  return rows
    .map(({ formVersionId, rubricVersionId, drafts, submitted, listed, ...row }) => ({
      ...row,
      listed: listed === 1,
      state: callState(row, ctx.now),
      ready: formVersionId !== null && rubricVersionId !== null,
      drafts: Number(drafts ?? 0),
      submitted: Number(submitted ?? 0),
    }))
    .sort((a, b) => b.year - a.year || serial(a.code) - serial(b.code));
}

const serial = (code: string): number => Number(code.replace(/\D/g, "")) || 0;
