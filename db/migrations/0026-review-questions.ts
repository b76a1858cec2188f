import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/** Reviewers ask the company through the office; who asked stands in no column the company's pages read. */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  const int = dialect === "postgres" ? "bigint" : "integer";
  const statements = [
    `create table "review_question" (
      "id" ${text} primary key,
      "application_id" ${text} not null references "application"("id"),
      "assignment_id" ${text} not null references "assignment"("id"),
      "section_key" ${text} not null,
      "question" ${text} not null,
      "asked_at" ${text} not null,
      "state" ${text} not null check ("state" in ('asked', 'forwarded', 'answered', 'passed_on', 'declined')),
      "wording" ${text} not null default '',
      "due_at" ${text},
      "reason" ${text} not null default '',
      "handled_by" ${text},
      "handled_at" ${text},
      "answer" ${text} not null default '',
      "answered_by" ${text},
      "answered_at" ${text},
      "passed_on_at" ${text},
      "version" ${int} not null
    )`,
    `create index "review_question_application" on "review_question" ("application_id", "asked_at", "id")`,
    `create index "review_question_state" on "review_question" ("state", "asked_at", "id")`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
