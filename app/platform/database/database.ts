import type { Kysely, Transaction } from "kysely";
import type { Dialect } from "#db/migrations/migration.ts";
import type { Schema } from "#db/schema.ts";

/** What a query takes; a transaction is one too. */
export type Read = Kysely<Schema>;
/** What the job of a command gets. */
export type Write = Transaction<Schema>;

export interface Database {
  readonly dialect: Dialect;
  /** Sees only what is committed, and cannot write. `.transaction()` gives one snapshot for several queries. */
  readonly read: Read;
  /**
   * Runs the job in a transaction and resolves only when its changes are durable. A job speaks SQL through
   * its own `trx`, awaits everything, and has no other effect: it may be run again after a deadlock.
   */
  write<T>(job: (trx: Write) => Promise<T>): Promise<T>;
  health(): Promise<Health>;
  /** Waits for the writes already accepted. */
  close(): Promise<void>;
}

export type Health =
  { ok: true } | { ok: false; reason: "closed" | "unreachable" | "disk-full" | "read-only" };

export interface DatabaseOptions {
  /** `postgres://…`, or the path of a SQLite file. */
  url: string;
  /** FULL unless the person who runs it decides to lose acknowledged writes at a power cut. */
  synchronous?: "FULL" | "NORMAL" | "OFF";
  /** SQLite: snapshots and streams that may be open at once. */
  readers?: number;
  /** PostgreSQL: connections for reading, and as many for writing. */
  poolSize?: number;
  /** A job that has not finished by then is rolled back alone. */
  jobTimeoutMs?: number;
  /** SQLite: how long a write waits for another process that holds the lock. */
  lockPatienceMs?: number;
  hooks?: DatabaseHooks;
}

/** Statements are passed without their parameters: those are people's data. */
export interface DatabaseHooks {
  onQuery?: (query: { sql: string; ms: number; kind: "read" | "write" }) => void;
  slowQueryMs?: number;
  onSlowQuery?: (query: { sql: string; ms: number; kind: "read" | "write" }) => void;
  /** After each commit of SQLite's writer: how many writes shared it, and how long the commit itself took. */
  onCommit?: (commit: { jobs: number; ms: number }) => void;
  /** A job that keeps the writer waiting on something other than SQL. */
  onSlowJob?: (job: { ms: number; stack: string }) => void;
  /** The disk did not take a commit. What it holds is unknown until a restart, so the process must end. */
  onFatal?: (error: unknown) => void;
}
