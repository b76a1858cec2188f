import {
  type QueryExecutorProvider,
  PostgresAdapter,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from "kysely";
import type { Dialect } from "#db/migrations/migration.ts";
import { postgresCode } from "./open-postgres.ts";
import { sqliteCode } from "./sqlite-connection.ts";

/** The few places where the two databases need different words. */
type Connection = QueryExecutorProvider;

export const dialectOf = (db: Connection): Dialect =>
  db.getExecutor().adapter instanceof PostgresAdapter ? "postgres" : "sqlite";

/** `query.$call(forUpdate(trx))`: what a command reads in order to change. SQLite has one writer anyway. */
export const forUpdate =
  (trx: Connection) =>
  <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>): SelectQueryBuilder<DB, TB, O> =>
    dialectOf(trx) === "postgres" ? query.forUpdate() : query;

/**
 * Holds a name until the commit, together with others or alone: for what commands decide by before there is a row
 * to lock. SQLite has one writer anyway.
 */
export async function holdName(trx: Connection, name: string, how: "together" | "alone"): Promise<void> {
  if (dialectOf(trx) !== "postgres") return;
  const lock = sql.raw(how === "alone" ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared");
  await sql`select ${lock}(hashtext(${name}))`.execute(trx);
}

/** Contains what was typed; case matters only outside ASCII. */
export const containsText = (db: Connection, column: string, typed: string): RawBuilder<SqlBool> =>
  like(db, column, `%${escaped(typed)}%`);

export const startsWithText = (db: Connection, column: string, typed: string): RawBuilder<SqlBool> =>
  like(db, column, `${escaped(typed)}%`);

function like(db: Connection, column: string, pattern: string): RawBuilder<SqlBool> {
  const operator = sql.raw(dialectOf(db) === "postgres" ? "ilike" : "like");
  return sql<SqlBool>`${sql.ref(column)} ${operator} ${pattern} escape '\\'`;
}

const escaped = (typed: string) => typed.replace(/[\\%_]/g, "\\$&");

/** A value inside a JSON column as text; SQL's null for what is missing or JSON's null. */
export function jsonText(db: Connection, column: string, ...path: string[]): RawBuilder<string | null> {
  const ref = sql.ref(column);
  return dialectOf(db) === "postgres"
    ? sql`(${ref}::jsonb #>> ${sql.lit(postgresPath(path))}) collate "C"`
    : sql`cast(${ref} ->> ${sql.lit(sqlitePath(path))} as text)`;
}

export function jsonNumber(db: Connection, column: string, ...path: string[]): RawBuilder<number | null> {
  const ref = sql.ref(column);
  return dialectOf(db) === "postgres"
    ? sql`(${ref}::jsonb #>> ${sql.lit(postgresPath(path))})::numeric`
    : sql`cast(${ref} ->> ${sql.lit(sqlitePath(path))} as numeric)`;
}

const postgresPath = (path: string[]) => `{${path.map((key) => JSON.stringify(key)).join(",")}}`;
const sqlitePath = (path: string[]) => `$${path.map((key) => `.${JSON.stringify(key)}`).join("")}`;

/** Somebody else's row already has this key. */
export const isUniqueViolation = (error: unknown): boolean =>
  /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(sqliteCode(error)) || postgresCode(error) === "23505";
