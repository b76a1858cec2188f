import { type Kysely, sql } from "kysely";
import { appendOnly } from "./append-only.ts";
import type { Dialect } from "./migration.ts";

/** Calls written in the browser: one draft a call, every change of it, and every version the public was shown. */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  const int = dialect === "postgres" ? "bigint" : "integer";
  const statements = [
    `alter table "call" add column "listed" ${int} not null default 1`,
    `alter table "call" add column "withdrawn_at" ${text}`,
    `create table "call_draft" (
      "call_id" ${text} primary key references "call"("id"),
      "document" ${text} not null,
      "groups" ${text} not null,
      "version" ${int} not null,
      "created_by" ${text} not null references "person"("id"),
      "created_at" ${text} not null,
      "updated_by" ${text} not null references "person"("id"),
      "updated_at" ${text} not null,
      "published_version" ${int}
    )`,
    `create table "call_draft_change" (
      "call_id" ${text} not null references "call"("id"),
      "version" ${int} not null,
      "group_key" ${text} not null,
      "before" ${text} not null,
      "after" ${text} not null,
      "person_id" ${text} not null references "person"("id"),
      "at" ${text} not null,
      primary key ("call_id", "version")
    )`,
    `create table "call_version" (
      "call_id" ${text} not null references "call"("id"),
      "major" ${int} not null,
      "minor" ${int} not null,
      "document" ${text} not null,
      "reason" ${text} not null,
      "person_id" ${text} references "person"("id"),
      "at" ${text} not null,
      primary key ("call_id", "major", "minor")
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await appendOnly(db, dialect, "call_draft_change");
  await appendOnly(db, dialect, "call_version");
}
