import { type Kysely, Kysely as KyselyInstance, PostgresDialect, SqliteDialect, sql } from "kysely";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Migration } from "#db/migrations/migration.ts";
import type { DatabaseOptions } from "./database.ts";
import { isPostgres } from "./open-database.ts";
import { postgresPool } from "./open-postgres.ts";
import { sqliteFile } from "./open-sqlite.ts";
import { openSqliteConnection } from "./sqlite-connection.ts";

const lockPatienceMs = 60_000;

interface Ledger {
  schema_migration: { name: string; applied_at: string };
}

export class NewerDatabase extends Error {
  override name = "NewerDatabase";
}

/**
 * Brings the database to this code's schema: forward only, everything pending in one transaction, under a
 * lock, so that processes that start together wait for the first.
 */
export async function migrate(
  { url, synchronous }: Pick<DatabaseOptions, "url" | "synchronous">,
  migrations: Record<string, Migration>,
): Promise<{ applied: string[] }> {
  return isPostgres(url)
    ? migratePostgres(url, migrations)
    : migrateSqlite(sqliteFile(url), synchronous, migrations);
}

async function migrateSqlite(
  file: string,
  synchronous: DatabaseOptions["synchronous"],
  migrations: Record<string, Migration>,
) {
  await mkdir(dirname(file), { recursive: true });
  // Rebuilding a table needs foreign keys off, and that switch does nothing inside a transaction.
  const connection = await openSqliteConnection(file, {
    synchronous,
    foreignKeys: false,
    busyTimeoutMs: lockPatienceMs,
  });
  const db = new KyselyInstance<Ledger>({ dialect: new SqliteDialect({ database: connection }) });
  try {
    connection.control("begin immediate");
    const applied = await applyPending(db, "sqlite", migrations);
    // It reads the whole file, so a start that migrates nothing goes without.
    const broken = applied.length > 0 ? (connection.raw.pragma("foreign_key_check") as unknown[]) : [];
    if (broken.length > 0) throw new Error(`Migration left ${broken.length} broken references`);
    connection.control("commit");
    return { applied };
  } finally {
    if (connection.inTransaction) connection.control("rollback");
    connection.close();
  }
}

async function migratePostgres(url: string, migrations: Record<string, Migration>) {
  const dialect = new PostgresDialect({ pool: postgresPool(url, 1, lockPatienceMs) });
  const db = new KyselyInstance<Ledger>({ dialect });
  try {
    return await db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(7290118)`.execute(trx);
      const applied = await applyPending(trx, "postgres", migrations);
      await assertTextSortsByBytes(trx);
      return { applied };
    });
  } finally {
    await db.destroy();
  }
}

async function applyPending(
  db: Kysely<Ledger>,
  dialect: "sqlite" | "postgres",
  migrations: Record<string, Migration>,
): Promise<string[]> {
  const text = sql.raw(dialect === "postgres" ? 'text collate "C"' : "text");
  await sql`
    create table if not exists schema_migration (name ${text} primary key, applied_at ${text} not null)
  `.execute(db);
  const done = (await db.selectFrom("schema_migration").select("name").orderBy("name").execute()).map(
    (m) => m.name,
  );
  const known = Object.keys(migrations).sort();
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new NewerDatabase(
      `The database has ${unknown.join(", ")}, which this version of the portal does not know`,
    );
  const pending = known.filter((name) => !done.includes(name));
  const last = done.at(-1);
  if (last !== undefined && pending[0] !== undefined && pending[0] < last)
    throw new Error(`Migration ${pending[0]} sorts before ${last}, which has been applied`);
  for (const name of pending) {
    await migrations[name]!.up(db as unknown as Kysely<never>, dialect);
    await db.insertInto("schema_migration").values({ name, applied_at: new Date().toISOString() }).execute();
  }
  return pending;
}

/** Text must sort the same in both databases, and in indexes, whatever language the server was set up in. */
async function assertTextSortsByBytes(db: Kysely<Ledger>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = current_schema() and data_type = 'text' and collation_name is distinct from 'C'
  `.execute(db);
  if (rows.length > 0)
    throw new Error(
      `A migration made text columns without collate "C": ${rows.map((row) => row.name).join(", ")}`,
    );
}
