import { readCallReference } from "#app/domain/calls/call-reference.ts";
import type { Context } from "#app/features/context.ts";

export interface RankedCall {
  id: string;
  code: string;
  year: number;
  titleZh: string;
  titleEn: string;
  rubricVersionId: string;
}

/** The call meant by `C5` (the latest) or `C5-2025`, when it has a rubric to score by. */
export async function findRankedCall(ctx: Context, reference: string): Promise<RankedCall | undefined> {
  const meant = readCallReference(reference);
  if (!meant) return undefined;
  const call = await ctx.db.read
    .selectFrom("call")
    .select([
      "id",
      "code",
      "year",
      "title_zh as titleZh",
      "title_en as titleEn",
      "rubric_version_id as rubricVersionId",
    ])
    .where("code", "=", meant.code)
    .$if(meant.year !== undefined, (query) => query.where("year", "=", meant.year!))
    .orderBy("year", "desc")
    .limit(1)
    .executeTakeFirst();
  return call?.rubricVersionId ? { ...call, rubricVersionId: call.rubricVersionId } : undefined;
}
