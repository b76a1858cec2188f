import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/** Who from outside may try a call before it opens; a membership says itself that it is only for tests. */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  const int = dialect === "postgres" ? "bigint" : "integer";
  const statements = [
    `create table "call_tester" (
      "id" ${text} primary key,
      "call_id" ${text} not null references "call"("id"),
      "email" ${text} not null,
      "locale" ${text} not null check ("locale" in ('zh', 'en')),
      "token_hash" ${text} not null unique,
      "invited_by" ${text} not null references "person"("id"),
      "invited_at" ${text} not null,
      "expires_at" ${text} not null,
      "person_id" ${text} references "person"("id"),
      "accepted_at" ${text},
      unique ("call_id", "email")
    )`,
    `create index "call_tester_person" on "call_tester" ("person_id") where "person_id" is not null`,
    `alter table "company_member" add column "is_test" ${int} not null default 0`,
    `update "company_member" set "is_test" = 1
       where "company_id" in (select "id" from "company" where "is_test" = 1)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
