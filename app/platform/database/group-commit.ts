import { AsyncLocalStorage } from "node:async_hooks";
import type { Kysely } from "kysely";
import { setImmediate as turn, setTimeout as pause } from "node:timers/promises";
import type { Schema } from "#db/schema.ts";
import type { DatabaseHooks, DatabaseOptions, Write } from "./database.ts";
import { withDeadline } from "./job-deadline.ts";
import { isBusy, type SqliteConnection, sqliteCode } from "./sqlite-connection.ts";
import { assertOutsideWrite, insideWrite } from "./write-scope.ts";

/** One commit carries at most this many writes, and is not put off for longer than this to gather them. */
const maxJobs = 128;
const maxGatherMs = 8;
/** A batch closes after this many turns of the event loop that brought no further write. */
const quietTurns = 2;

type Settings = Pick<DatabaseOptions, "jobTimeoutMs" | "lockPatienceMs" | "hooks">;

interface Job {
  /** Runs in the caller's async context; settles its own savepoint, never rejects. */
  run: () => Promise<() => void>;
  reject: (error: unknown) => void;
}

export class DatabaseBusy extends Error {
  override name = "DatabaseBusy";
}

/**
 * The single writer of a SQLite file. Writes that arrive together share one transaction and so one fsync;
 * each has its own savepoint, and none is answered before the commit returned.
 */
export class GroupCommit {
  readonly #owner: object;
  readonly #connection: SqliteConnection;
  readonly #kysely: Kysely<Schema>;
  readonly #jobTimeoutMs: number;
  readonly #lockPatienceMs: number;
  readonly #hooks: DatabaseHooks;
  readonly #queue: Job[] = [];
  #pumping: Promise<void> | undefined;
  #closed = false;
  #diskFailure: Error | undefined;

  constructor(
    owner: object,
    connection: SqliteConnection,
    kysely: Kysely<Schema>,
    { jobTimeoutMs = 15_000, lockPatienceMs = 5_000, hooks = {} }: Settings = {},
  ) {
    this.#owner = owner;
    this.#connection = connection;
    this.#kysely = kysely;
    this.#jobTimeoutMs = jobTimeoutMs;
    this.#lockPatienceMs = lockPatienceMs;
    this.#hooks = hooks;
  }

  async write<T>(job: (trx: Write) => Promise<T>): Promise<T> {
    assertOutsideWrite(this.#owner, "write");
    if (this.#closed) throw new Error("The database is closed");
    if (this.#diskFailure) throw this.#diskFailure;
    const origin = new Error("The job was begun here");
    const inCallersContext = AsyncLocalStorage.snapshot();
    return await new Promise<T>((resolve, reject) => {
      const run = () => inCallersContext(() => this.#settle(job, origin, resolve, reject));
      this.#queue.push({ run, reject });
      this.#pumping ??= this.#pump();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#pumping;
  }

  /** The outcome is known here but told only after the commit. */
  async #settle<T>(
    job: (trx: Write) => Promise<T>,
    origin: Error,
    resolve: (value: T) => void,
    reject: (error: unknown) => void,
  ): Promise<() => void> {
    try {
      const value = await this.#kysely
        .transaction()
        .execute((trx) =>
          withDeadline(
            () => insideWrite(this.#owner, () => job(trx)),
            this.#jobTimeoutMs,
            origin,
            this.#hooks.onSlowJob,
          ),
        );
      return () => resolve(value);
    } catch (error) {
      this.#dieOfDiskFailure(error);
      return () => reject(error);
    }
  }

  async #pump(): Promise<void> {
    while (this.#queue.length > 0) {
      await turn();
      await this.#commitTogether();
    }
    this.#pumping = undefined;
  }

  async #commitTogether(): Promise<void> {
    const taken: Job[] = [];
    const answers: (() => void)[] = [];
    try {
      await this.#begin();
      const gatherUntil = performance.now() + maxGatherMs;
      do await this.#runWaiting(taken, answers);
      while (taken.length < maxJobs && (await this.#moreComes(gatherUntil)));
      const begun = performance.now();
      this.#connection.control("commit");
      this.#hooks.onCommit?.({ jobs: taken.length, ms: performance.now() - begun });
    } catch (error) {
      this.#abandon(error);
      // Nothing was kept. Without the lock nobody was served, and those who wait would only wait longer.
      for (const job of taken.length > 0 ? taken : this.#queue.splice(0)) job.reject(error);
      return;
    }
    for (const answer of answers) answer();
  }

  async #runWaiting(taken: Job[], answers: (() => void)[]): Promise<void> {
    while (taken.length < maxJobs) {
      const job = this.#queue.shift();
      if (!job) return;
      taken.push(job);
      answers.push(await job.run());
      if (this.#diskFailure) throw this.#diskFailure;
      if (!this.#connection.inTransaction)
        throw new Error("The disk refused a write, so every write of that moment was rolled back");
    }
  }

  #abandon(error: unknown): void {
    this.#dieOfDiskFailure(error);
    try {
      if (this.#connection.inTransaction) this.#connection.control("rollback");
    } catch (failure) {
      this.#dieOfDiskFailure(failure);
    }
  }

  async #moreComes(until: number): Promise<boolean> {
    for (let quiet = 0; quiet < quietTurns && performance.now() < until; quiet++) {
      await turn();
      if (this.#queue.length > 0) return true;
    }
    return false;
  }

  /** Other processes write to the file too. SQLite would wait on the thread, so the waiting is done here. */
  async #begin(): Promise<void> {
    const until = performance.now() + this.#lockPatienceMs;
    for (;;) {
      try {
        this.#connection.control("begin immediate");
        return;
      } catch (error) {
        if (!isBusy(error)) throw error;
        if (performance.now() > until)
          throw new DatabaseBusy("Another process kept the database locked for too long", { cause: error });
      }
      await pause(0.5 + Math.random());
    }
  }

  /** After a failed fsync nobody knows what the disk holds; retrying could acknowledge what is lost. */
  #dieOfDiskFailure(error: unknown): void {
    if (this.#diskFailure || !/^SQLITE_(IOERR|CORRUPT)/.test(sqliteCode(error))) return;
    this.#diskFailure = new Error("The disk failed; the process must be restarted", { cause: error });
    for (const job of this.#queue.splice(0)) job.reject(this.#diskFailure);
    this.#hooks.onFatal?.(error);
  }
}
