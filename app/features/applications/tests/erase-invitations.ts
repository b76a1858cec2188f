import type { Write } from "#app/platform/database/database.ts";

/** Test invitations with the mails that brought them. Returns what went. */
export async function eraseInvitations(
  trx: Write,
  ids: readonly string[],
): Promise<{ testers: number; mails: number }> {
  const testers = await trx.deleteFrom("call_tester").where("id", "in", ids).executeTakeFirst();
  const mails = await trx
    .deleteFrom("mail_delivery")
    .where("event_id", "in", (eb) =>
      eb
        .selectFrom("event")
        .select("event.id")
        .where("event.subject_kind", "=", "call_tester")
        .where("event.subject_id", "in", ids),
    )
    .executeTakeFirst();
  return { testers: Number(testers.numDeletedRows), mails: Number(mails.numDeletedRows) };
}
