import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/** Conflicts that were found say by which facts; whom applications name stands ready for the search. */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  const int = dialect === "postgres" ? "bigint" : "integer";
  const statements = [
    `alter table "conflict" add column "fact" ${text} not null default ''`,
    `alter table "conflict" add column "path" ${text}`,
    `alter table "conflict" add column "verdict" ${text} not null default ''`,
    `create unique index "conflict_fact" on "conflict" ("application_id", "person_id", "fact") where "fact" <> ''`,
    `create table "application_tie" (
      "application_id" ${text} not null references "application"("id"),
      "position" ${int} not null,
      "name" ${text} not null,
      "name_key" ${text} not null,
      "uscc" ${text} not null,
      "relation" ${text} not null,
      primary key ("application_id", "position")
    )`,
    `create index "application_tie_uscc" on "application_tie" ("uscc", "application_id")`,
    `create index "application_tie_name" on "application_tie" ("name_key", "application_id")`,
    `create table "conflict_check" (
      "subject_kind" ${text} not null,
      "subject_id" ${text} not null,
      "mark" ${text} not null,
      "checked_at" ${text} not null,
      primary key ("subject_kind", "subject_id")
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
