import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/** Pages of a PDF, counted as it arrived; null for other files, and for those that arrived before. */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const int = dialect === "postgres" ? "bigint" : "integer";
  await sql.raw(`alter table "file" add column "pages" ${int}`).execute(db);
}
