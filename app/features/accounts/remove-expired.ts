import { presentSince } from "#app/domain/applications/presence.ts";
import type { Context } from "#app/features/context.ts";

const keepLinksMs = 30 * 24 * 60 * 60_000;

/** Housekeeping for the worker's schedule: sessions, old links, spent limits and who once had a page open. */
export async function removeExpired(ctx: Pick<Context, "db" | "now">): Promise<void> {
  const now = ctx.now.toISOString();
  const longAgo = new Date(ctx.now.getTime() - keepLinksMs).toISOString();
  await ctx.db.write(async (trx) => {
    await trx.deleteFrom("session").where("expires_at", "<=", now).execute();
    await trx.deleteFrom("one_time_token").where("expires_at", "<=", longAgo).execute();
    await trx.deleteFrom("section_presence").where("seen_at", "<=", presentSince(ctx.now)).execute();
    await trx.deleteFrom("form_draft_presence").where("seen_at", "<=", presentSince(ctx.now)).execute();
    await trx.deleteFrom("rate_limit").where("expire", "<=", ctx.now.getTime()).execute();
  });
}
