import type { EventMail } from "#app/domain/notifications/recipients.ts";
import type { Read } from "#app/platform/database/database.ts";
import { eventColumns, eventFact } from "./event-fact.ts";
import { gatherFields } from "./gather-fields.ts";

/** The facts of a mail that could not be read when it was queued, as its row keeps them; null when still not. */
export async function regatherFields(
  db: Read,
  mail: { event_id: string; template: string; recipient_id: string | null },
): Promise<string | null> {
  const event = await db
    .selectFrom("event")
    .select(eventColumns)
    .where("id", "=", mail.event_id)
    .executeTakeFirst();
  const person = await db
    .selectFrom("person")
    .select("name")
    .where("id", "=", mail.recipient_id ?? "")
    .executeTakeFirst();
  const fields = event && (await gatherFields(db, mail.template as EventMail, eventFact(event)));
  return fields ? JSON.stringify({ name: person?.name ?? "", ...fields }) : null;
}
