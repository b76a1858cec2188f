import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/** Forms may be written before there is a call for them; a version says who made it and whose texts it corrects. */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  const statements = [
    `alter table "form_draft" alter column "call_id" drop not null`,
    `alter table "form_version" add column "created_by" ${text} references "person"("id")`,
    `alter table "form_version" add column "corrects" ${text} references "form_version"("id")`,
    `alter table "form_version" add column "reason" ${text} not null default ''`,
    `create table "form_draft_presence" (
      "draft_id" ${text} not null references "form_draft"("id"),
      "person_id" ${text} not null references "person"("id"),
      "node" ${text} not null,
      "seen_at" ${text} not null,
      primary key ("draft_id", "person_id")
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
