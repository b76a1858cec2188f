import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/** Each operation on a score sheet once, as on a draft: what a late or second delivery is held against. */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  const statements = [
    `create table "sheet_change" (
      "op_id" ${text} not null primary key,
      "review_id" ${text} not null references "review" ("id"),
      "path" ${text} not null,
      "before" ${text},
      "after" ${text},
      "field_version" bigint not null,
      "typed" ${text},
      "refused" bigint not null default 0,
      "at" ${text} not null
    )`,
    `create index "sheet_change_path" on "sheet_change" ("review_id", "path", "field_version")`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
