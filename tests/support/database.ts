import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { inject } from "vitest";
import type { Database, DatabaseHooks, DatabaseOptions } from "#app/platform/database/database.ts";
import { migrate } from "#app/platform/database/migrate.ts";
import { openDatabase } from "#app/platform/database/open-database.ts";
import { migrations } from "#db/migrations/index.ts";
import type { Dialect, Migration } from "#db/migrations/migration.ts";
import { templateDatabase } from "./postgres-setup.ts";

/** `describe.each(DIALECTS)("… on %s", (dialect) => …)` */
export const DIALECTS = ["sqlite", "postgres"] as const satisfies readonly Dialect[];

/** The time of every test that does not say otherwise. */
export const FROZEN_NOW = new Date("2026-11-23T08:00:00.000Z");

export interface TestDatabase extends Database {
  url: string;
  /** The SQL that ran during the work, without begin and commit. */
  statementsDuring(work: () => Promise<unknown>): Promise<string[]>;
  destroy(): Promise<void>;
}

/** A fresh database with the portal's schema (or other migrations), gone after `destroy()`. */
export async function testDatabase(
  dialect: Dialect,
  options: Omit<DatabaseOptions, "url"> = {},
  own?: Record<string, Migration>,
): Promise<TestDatabase> {
  const { url, remove } = await freshDatabase(dialect, own === undefined);
  // A test is not there to survive a power cut, and waits for no disk.
  const settings = { synchronous: "OFF", ...options, url } as const;
  await migrate(settings, own ?? migrations);
  const seen: string[] = [];
  const hooks: DatabaseHooks = { ...options.hooks, onQuery: ({ sql }) => seen.push(sql) };
  const db = await openDatabase({ ...settings, hooks });
  return {
    ...db,
    url,
    async statementsDuring(work) {
      seen.length = 0;
      await work();
      return [...seen];
    },
    async destroy() {
      await db.close();
      await remove();
    },
  };
}

/** The address of an empty database (or one with the portal's schema, quicker than migrating). */
export async function freshDatabase(dialect: Dialect, fromTemplate = false) {
  if (dialect === "sqlite") {
    const folder = await mkdtemp(join(tmpdir(), "portal-test-"));
    return { url: join(folder, "portal.sqlite"), remove: () => rm(folder, { recursive: true, force: true }) };
  }
  const server = inject("postgresUrl");
  const name = `test_${process.pid}_${Date.now()}_${Math.floor(Math.random() * 1e6)}`;
  await asAdmin(server, `create database ${name} template ${fromTemplate ? templateDatabase : "template1"}`);
  return {
    url: server.replace(/postgres$/, name),
    remove: () => asAdmin(server, `drop database ${name} with (force)`),
  };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
