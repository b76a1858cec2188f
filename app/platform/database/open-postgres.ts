import {
  Kysely,
  type KyselyConfig,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  sql,
} from "kysely";
import { setTimeout as pause } from "node:timers/promises";
import { DatabaseError, Pool, types } from "pg";
import Cursor from "pg-cursor";
import type { Schema } from "#db/schema.ts";
import type { Database, DatabaseOptions, Health, Write } from "./database.ts";
import { withDeadline } from "./job-deadline.ts";
import { isStalePlan, PreparingClient } from "./preparing-client.ts";
import { queryLog } from "./query-log.ts";
import { assertOutsideWrite, insideWrite } from "./write-scope.ts";

const attempts = 10;

export async function openPostgres(options: DatabaseOptions): Promise<Database> {
  const { url, poolSize = 10, jobTimeoutMs = 15_000, synchronous = "FULL", hooks = {} } = options;
  const owner = {};
  const read = kyselyOver(
    new GuardedDialect(owner, {
      pool: postgresPool(url, poolSize, jobTimeoutMs),
      cursor: Cursor,
      // The defaults of the session, so that `.transaction()` is one snapshot and nothing can be written.
      onCreateConnection: async (connection) => {
        const settings =
          "set session characteristics as transaction isolation level repeatable read, read only";
        await connection.executeQuery(sql.raw(settings).compile(read));
      },
    }),
    queryLog("read", hooks),
  );
  const writer = kyselyOver(
    new PostgresDialect({ pool: postgresPool(url, poolSize, jobTimeoutMs) }),
    queryLog("write", hooks),
  );
  if (synchronous === "FULL") await assertDurable(writer);
  const unfinished = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  async function write<T>(job: (trx: Write) => Promise<T>): Promise<T> {
    assertOutsideWrite(owner, "write");
    if (closing) throw new Error("The database is closed");
    const origin = new Error("The job was begun here");
    const work = repeatAfterDeadlock(() =>
      writer
        .transaction()
        .setIsolationLevel("read committed")
        .execute((trx) =>
          withDeadline(() => insideWrite(owner, () => job(trx)), jobTimeoutMs, origin, hooks.onSlowJob),
        ),
    );
    unfinished.add(work);
    try {
      return await work;
    } finally {
      unfinished.delete(work);
    }
  }

  return {
    dialect: "postgres",
    read,
    write,
    health: () => (closing ? Promise.resolve({ ok: false, reason: "closed" }) : health(writer)),
    close: () =>
      (closing ??= Promise.allSettled(unfinished).then(async () => {
        await Promise.all([read.destroy(), writer.destroy()]);
      })),
  };
}

function kyselyOver(dialect: PostgresDialect, log: KyselyConfig["log"]): Kysely<Schema> {
  return new Kysely<Schema>({ dialect, log });
}

class GuardedDialect extends PostgresDialect {
  readonly #owner: object;
  readonly #config: PostgresDialectConfig;

  constructor(owner: object, config: PostgresDialectConfig) {
    super(config);
    this.#owner = owner;
    this.#config = config;
  }

  override createDriver() {
    return new GuardedDriver(this.#owner, this.#config);
  }
}

class GuardedDriver extends PostgresDriver {
  readonly #owner: object;

  constructor(owner: object, config: PostgresDialectConfig) {
    super(config);
    this.#owner = owner;
  }

  override async acquireConnection() {
    assertOutsideWrite(this.#owner, "read");
    return await super.acquireConnection();
  }
}

export function postgresPool(url: string, max: number, jobTimeoutMs: number): Pool {
  const pool = new Pool({
    connectionString: url,
    Client: PreparingClient,
    max,
    application_name: "ic-fund-portal",
    connectionTimeoutMillis: 5_000,
    idle_in_transaction_session_timeout: jobTimeoutMs + 5_000,
    lock_timeout: jobTimeoutMs,
    types: { getTypeParser: parserFor },
  });
  // An idle connection that breaks is replaced by the pool; the next query that finds no server reports it.
  pool.on("error", () => {});
  return pool;
}

const { BOOL, INT8, NUMERIC, JSON: JSON_TYPE, JSONB } = types.builtins;

/** The same JavaScript values as from SQLite: figures are numbers, truth is 0 or 1, JSON and times are text. */
function parserFor(type: number, format?: "text" | "binary") {
  if (format === "binary") return types.getTypeParser(type, "binary");
  if (type === INT8 || type === NUMERIC) return Number;
  if (type === BOOL) return (value: string) => (value === "t" ? 1 : 0);
  if (type === JSON_TYPE || type === JSONB || isTime(type)) return (value: string) => value;
  return types.getTypeParser(type, "text");
}

const { DATE, TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ } = types.builtins;
const isTime = (type: number) => [DATE, TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ].includes(type);

/** Serialization failure and deadlock: PostgreSQL kept nothing and asks for another try. */
async function repeatAfterDeadlock<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (!asksForAnotherTry(error) || attempt === attempts) throw error;
      await pause(Math.random() * 5 * 2 ** attempt);
    }
  }
}

const asksForAnotherTry = (error: unknown) =>
  ["40001", "40P01"].includes(postgresCode(error)) || isStalePlan(error);

export const postgresCode = (error: unknown): string =>
  error instanceof DatabaseError ? (error.code ?? "") : "";

async function assertDurable(writer: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')
  `.execute(writer);
  const off = rows.filter((row) => row.setting === "off").map((row) => row.name);
  if (off.length === 0) return;
  await writer.destroy();
  throw new Error(
    `PostgreSQL runs with ${off.join(", ")} off and would lose acknowledged writes; switch it on to start.`,
  );
}

async function health(writer: Kysely<Schema>): Promise<Health> {
  try {
    const { rows } = await sql<{ standby: 0 | 1 }>`select pg_is_in_recovery() as standby`.execute(writer);
    return rows[0]?.standby === 0 ? { ok: true } : { ok: false, reason: "read-only" };
  } catch {
    return { ok: false, reason: "unreachable" };
  }
}
