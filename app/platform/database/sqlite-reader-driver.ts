import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from "kysely";
import { setImmediate as turn } from "node:timers/promises";
import { assertBindable } from "./bindable.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { assertOutsideWrite } from "./write-scope.ts";

/**
 * Plain queries run at once on one shared connection (SQLite answers within the call, so they never meet).
 * A stream or a snapshot stays open across turns and takes a connection of its own, up to a limit.
 */
export class SqliteReaderDriver implements Driver {
  readonly #owner: object;
  readonly #pool: ReaderPool;

  constructor(owner: object, shared: SqliteConnection, open: () => Promise<SqliteConnection>, limit: number) {
    this.#owner = owner;
    this.#pool = new ReaderPool(shared, open, limit);
  }

  async init() {}

  async acquireConnection() {
    assertOutsideWrite(this.#owner, "read");
    return new ReaderLease(this.#pool);
  }

  async beginTransaction(lease: DatabaseConnection) {
    await (lease as ReaderLease).beginSnapshot();
  }

  async commitTransaction(lease: DatabaseConnection) {
    (lease as ReaderLease).endSnapshot();
  }

  async rollbackTransaction(lease: DatabaseConnection) {
    (lease as ReaderLease).endSnapshot();
  }

  async releaseConnection() {}

  async destroy() {
    this.#pool.close();
  }
}

class ReaderLease implements DatabaseConnection {
  readonly #pool: ReaderPool;
  #snapshot: SqliteConnection | undefined;

  constructor(pool: ReaderPool) {
    this.#pool = pool;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return (this.#snapshot ?? this.#pool.shared).execute<Row>(query);
  }

  async *streamQuery<Row>(query: CompiledQuery, chunkSize = 100): AsyncIterableIterator<QueryResult<Row>> {
    assertBindable(query.parameters, query.sql);
    const connection = this.#snapshot ?? (await this.#pool.take());
    try {
      let rows: Row[] = [];
      for (const row of connection.prepare(query.sql).iterate(...query.parameters)) {
        rows.push(row as Row);
        if (rows.length < chunkSize) continue;
        yield { rows };
        rows = [];
        // Other requests get their turn between chunks.
        await turn();
      }
      if (rows.length > 0) yield { rows };
    } finally {
      if (connection !== this.#snapshot) this.#pool.giveBack(connection);
    }
  }

  async beginSnapshot() {
    this.#snapshot = await this.#pool.take();
    this.#snapshot.control("begin");
  }

  endSnapshot() {
    const connection = this.#snapshot;
    if (!connection) return;
    this.#snapshot = undefined;
    if (connection.inTransaction) connection.control("commit");
    this.#pool.giveBack(connection);
  }
}

class ReaderPool {
  readonly shared: SqliteConnection;
  readonly #open: () => Promise<SqliteConnection>;
  readonly #limit: number;
  readonly #all = new Set<SqliteConnection>();
  readonly #free: SqliteConnection[] = [];
  readonly #waiting: ((connection: SqliteConnection) => void)[] = [];
  #opening = 0;

  constructor(shared: SqliteConnection, open: () => Promise<SqliteConnection>, limit: number) {
    this.shared = shared;
    this.#open = open;
    this.#limit = limit;
  }

  async take(): Promise<SqliteConnection> {
    const free = this.#free.pop();
    if (free) return free;
    if (this.#all.size + this.#opening >= this.#limit)
      return await new Promise((resolve) => this.#waiting.push(resolve));
    this.#opening += 1;
    try {
      const connection = await this.#open();
      this.#all.add(connection);
      return connection;
    } finally {
      this.#opening -= 1;
    }
  }

  giveBack(connection: SqliteConnection): void {
    const next = this.#waiting.shift();
    if (next) next(connection);
    else this.#free.push(connection);
  }

  close(): void {
    this.shared.close();
    for (const connection of this.#all) connection.close();
  }
}
