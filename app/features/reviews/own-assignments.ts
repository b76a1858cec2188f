import { type Kysely, sql } from "kysely";
import type { Schema } from "#db/schema.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { hasRole } from "#app/domain/accounts/actor.ts";

/** The row scope of a reviewer: their own assignments, except those the office took back. */
export function ownAssignments(db: Kysely<Schema>, actor: Actor) {
  const personId = actor.kind === "person" && hasRole(actor, "reviewer") ? actor.personId : "";
  return db
    .selectFrom("assignment as g")
    .innerJoin("application as a", "a.id", "g.application_id")
    .where("g.reviewer_id", "=", personId)
    .where("g.state", "!=", "withdrawn");
}

/** 1 where a conflict that nobody dismissed stands between the reviewer and the application. */
export const isBlocked = sql<number>`case when exists (
  select 1 from conflict k where k.application_id = g.application_id and k.person_id = g.reviewer_id and k.state <> 'dismissed'
) then 1 else 0 end`;
