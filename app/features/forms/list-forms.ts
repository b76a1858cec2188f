import { callState, type CallState } from "#app/domain/calls/call-state.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import type { Context } from "#app/features/context.ts";

export interface CallOfForm {
  id: string;
  code: string;
  year: number;
  titleZh: string;
  titleEn: string;
  state: CallState;
  /** The form it asks now; null while it has none. */
  formId: string | null;
  formVersion: number | null;
}

/** Every call with the version of the form it uses. */
export async function listForms(ctx: Context): Promise<CallOfForm[]> {
  if (!mayForm(ctx.actor, "read")) return [];
  const rows = await ctx.db.read
    .selectFrom("call")
    .leftJoin("form_version", "form_version.id", "call.form_version_id")
    .select([
      "call.id",
      "call.code",
      "call.year",
      "call.title_zh as titleZh",
      "call.title_en as titleEn",
      "call.opens_at as opensAt",
      "call.closes_at as closesAt",
      "call.review_started_at as reviewStartedAt",
      "call.published_at as publishedAt",
      "form_version.id as formId",
      "form_version.version as formVersion",
    ])
    .execute();
  return rows
    .map(({ opensAt, closesAt, reviewStartedAt, publishedAt, ...call }) => ({
      ...call,
      state: callState({ opensAt, closesAt, reviewStartedAt, publishedAt }, ctx.now),
    }))
    .sort((a, b) => b.year - a.year || a.code.localeCompare(b.code, "en", { numeric: true }));
}
