import type { Actor } from "#app/domain/accounts/actor.ts";
import { eventHash } from "#app/domain/audit/event-hash.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { EventToRecord } from "#app/features/record-event.ts";
import type { Database, Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { newId } from "#app/platform/new-id.ts";
import { insertRows } from "./sheaf.ts";

export interface PastEvent extends EventToRecord {
  at: string;
  actor: Actor;
}

const perJob = 5_000;

/**
 * Appends many events in the order of their times, by the same rule as one: each row's hash covers its
 * predecessor's. The mail worker starts behind them: nobody is mailed about a crowd that was never there.
 */
export async function appendEvents(db: Database, events: readonly PastEvent[]): Promise<void> {
  const inOrder = events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (let from = 0; from < inOrder.length; from += perJob)
    await db.write((trx) => append(trx, inOrder.slice(from, from + perJob)));
  await db.write(skipMails);
}

async function append(trx: Write, events: readonly PastEvent[]): Promise<void> {
  let head = await trx
    .selectFrom("event_head")
    .select(["seq", "hash"])
    .where("id", "=", 1)
    .$call(forUpdate(trx))
    .executeTakeFirstOrThrow();
  const rows = events.map(({ at, actor, type, subject, applicationId, companyId, callId, data = {} }) => {
    const event = {
      ...{ seq: head.seq + 1, id: newId(), at, type },
      actor_kind: actor.kind,
      actor_id: actor.kind === "person" ? actor.personId : null,
      ...{ subject_kind: subject.kind, subject_id: subject.id },
      ...{ application_id: applicationId ?? null, company_id: companyId ?? null, call_id: callId ?? null },
      ...{ data: canonicalJson(data), request_id: "demo", prev_hash: head.hash },
    };
    head = { seq: event.seq, hash: eventHash(event) };
    return { ...event, hash: head.hash };
  });
  await insertRows(trx, "event", rows);
  await trx.updateTable("event_head").set(head).where("id", "=", 1).execute();
}

async function skipMails(trx: Write): Promise<void> {
  const { seq } = await trx.selectFrom("event_head").select("seq").executeTakeFirstOrThrow();
  await trx
    .insertInto("worker_cursor")
    .values({ name: "mail", event_seq: seq })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ event_seq: seq }))
    .execute();
}
