import BetterSqlite, { type Database as Raw, SqliteError, type Statement } from "better-sqlite3";
import type { CompiledQuery, QueryResult } from "kysely";
import { setTimeout as pause } from "node:timers/promises";
import { assertBindable } from "./bindable.ts";

export interface SqliteConnectionOptions {
  readonly?: boolean;
  synchronous?: "FULL" | "NORMAL" | "OFF";
  foreignKeys?: boolean;
  /** better-sqlite3 waits on the thread, so this stays short where a server runs. */
  busyTimeoutMs?: number;
}

const levels = { OFF: 0, NORMAL: 1, FULL: 2 } as const;
const cachedStatements = 500;

/** One connection with its settings verified and a bounded cache of prepared statements. */
export class SqliteConnection {
  readonly raw: Raw;
  readonly #statements = new Map<string, Statement<unknown[]>>();

  constructor(raw: Raw) {
    this.raw = raw;
  }

  get inTransaction(): boolean {
    return this.raw.inTransaction;
  }

  /** Also the shape Kysely's own SQLite dialect asks for. */
  prepare(sql: string): Statement<unknown[]> {
    const cached = this.#statements.get(sql);
    // A statement that is being iterated cannot run a second time.
    if (cached && !cached.busy) return cached;
    const statement = this.raw.prepare<unknown[]>(sql);
    if (cached) return statement;
    const oldest =
      this.#statements.size >= cachedStatements ? this.#statements.keys().next().value : undefined;
    if (oldest !== undefined) this.#statements.delete(oldest);
    this.#statements.set(sql, statement);
    return statement;
  }

  control(sql: string): void {
    this.prepare(sql).run();
  }

  execute<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    assertBindable(parameters, sql);
    const statement = this.prepare(sql);
    if (statement.reader) return { rows: statement.all(...parameters) as Row[] };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  close(): void {
    this.#statements.clear();
    this.raw.close();
  }
}

export async function openSqliteConnection(
  file: string,
  {
    readonly = false,
    synchronous = "FULL",
    foreignKeys = true,
    busyTimeoutMs = 1_000,
  }: SqliteConnectionOptions = {},
): Promise<SqliteConnection> {
  const raw = new BetterSqlite(file, { readonly, fileMustExist: readonly, timeout: 5_000 });
  try {
    if (!readonly) await useWriteAheadLog(raw);
    raw.pragma(`synchronous = ${synchronous}`);
    raw.pragma(`foreign_keys = ${foreignKeys ? "ON" : "OFF"}`);
    raw.pragma("trusted_schema = OFF");
    raw.pragma("temp_store = MEMORY");
    raw.pragma(`cache_size = ${readonly ? -16_384 : -65_536}`);
    raw.pragma("mmap_size = 268435456");
    raw.pragma("journal_size_limit = 67108864");
    verify(raw, file, { synchronous, foreignKeys });
    raw.pragma(`busy_timeout = ${busyTimeoutMs}`);
    return new SqliteConnection(raw);
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** Two processes that create the file together may refuse each other here; SQLite does not wait by itself. */
async function useWriteAheadLog(raw: Raw): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      raw.pragma("journal_mode = WAL");
      return;
    } catch (error) {
      if (attempt === 100 || !isBusy(error)) throw error;
      await pause(20);
    }
  }
}

/** better-sqlite3 opens an existing WAL file at NORMAL, which loses acknowledged commits at a power cut. */
function verify(
  raw: Raw,
  file: string,
  wanted: { synchronous: keyof typeof levels; foreignKeys: boolean },
): void {
  const found = {
    journal_mode: raw.pragma("journal_mode", { simple: true }),
    synchronous: raw.pragma("synchronous", { simple: true }),
    foreign_keys: raw.pragma("foreign_keys", { simple: true }),
  };
  const expected = {
    journal_mode: "wal",
    synchronous: levels[wanted.synchronous],
    foreign_keys: wanted.foreignKeys ? 1 : 0,
  };
  for (const key of ["journal_mode", "synchronous", "foreign_keys"] as const) {
    if (found[key] === expected[key]) continue;
    throw new Error(
      `SQLite did not take the setting ${key} = ${expected[key]} for ${file} (it says ${String(found[key])}); ` +
        "without it the portal cannot keep its promises, so it does not start.",
    );
  }
}

export const sqliteCode = (error: unknown): string => (error instanceof SqliteError ? error.code : "");

export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(sqliteCode(error));
