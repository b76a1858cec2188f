import { CompiledQuery } from "kysely";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "./database/database.ts";

export interface Limit {
  /** Part of the stored key; one name, one rule. */
  name: string;
  points: number;
  durationSeconds: number;
  /** How long nothing is let through once the points are gone; the rest of the duration when left out. */
  blockSeconds?: number;
}

export type Consumed = { ok: true } | { ok: false; retryAfterSeconds: number };

export interface RateLimiter {
  /** Takes one point before the work, so that guesses sent at the same time do not slip through together. */
  consume(key: string): Promise<Consumed>;
  /** Forgets the key, after a success. */
  reset(key: string): Promise<void>;
  /** Gives the point back. */
  refund(key: string): Promise<void>;
}

const limiters = new WeakMap<Database, Map<string, RateLimiter>>();

/**
 * Counts are kept in the portal's own database, so several processes share them and a restart forgets none.
 * A key that is blocked is remembered in this process too and costs no further write.
 */
export function rateLimiter(db: Database, limit: Limit): RateLimiter {
  const ofDatabase = limiters.get(db) ?? new Map<string, RateLimiter>();
  limiters.set(db, ofDatabase);
  const existing = ofDatabase.get(limit.name) ?? createLimiter(db, limit);
  ofDatabase.set(limit.name, existing);
  return existing;
}

function createLimiter(db: Database, limit: Limit): RateLimiter {
  const blockSeconds = limit.blockSeconds ?? 0;
  const limiter = new RateLimiterPostgres({
    storeClient: storeClient(db),
    storeType: "client",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: limit.name,
    points: limit.points,
    duration: limit.durationSeconds,
    blockDuration: blockSeconds,
    ...(blockSeconds > 0
      ? { inMemoryBlockOnConsumed: limit.points + 1, inMemoryBlockDuration: blockSeconds }
      : {}),
  });
  return {
    async consume(key) {
      try {
        await limiter.consume(key);
        return { ok: true };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
      }
    },
    async reset(key) {
      await limiter.delete(key);
    },
    async refund(key) {
      await limiter.reward(key);
    },
  };
}

/** The library speaks to a pg client; its three statements are plain SQL that both databases understand. */
function storeClient(db: Database) {
  return {
    async query({ text, values }: { text: string; values: unknown[] }) {
      const { sql, parameters } =
        db.dialect === "postgres" ? { sql: text, parameters: values } : positional(text, values);
      const { rows, numAffectedRows } = await db.write((trx) =>
        trx.executeQuery(CompiledQuery.raw(sql, parameters)),
      );
      return { rows, rowCount: rows.length || Number(numAffectedRows ?? 0) };
    },
  };
}

function positional(text: string, values: unknown[]) {
  const parameters: unknown[] = [];
  const sql = text.replace(/\$(\d+)/g, (_, number: string) => {
    parameters.push(values[Number(number) - 1]);
    return "?";
  });
  return { sql, parameters };
}
