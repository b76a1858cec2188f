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
  { actor, now, requestId }: Pick<Context, "actor" | "now" | "requestId">,
  { type, subject, applicationId, companyId, callId, data = {} }: EventToRecord,
): Promise<{ id: string; seq: number }> {
  const head = await trx
    .selectFrom("event_head")
    .select(["seq", "hash"])
    .where("id", "=", 1)
    .$call(forUpdate(trx))
    .executeTakeFirstOrThrow();
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
  const hash = eventHash(event);
  await trx
    .insertInto("event")
    .values({ ...event, hash })
    .execute();
  await trx.updateTable("event_head").set({ seq: event.seq, hash }).where("id", "=", 1).execute();
  return { id: event.id, seq: event.seq };
}

function withoutAddresses(data: string): string {
  if (/[^\s"@]+@[^\s"@]+\.[^\s"@]+/.test(data))
    throw new Error("An e-mail address must not go into the event record");
  return data;
}
