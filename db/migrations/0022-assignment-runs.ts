import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/**
 * Whom reviewers wish to review, how a call weighs what speaks for a pair, and proposals of who reviews what: worked
 * out by a run, changed by hand, released at once or discarded. What a page lists is kept ready beside the pairs.
 */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  const int = dialect === "postgres" ? "bigint" : "integer";
  const statements = [
    `create table "reviewer_wish" (
      "person_id" ${text} not null references "person"("id"),
      "application_id" ${text} not null references "application"("id"),
      "wish" ${text} not null,
      "updated_at" ${text} not null,
      primary key ("person_id", "application_id")
    )`,
    `create index "reviewer_wish_application" on "reviewer_wish" ("application_id")`,
    `create table "assignment_setting" (
      "call_id" ${text} primary key references "call"("id"),
      "declared_weight" ${int} not null,
      "text_weight" ${int} not null,
      "wish_weight" ${int} not null,
      "wishes_open" ${int} not null,
      "version" ${int} not null,
      "updated_at" ${text} not null,
      "updated_by" ${text} references "person"("id")
    )`,
    `create table "assignment_run" (
      "id" ${text} primary key,
      "call_id" ${text} not null references "call"("id"),
      "kind" ${text} not null,
      "parameters" ${text} not null,
      "seed" ${int} not null,
      "state" ${text} not null,
      "round" ${int} not null,
      "progress" ${int} not null,
      "input_hash" ${text} not null,
      "certificate" ${text},
      "outcome" ${text},
      "reviewers" ${text} not null,
      "pairs" ${int} not null,
      "value" ${int} not null,
      "created_by" ${text} not null references "person"("id"),
      "created_at" ${text} not null,
      "updated_at" ${text} not null,
      "ended_by" ${text} references "person"("id"),
      "ended_at" ${text},
      "lease" ${text},
      "lease_until" ${text},
      "version" ${int} not null
    )`,
    // One at a time: a proposal on the table is still one.
    `create unique index "assignment_run_live" on "assignment_run" ("call_id")
       where "state" in ('queued', 'running', 'proposed')`,
    `create index "assignment_run_call" on "assignment_run" ("call_id", "created_at")`,
    `create index "assignment_run_open" on "assignment_run" ("state", "created_at")
       where "state" in ('queued', 'running')`,
    `create table "assignment_pair" (
      "run_id" ${text} not null references "assignment_run"("id"),
      "application_id" ${text} not null references "application"("id"),
      "reviewer_id" ${text} not null references "person"("id"),
      "mark" ${text} not null,
      "worth" ${int} not null,
      "why" ${text} not null,
      primary key ("run_id", "application_id", "reviewer_id")
    )`,
    `create index "assignment_pair_reviewer" on "assignment_pair" ("run_id", "reviewer_id", "application_id")`,
    `create table "assignment_run_application" (
      "run_id" ${text} not null references "assignment_run"("id"),
      "application_id" ${text} not null references "application"("id"),
      "worth" ${int} not null,
      "assigned" ${int} not null,
      "choices" ${text} not null,
      primary key ("run_id", "application_id")
    )`,
    `create index "assignment_run_worst" on "assignment_run_application" ("run_id", "worth", "application_id")`,
    `create table "assignment_run_reviewer" (
      "run_id" ${text} not null references "assignment_run"("id"),
      "reviewer_id" ${text} not null references "person"("id"),
      "place" ${int} not null,
      "assigned" ${int} not null,
      "worth" ${int} not null,
      "room" ${int} not null,
      primary key ("run_id", "reviewer_id")
    )`,
    `create index "assignment_run_busiest" on "assignment_run_reviewer" ("run_id", "assigned", "reviewer_id")`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
