import type { Selectable } from "kysely";
import type { EventTable } from "#db/schema.ts";

/** An event as the mails see it. */
export interface EventFact {
  id: string;
  seq: number;
  at: string;
  type: string;
  actorId: string | null;
  subjectId: string;
  applicationId: string;
  companyId: string;
  callId: string;
  data: Readonly<Record<string, unknown>>;
}

export const eventColumns = [
  "id",
  "seq",
  "at",
  "type",
  "actor_id",
  "subject_id",
  "application_id",
  "company_id",
  "call_id",
  "data",
] as const satisfies readonly (keyof EventTable)[];

export const eventFact = (row: Pick<Selectable<EventTable>, (typeof eventColumns)[number]>): EventFact => ({
  id: row.id,
  seq: Number(row.seq),
  at: row.at,
  type: row.type,
  actorId: row.actor_id,
  subjectId: row.subject_id,
  applicationId: row.application_id ?? "",
  companyId: row.company_id ?? "",
  callId: row.call_id ?? "",
  data: JSON.parse(row.data) as Record<string, unknown>,
});

/** A text of the event's data; empty when it is not there. */
export const textOf = (event: EventFact, key: string): string => {
  const value = event.data[key];
  return typeof value === "string" ? value : "";
};
