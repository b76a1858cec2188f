import type { Insertable } from "kysely";
import type { MailDeliveryTable } from "#db/schema.ts";
import { letterLeavesAt } from "#app/domain/decisions/release-decision.ts";
import { type EventMail, noticesOf } from "#app/domain/notifications/recipients.ts";
import type { Context } from "#app/features/context.ts";
import { insertMails, mailRow } from "#app/features/queue-mail.ts";
import type { Read } from "#app/platform/database/database.ts";
import { eventColumns, eventFact, type EventFact } from "./event-fact.ts";
import { gatherFields } from "./gather-fields.ts";
import { type Recipient, resolveAudience } from "./resolve-audience.ts";

type Row = Insertable<MailDeliveryTable>;
type Queueing = Pick<Context, "db" | "now" | "settings">;

export interface QueuedMails {
  events: number;
  mails: number;
  /** Mails whose facts could not be read: they stand in the log as failed, and somebody must look. */
  unreadable: string[];
}

const cursorName = "mail";
const batch = 100;

/**
 * Turns the events after the cursor into mails. The cursor moves in the transaction that queues them, and only
 * from where this worker read it: of several workers one wins and the others' rows never exist. Events commit in
 * the order of their numbers, so none can appear behind the cursor.
 */
export async function queueEventMails(ctx: Queueing): Promise<QueuedMails> {
  const { db } = ctx;
  const from = await readCursor(db.read);
  const rows = await db.read
    .selectFrom("event")
    .select(eventColumns)
    .where("seq", ">", from)
    .orderBy("seq")
    .limit(batch)
    .execute();
  const last = rows.at(-1);
  if (!last) return { events: 0, mails: 0, unreadable: [] };
  const mails: Row[] = [];
  // One after the other: mails leave in the order of what they tell.
  for (const row of rows) mails.push(...(await mailsOf(ctx, eventFact(row))));
  const won = await db.write(async (trx) => {
    await trx
      .insertInto("worker_cursor")
      .values({ name: cursorName, event_seq: 0 })
      .onConflict((oc) => oc.column("name").doNothing())
      .execute();
    const moved = await trx
      .updateTable("worker_cursor")
      .set({ event_seq: last.seq })
      .where("name", "=", cursorName)
      .where("event_seq", "=", from)
      .executeTakeFirst();
    if (moved.numUpdatedRows !== 1n) return false;
    await insertMails(trx, mails);
    return true;
  });
  if (!won) return { events: 0, mails: 0, unreadable: [] };
  const unreadable = mails.filter((mail) => mail.state === "failed").map((mail) => mail.id);
  return { events: rows.length, mails: mails.length, unreadable };
}

async function readCursor(db: Read): Promise<number> {
  const row = await db
    .selectFrom("worker_cursor")
    .select("event_seq")
    .where("name", "=", cursorName)
    .executeTakeFirst();
  return Number(row?.event_seq ?? 0);
}

async function mailsOf(ctx: Queueing, event: EventFact): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { template, to } of noticesOf(event.type, event.data)) {
    const people = await resolveAudience(ctx.db.read, to, event);
    if (people.length > 0) rows.push(...(await mailsTo(ctx, event, template as EventMail, people)));
  }
  return rows;
}

async function mailsTo(
  ctx: Queueing,
  event: EventFact,
  template: EventMail,
  people: readonly Recipient[],
): Promise<Row[]> {
  const gathered = await gather(ctx.db.read, event, template);
  if (gathered === null) return [];
  return people.map(({ id, email, locale, name }) => {
    const mail = { eventId: event.id, template, recipientId: id, email, locale, name };
    const row = mailRow(ctx, { ...mail, fields: gathered.fields });
    row.created_at = event.at;
    if (event.type === "decision.released") row.next_attempt_at = leavesAt(ctx, event.at);
    if (gathered.error) Object.assign(row, { state: "failed", last_error: gathered.error });
    return row;
  });
}

/** One event nobody can read must not hold up all that follow it, nor vanish. */
async function gather(db: Read, event: EventFact, template: EventMail) {
  try {
    const fields = await gatherFields(db, template, event);
    return fields && { fields, error: undefined };
  } catch (error) {
    return { fields: {} as never, error: `not gathered: ${String(error)}`.slice(0, 500) };
  }
}

/** A released letter can be stopped for some minutes. A demonstration does not wait. */
function leavesAt({ settings, now }: Queueing, releasedAt: string): string {
  const at = settings.demo ? now : letterLeavesAt(releasedAt);
  return (at > now ? at : now).toISOString();
}
