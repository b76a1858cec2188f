import { sql } from "kysely";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "#app/platform/database/database.ts";
import { openSqlite } from "#app/platform/database/open-sqlite.ts";

const folder = mkdtempSync(join(tmpdir(), "portal-plans-"));
let db: Database;
beforeAll(async () => {
  db = await openSqlite({ url: join(folder, "plans.sqlite") });
  await db.write(async (trx) => {
    await sql`create table setting (key text primary key, value text, updated_at text, n bigint)`.execute(
      trx,
    );
    await sql`create index setting_n on setting (n)`.execute(trx);
  });
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

it.each([7, 1.5, "七", "", null, Buffer.from([0, 255])])(
  "hands %j to a statement as it is",
  async (value) => {
    const { rows } = await sql<{ same: unknown }>`select ${value} as same`.execute(db.read);
    expect(rows).toEqual([{ same: value }]);
  },
);

it("finds by the index, with the column's own comparison", async () => {
  await db.write((trx) => sql`insert into setting values (${"k"}, ${"v"}, ${""}, ${12})`.execute(trx));
  const byText = sql<{ key: string }>`select key from setting where n = ${"12"} order by key limit ${1}`;
  expect((await byText.execute(db.read)).rows).toEqual([{ key: "k" }]);
  const plan = await sql<{ detail: string }>`
    explain query plan select key from setting where n = ${12}`.execute(db.read);
  expect(plan.rows.map(({ detail }) => detail).join()).toContain("USING INDEX setting_n");
});
