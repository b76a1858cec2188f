import BetterSqlite from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openSqliteConnection } from "#app/platform/database/sqlite-connection.ts";

const folder = mkdtempSync(join(tmpdir(), "portal-connection-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("runs an existing WAL file at FULL, which the driver by itself would not", async () => {
  const file = join(folder, "existing.sqlite");
  (await openSqliteConnection(file)).close();
  const untouched = new BetterSqlite(file);
  expect(untouched.pragma("synchronous", { simple: true })).toBe(1);
  untouched.close();
  for (const readonly of [false, true]) {
    const connection = await openSqliteConnection(file, { readonly });
    expect(connection.raw.pragma("synchronous", { simple: true })).toBe(2);
    expect(connection.raw.pragma("foreign_keys", { simple: true })).toBe(1);
    connection.close();
  }
});

it("refuses a database that does not take the settings", async () => {
  await expect(openSqliteConnection(":memory:")).rejects.toThrow(
    /did not take the setting journal_mode = wal/,
  );
});

it("opens for reading only what exists, and never writes through it", async () => {
  await expect(openSqliteConnection(join(folder, "absent.sqlite"), { readonly: true })).rejects.toThrow();
  const file = join(folder, "readonly.sqlite");
  (await openSqliteConnection(file)).close();
  const reader = await openSqliteConnection(file, { readonly: true });
  expect(() => reader.control("create table t (a)")).toThrow(/readonly/);
  reader.close();
});

it("keeps a bounded number of prepared statements, the latest ones", async () => {
  const connection = await openSqliteConnection(join(folder, "cache.sqlite"));
  const first = connection.prepare("select 0");
  expect(connection.prepare("select 0")).toBe(first);
  for (let i = 1; i <= 500; i++) connection.prepare(`select ${i}`);
  expect(connection.prepare("select 0")).not.toBe(first);
  expect(connection.prepare("select 500")).toBe(connection.prepare("select 500"));
  connection.close();
});

it("runs a statement anew while the same one is being read", async () => {
  const connection = await openSqliteConnection(join(folder, "busy.sqlite"));
  const numbers = "select 1 as n union all select 2";
  const seen: unknown[] = [];
  for (const row of connection.prepare(numbers).iterate()) {
    seen.push(row, ...connection.prepare(numbers).all());
  }
  expect(seen).toEqual([{ n: 1 }, { n: 1 }, { n: 2 }, { n: 2 }, { n: 1 }, { n: 2 }]);
  connection.close();
});
