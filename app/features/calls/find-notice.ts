import type { Context } from "#app/features/context.ts";

/** A published notice with its text, or undefined. */
export async function findNotice(ctx: Context, id: string) {
  const row = await ctx.db.read
    .selectFrom("notice")
    .selectAll()
    .where("id", "=", id)
    .where("published_at", "<=", ctx.now.toISOString())
    .executeTakeFirst();
  return (
    row && {
      title: { zh: row.title_zh, en: row.title_en },
      body: { zh: row.body_zh, en: row.body_en },
      publishedAt: row.published_at,
    }
  );
}
