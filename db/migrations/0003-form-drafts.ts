import { type Kysely, sql } from "kysely";
import { appendOnly } from "./append-only.ts";
import type { Dialect } from "./migration.ts";

/** Forms being written for calls that have not opened, and every operation on them with its inverse. */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  const int = dialect === "postgres" ? "bigint" : "integer";
  const statements = [
    `create table "form_draft" (
      "id" ${text} primary key,
      "call_id" ${text} not null references "call"("id"),
      "definition" ${text} not null,
      "version" ${int} not null,
      "created_by" ${text} not null references "person"("id"),
      "created_at" ${text} not null,
      "updated_by" ${text} not null references "person"("id"),
      "updated_at" ${text} not null,
      "published_version" ${int},
      "published_form_id" ${text} references "form_version"("id")
    )`,
    `create index "form_draft_call" on "form_draft" ("call_id")`,
    `create table "form_draft_change" (
      "draft_id" ${text} not null references "form_draft"("id"),
      "version" ${int} not null,
      "operation" ${text} not null,
      "inverse" ${text} not null,
      "person_id" ${text} not null references "person"("id"),
      "at" ${text} not null,
      primary key ("draft_id", "version")
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await appendOnly(db, dialect, "form_draft_change");
}
