import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/** What a reviewer notes for nobody but themselves, apart from the sheet so that no reader of sheets meets it. */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  await sql.raw(`alter table "review" add column "notes" ${text} not null default '{}'`).execute(db);
}
