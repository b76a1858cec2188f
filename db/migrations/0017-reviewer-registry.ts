import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/** What reviewers say of themselves, beside what the office last confirmed of it. */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  const int = dialect === "postgres" ? "bigint" : "integer";
  await sql
    .raw(
      `create table "reviewer_registry" (
        "person_id" ${text} primary key references "person"("id"),
        "answers" ${text} not null,
        "version" ${int} not null,
        "updated_at" ${text} not null,
        "confirmed_answers" ${text},
        "confirmed_version" ${int},
        "confirmed_by" ${text} references "person"("id"),
        "confirmed_at" ${text}
      )`,
    )
    .execute(db);
}
