import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/** Rows of this table can be added and read, never changed or removed, whoever asks. */
export async function appendOnly(db: Kysely<never>, dialect: Dialect, table: string): Promise<void> {
  const statements = dialect === "sqlite" ? sqliteTriggers(table) : postgresTriggers(table);
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const sqliteTriggers = (table: string) =>
  ["update", "delete"].map(
    (change) =>
      `create trigger "${table}_no_${change}" before ${change} on "${table}"
       begin select raise(abort, '${table} is append-only'); end`,
  );

const postgresTriggers = (table: string) => [
  `create function "${table}_is_append_only"() returns trigger language plpgsql as
   $$ begin raise exception '${table} is append-only' using errcode = 'integrity_constraint_violation'; end $$`,
  `create trigger "${table}_no_change" before update or delete on "${table}"
   for each row execute function "${table}_is_append_only"()`,
  `create trigger "${table}_no_truncate" before truncate on "${table}"
   for each statement execute function "${table}_is_append_only"()`,
];
