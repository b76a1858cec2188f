import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/** Flags are gathered with the checklist, single files can be flagged, the company replies, the office judges. */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  const statements = [
    `alter table "formal_check" add column "flags" ${text} not null default '[]'`,
    `alter table "formal_check" add column "verdicts" ${text} not null default '{}'`,
    `alter table "correction_item" add column "file_id" ${text} not null default ''`,
    `alter table "correction_item" add column "reply" ${text} not null default ''`,
    `alter table "correction_item" add column "replied_at" ${text}`,
    `alter table "correction_item" add column "replied_by" ${text}`,
    `alter table "setting" add column "version" bigint not null default 1`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
