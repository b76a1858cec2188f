import { tokenTemplates } from "#app/domain/notifications/mail-template.ts";
import type { Context } from "#app/features/context.ts";

const longestLinkMs = 15 * 24 * 60 * 60_000;

/** A link that could not be delivered is of no use once it has expired, and of danger while it stands here. */
export async function forgetSpentLinks({ db, now }: Pick<Context, "db" | "now">): Promise<number> {
  const before = new Date(now.getTime() - longestLinkMs).toISOString();
  const rows = await db.read
    .selectFrom("mail_delivery")
    .select(["id", "fields"])
    .where("template", "in", tokenTemplates)
    .where("state", "in", ["failed", "cancelled"])
    .where("created_at", "<", before)
    .where("fields", "not like", '%"token":""%')
    .limit(500)
    .execute();
  if (rows.length === 0) return 0;
  await db.write(async (trx) => {
    for (const { id, fields } of rows)
      await trx
        .updateTable("mail_delivery")
        .set({ fields: JSON.stringify({ ...(JSON.parse(fields) as object), token: "" }) })
        .where("id", "=", id)
        .execute();
  });
  return rows.length;
}
