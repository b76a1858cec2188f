import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/** What a call wants of reviewers and lets one application ask for stands beside its content: lists need no JSON. */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const int = dialect === "postgres" ? "bigint" : "integer";
  const said = (...path: string[]) =>
    dialect === "postgres"
      ? `cast("content"::jsonb #>> '{${path.join(",")}}' as bigint)`
      : `json_extract("content", '$.${path.join(".")}')`;
  const statements = [
    `alter table "call" add column "wanted_reviewers" ${int} not null default 5`,
    `alter table "call" add column "minimum_fen" ${int}`,
    `alter table "call" add column "maximum_fen" ${int}`,
    `update "call" set "wanted_reviewers" = coalesce(${said("reviewers", "total")}, 5),
       "minimum_fen" = ${said("amounts", "minimumFen")}, "maximum_fen" = ${said("amounts", "maximumFen")}`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
