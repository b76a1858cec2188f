import { eventHash } from "#app/domain/audit/event-hash.ts";
import type { EventType } from "#app/domain/audit/event-types.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { newId } from "#app/platform/new-id.ts";
import type { Context } from "./context.ts";

export interface EventToRecord {
  type: EventType;
  subject: { kind: string; id: string };
  applicationId?: string | null;
  companyId?: string | null;
  callId?: string | null;
  /** Ids, codes and figures. The record is for ever, so names and addresses stay out of it. */
  data?: { readonly [key: string]: Json | undefined };
}

/**
 * Appends to the one record that is timeline, audit trail and outbox at once. Call it last in a job: from here
 * to the commit other writers wait for the head of the chain.
 */
export async function recordEvent(
  trx: Write,
  ctx: Pick<Context, "actor" | "now" | "requestId">,
  event: EventToRecord,
): Promise<{ id: string; seq: number }> {
  const [recorded] = await recordEvents(trx, ctx, [event]);
  return recorded!;
}

const perStatement = 200;

/** The same for what one act does to many, in this order. */
export async function recordEvents(
  trx: Write,
  { actor, now, requestId }: Pick<Context, "actor" | "now" | "requestId">,
  events: readonly EventToRecord[],
): Promise<{ id: string; seq: number }[]> {
  let head = await trx
    .selectFrom("event_head")
    .select(["seq", "hash"])
    .where("id", "=", 1)
    .$call(forUpdate(trx))
    .executeTakeFirstOrThrow();
  const rows = events.map(({ type, subject, applicationId, companyId, callId, data = {} }) => {
    const event = {
      seq: head.seq + 1,
      id: newId(),
      at: now.toISOString(),
      actor_kind: actor.kind,
      actor_id: actor.kind === "person" ? actor.personId : null,
      type,
      subject_kind: subject.kind,
      subject_id: subject.id,
      application_id: applicationId ?? null,
      company_id: companyId ?? null,
      call_id: callId ?? null,
      data: withoutAddresses(canonicalJson(data)),
      request_id: requestId,
      prev_hash: head.hash,
    };
    head = { seq: event.seq, hash: eventHash(event) };
    return { ...event, hash: head.hash };
  });
  for (let from = 0; from < rows.length; from += perStatement)
    await trx
      .insertInto("event")
      .values(rows.slice(from, from + perStatement))
      .execute();
  await trx.updateTable("event_head").set(head).where("id", "=", 1).execute();
  return rows.map(({ id, seq }) => ({ id, seq }));
}

function withoutAddresses(data: string): string {
  if (/[^\s"@]+@[^\s"@]+\.[^\s"@]+/.test(data))
    throw new Error("An e-mail address must not go into the event record");
  return data;
}
