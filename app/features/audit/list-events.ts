import { sql } from "kysely";
import { isStaff, hasRole } from "#app/domain/accounts/actor.ts";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import type { EventType } from "#app/domain/audit/event-types.ts";
import type { Context } from "#app/features/context.ts";
import { type Cursor, type Page, pageSize, readsBackwards, toPage } from "#app/features/keyset.ts";

export interface EventFilter {
  /** A type, or the subject before the dot: `decision` for everything about decisions. */
  type: string;
  /** Number of an application. */
  number: string;
  /** Name or e-mail address of whoever acted. */
  person: string;
}

export interface ListedEvent {
  seq: number;
  at: string;
  type: EventType;
  actorKind: "person" | "system" | "anonymous";
  actor: string | null;
  subjectKind: string;
  subjectId: string;
  applicationId: string | null;
  number: string | null;
  call: string | null;
  company: string | null;
  data: Readonly<Record<string, unknown>>;
  hash: string;
}

/** The record, newest first. Only the auditor reads of drafts: they belong to the company alone. */
export async function listEvents(
  ctx: Context,
  filter: EventFilter,
  cursor: Cursor | null,
): Promise<Page<ListedEvent>> {
  if (!mayOffice(ctx.actor, "read_audit") || !isStaff(ctx.actor))
    return { rows: [], next: null, previous: null };
  const downwards = !readsBackwards(cursor);
  let events = readableEvents(ctx)
    .select([
      "e.seq",
      "e.at",
      "e.type",
      "e.actor_kind as actorKind",
      "p.name as actor",
      "e.subject_kind as subjectKind",
      "e.subject_id as subjectId",
      "e.application_id as applicationId",
      "a.number",
      "k.code as call",
      "c.name_zh as company",
      "e.data",
      "e.hash",
    ])
    .orderBy("e.seq", downwards ? "desc" : "asc")
    .limit(pageSize + 1);
  const at = Number(cursor?.id ?? Number.NaN);
  if (cursor && Number.isFinite(at)) events = events.where("e.seq", downwards ? "<" : ">", at);
  if (filter.type.includes(".")) events = events.where("e.type", "=", filter.type);
  else if (filter.type)
    events = events.where("e.type", ">=", `${filter.type}.`).where("e.type", "<", `${filter.type}/`);
  if (filter.number)
    events = events.where("e.application_id", "in", (eb) =>
      eb.selectFrom("application").select("id").where("number", "=", filter.number.toUpperCase()),
    );
  if (filter.person)
    events = events.where("e.actor_id", "in", (eb) =>
      eb
        .selectFrom("person")
        .select("id")
        .where((person) =>
          person.or([person("name", "=", filter.person), person("email", "=", filter.person.toLowerCase())]),
        ),
    );
  const fetched = await events.$narrowType<{ type: EventType }>().execute();
  const rows = fetched.map((row) => ({ ...row, data: JSON.parse(row.data) as Record<string, unknown> }));
  return toPage(rows, cursor, (row) => `~${row.seq}`);
}

function readableEvents(ctx: Context) {
  const self = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const events = ctx.db.read
    .selectFrom("event as e")
    .leftJoin("person as p", "p.id", "e.actor_id")
    .leftJoin("application as a", "a.id", "e.application_id")
    .leftJoin("call as k", "k.id", "e.call_id")
    .leftJoin("company as c", "c.id", "e.company_id");
  if (hasRole(ctx.actor, "auditor")) return events;
  return events
    .where((eb) => eb.or([eb("e.application_id", "is", null), eb("a.state", "!=", "draft")]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("conflict")
            .select("conflict.id")
            .where("conflict.application_id", "=", sql.ref<string>("e.application_id"))
            .where("conflict.person_id", "=", self)
            .where("conflict.state", "=", "confirmed"),
        ),
      ),
    );
}

export interface ChainHead {
  seq: number;
  hash: string;
  at: string | null;
}

/** The last link of the chain: what somebody outside writes down to check against later. */
export async function findChainHead(ctx: Context): Promise<ChainHead> {
  const row = await ctx.db.read
    .selectFrom("event_head as h")
    .leftJoin("event as e", "e.seq", "h.seq")
    .select(["h.seq", "h.hash", "e.at"])
    .where("h.id", "=", 1)
    .executeTakeFirstOrThrow();
  return row;
}
