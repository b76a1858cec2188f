import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from "kysely";
import type { SqliteConnection } from "./sqlite-connection.ts";

/**
 * Kysely's transactions as savepoints inside the transaction that the group commit holds open, so that a job
 * gets an ordinary `Transaction` and fails alone.
 */
export class SqliteWriterDriver implements Driver {
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async init() {}

  async acquireConnection() {
    return new JobConnection(this.#connection);
  }

  async beginTransaction() {
    this.#connection.control("savepoint job");
  }

  async commitTransaction(lease: DatabaseConnection) {
    (lease as JobConnection).assertSound();
    this.#connection.control("release job");
  }

  async rollbackTransaction() {
    // A full disk rolls everything back by itself.
    if (!this.#connection.inTransaction) return;
    this.#connection.control("rollback to job");
    this.#connection.control("release job");
  }

  async releaseConnection() {}

  async destroy() {
    this.#connection.close();
  }
}

class JobConnection implements DatabaseConnection {
  readonly #connection: SqliteConnection;
  #failure: unknown;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    this.assertSound();
    if (!this.#connection.inTransaction) throw new Error("A write job spoke SQL outside its transaction");
    try {
      return this.#connection.execute<Row>(query);
    } catch (error) {
      this.#failure = error;
      throw error;
    }
  }

  /** PostgreSQL takes nothing more from a transaction after an error; neither does this. */
  assertSound(): void {
    if (this.#failure !== undefined)
      throw new Error("An earlier statement of this write job failed, so all of it is rolled back", {
        cause: this.#failure,
      });
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query);
  }
}
