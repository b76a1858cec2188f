import { mkdir, statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import {
  type Driver,
  Kysely,
  type KyselyConfig,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Schema } from "#db/schema.ts";
import type { Database, DatabaseOptions, Health } from "./database.ts";
import { GroupCommit } from "./group-commit.ts";
import { queryLog } from "./query-log.ts";
import { openSqliteConnection, type SqliteConnection } from "./sqlite-connection.ts";
import { SqliteReaderDriver } from "./sqlite-reader-driver.ts";
import { SqliteWriterDriver } from "./sqlite-writer-driver.ts";

const leastFreeBytes = 64 * 1024 * 1024;

export async function openSqlite(options: DatabaseOptions): Promise<Database> {
  const { url, synchronous, readers = 8, hooks = {} } = options;
  const file = sqliteFile(url);
  await mkdir(dirname(file), { recursive: true });
  const owner = {};
  const writer = await openSqliteConnection(file, { synchronous, busyTimeoutMs: 2 });
  const openReader = () => openSqliteConnection(file, { readonly: true, synchronous });
  const shared = await openReader();
  const write = kyselyOver(new SqliteWriterDriver(writer), queryLog("write", hooks));
  const read = kyselyOver(
    new SqliteReaderDriver(owner, shared, openReader, readers),
    queryLog("read", hooks),
  );
  const commits = new GroupCommit(owner, writer, write, {
    ...options,
    hooks: { onFatal: stopAtOnce, ...hooks },
  });
  let closing: Promise<void> | undefined;

  return {
    dialect: "sqlite",
    read,
    write: (job) => commits.write(job),
    health: () => (closing ? Promise.resolve({ ok: false, reason: "closed" }) : health(shared, file)),
    close: () => (closing ??= closeAll(commits, shared, read, writer, write)),
  };
}

export const sqliteFile = (url: string): string => resolve(url.replace(/^file:(\/\/)?/, ""));

function kyselyOver(driver: Driver, log: KyselyConfig["log"]): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: {
      createDriver: () => driver,
      createAdapter: () => new SeveralConnections(),
      createQueryCompiler: () => new StablePlans(),
      createIntrospector: (db) => new SqliteIntrospector(db),
    },
    log,
  });
}

/**
 * SQLite takes a bare `?` for a reason to plan a statement anew with each value bound to it (sqlite3_reoptimize),
 * which costs several times what the statement does. `+?` is the same value and no such reason.
 */
class StablePlans extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder() {
    return "+?";
  }
}

/** Kysely would otherwise let one query at a time through, and a stream would stop all others. */
class SeveralConnections extends SqliteAdapter {
  override get supportsMultipleConnections() {
    return true;
  }
}

async function health(shared: SqliteConnection, file: string): Promise<Health> {
  try {
    shared.prepare("select count(*) from sqlite_schema").get();
    const disk = await statfs(dirname(file));
    return disk.bavail * disk.bsize < leastFreeBytes ? { ok: false, reason: "disk-full" } : { ok: true };
  } catch {
    return { ok: false, reason: "unreachable" };
  }
}

async function closeAll(
  commits: GroupCommit,
  shared: SqliteConnection,
  read: Kysely<Schema>,
  writer: SqliteConnection,
  write: Kysely<Schema>,
): Promise<void> {
  await commits.close();
  await read.destroy();
  await write.destroy();
  // Kysely leaves a driver alone that it never used.
  for (const connection of [shared, writer]) if (connection.raw.open) connection.close();
}

function stopAtOnce(error: unknown): void {
  process.stderr.write(`The disk failed under the database; stopping. ${String(error)}\n`);
  process.exit(70);
}
