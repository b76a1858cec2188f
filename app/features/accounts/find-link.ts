import type { OneTimeTokenTable } from "#db/schema.ts";
import type { Read, Write } from "#app/platform/database/database.ts";
import { hashToken } from "#app/platform/secret-token.ts";
import type { Context } from "#app/features/context.ts";

export interface Link {
  email: string;
  personId: string | null;
  /** What the mail's sender put beside it: name, language, roles. */
  data: {
    name?: string;
    locale?: "zh" | "en";
    next?: string;
    roles?: string[];
    invitedBy?: string;
    invitedById?: string | null;
  };
}

type Kind = OneTimeTokenTable["kind"];

/** What a mailed link stands for; undefined when it is unknown, used, withdrawn or too old. */
export const findLink = (ctx: Context, kind: Kind, token: string): Promise<Link | undefined> =>
  standingLink(ctx.db.read, ctx.now, kind, token);

/** The same inside a command, taking the link's one use. */
export async function useLink(trx: Write, now: Date, kind: Kind, token: string): Promise<Link | undefined> {
  const link = await standingLink(trx, now, kind, token);
  if (!link) return undefined;
  const used = await trx
    .updateTable("one_time_token")
    .set({ used_at: now.toISOString() })
    .where("token_hash", "=", hashToken(token))
    .where("used_at", "is", null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n ? link : undefined;
}

/** Inside a command that has yet to decide whether to use it. */
export async function standingLink(
  db: Read,
  now: Date,
  kind: Kind,
  token: string,
): Promise<Link | undefined> {
  const row = await db
    .selectFrom("one_time_token")
    .select(["email", "person_id", "data"])
    .where("token_hash", "=", hashToken(token))
    .where("kind", "=", kind)
    .where("used_at", "is", null)
    .where("expires_at", ">", now.toISOString())
    .executeTakeFirst();
  return row && { email: row.email, personId: row.person_id, data: JSON.parse(row.data) as Link["data"] };
}
