import { type Kysely, sql } from "kysely";
import { appendOnly } from "./append-only.ts";
import type { Dialect } from "./migration.ts";

/**
 * What the scores of a call say once calibrated, kept under the hash of what it was computed from; for how many
 * applications the money is meant to be; and of every sheet that came in what its reviewer could see then.
 */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  const int = dialect === "postgres" ? "bigint" : "integer";
  const order = "(coalesce(score_x100, -1)) desc, tie_1 desc, tie_2 desc, tie_3 desc, chair_order";
  const statements = [
    // One more with every change: their sum tells whether anything in a call has changed.
    `alter table "score_summary" add column "changes" ${int} not null default 0`,
    `drop index "score_summary_rank"`,
    `create index "score_summary_rank"
       on "score_summary" ("call_id", ${order}, "application_id", "state", "moderation", "outcome", "changes", "refreshed_at")`,
    `create table "calibration" (
      "call_id" ${text} primary key references "call"("id"),
      "mark" ${text} not null default '',
      "inputs_hash" ${text} not null default '',
      "outcome" ${text} not null default '',
      "result" ${text} not null default '',
      "computed_at" ${text},
      "claimed_until" ${text}
    )`,
    `create table "funding_line" (
      "call_id" ${text} primary key references "call"("id"),
      "places" ${int} not null,
      "moved_by" ${text} not null references "person"("id"),
      "moved_at" ${text} not null,
      "version" ${int} not null
    )`,
    `create table "review_record" (
      "review_id" ${text} not null references "review"("id"),
      "revision" ${int} not null,
      "content" ${text} not null,
      "sha256" ${text} not null,
      "recorded_at" ${text} not null,
      primary key ("review_id", "revision")
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await appendOnly(db, dialect, "review_record");
}
