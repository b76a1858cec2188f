import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/** What the history of a draft says of texts that were merged or refused, and who is in which section. */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  const statements = [
    `alter table "answer_change" add column "typed" ${text}`,
    `alter table "answer_change" add column "refused" bigint not null default 0`,
    `create index "answer_change_section" on "answer_change" ("application_id", "section_key", "at", "op_id")`,
    `create table "section_presence" (
      "application_id" ${text} not null,
      "person_id" ${text} not null,
      "section_key" ${text} not null,
      "since" ${text} not null,
      "seen_at" ${text} not null,
      primary key ("application_id", "person_id")
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
