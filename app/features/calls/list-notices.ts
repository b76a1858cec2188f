import type { Context } from "#app/features/context.ts";

export interface NoticeSummary {
  id: string;
  title: { zh: string; en: string };
  publishedAt: string;
}

const pageSize = 20;

/** Published notices, newest first; `before` is the last row's `publishedAt|id` of the page before. */
export async function listNotices(
  ctx: Context,
  before?: string,
  limit = pageSize,
): Promise<{ notices: NoticeSummary[]; next: string | undefined }> {
  const [at, id] = before?.split("|") ?? [];
  const rows = await ctx.db.read
    .selectFrom("notice")
    .select(["id", "title_zh", "title_en", "published_at"])
    .where("published_at", "<=", ctx.now.toISOString())
    .$if(at !== undefined && id !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb("published_at", "<", at!), eb.and([eb("published_at", "=", at!), eb("id", "<", id!)])]),
      ),
    )
    .orderBy("published_at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    notices: page.map((row) => ({
      id: row.id,
      title: { zh: row.title_zh, en: row.title_en },
      publishedAt: row.published_at,
    })),
    next: rows.length > limit && last ? `${last.published_at}|${last.id}` : undefined,
  };
}
