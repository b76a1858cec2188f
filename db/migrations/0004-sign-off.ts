import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/** An editor asks the owners to sign and submit; at most one request of an application is open. */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  const statements = [
    `create table "sign_off_request" (
      "id" ${text} primary key,
      "application_id" ${text} not null,
      "asked_by" ${text} not null,
      "asked_at" ${text} not null,
      "note" ${text} not null,
      "state" ${text} not null check ("state" in ('open', 'declined', 'withdrawn', 'submitted')),
      "answered_by" ${text},
      "answered_at" ${text},
      "reason" ${text} not null default ''
    )`,
    `create unique index "sign_off_request_open" on "sign_off_request" ("application_id") where "state" = 'open'`,
    `create index "sign_off_request_application" on "sign_off_request" ("application_id", "asked_at")`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
