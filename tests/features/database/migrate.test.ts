import { type Kysely, sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { migrate, NewerDatabase } from "#app/platform/database/migrate.ts";
import { openDatabase } from "#app/platform/database/open-database.ts";
import { appendOnly } from "#db/migrations/append-only.ts";
import { migrations } from "#db/migrations/index.ts";
import type { Dialect, Migration } from "#db/migrations/migration.ts";
import { DIALECTS, freshDatabase } from "#tests/support/database.ts";

const migration = (...statements: string[]): Migration => ({
  async up(db: Kysely<never>, dialect: Dialect) {
    const text = dialect === "postgres" ? 'text collate "C"' : "text";
    for (const statement of statements) await sql.raw(statement.replace("text", text)).execute(db);
  },
});

const first = { "0001-first": migration("create table a (id text primary key)") };
const second = { ...first, "0002-second": migration("create table b (id text references a (id))") };

describe.each(DIALECTS)("migrations on %s", (dialect) => {
  const cleanUp: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const remove of cleanUp.splice(0)) await remove();
  });

  async function fresh(): Promise<string> {
    const { url, remove } = await freshDatabase(dialect);
    cleanUp.push(remove);
    return url;
  }

  async function run(url: string, statement: string): Promise<unknown[]> {
    const db = await openDatabase({ url, synchronous: "OFF" });
    try {
      return await db.write(async (trx) => (await sql.raw(statement).execute(trx)).rows);
    } finally {
      await db.close();
    }
  }

  it("applies what is pending, in order, once", async () => {
    const url = await fresh();
    expect(await migrate({ url }, first)).toEqual({ applied: ["0001-first"] });
    expect(await migrate({ url }, second)).toEqual({ applied: ["0002-second"] });
    expect(await migrate({ url }, second)).toEqual({ applied: [] });
    expect(await run(url, "select name from schema_migration order by name")).toEqual([
      { name: "0001-first" },
      { name: "0002-second" },
    ]);
  });

  it("is safe when several processes start together", async () => {
    const url = await fresh();
    const results = await Promise.all(Array.from({ length: 4 }, () => migrate({ url }, migrations)));
    expect(results.flatMap((result) => result.applied)).toEqual(Object.keys(migrations));
  });

  it("keeps all or nothing", async () => {
    const url = await fresh();
    const broken = { ...second, "0003-broken": migration("create table c (id text)", "this is not SQL") };
    await expect(migrate({ url }, broken)).rejects.toThrow(/syntax/);
    expect(await migrate({ url }, second)).toEqual({ applied: ["0001-first", "0002-second"] });
  });

  it("refuses a database that is newer than the code, and a migration that comes late", async () => {
    const url = await fresh();
    await migrate({ url }, second);
    await expect(migrate({ url }, first)).rejects.toBeInstanceOf(NewerDatabase);
    const late = { ...second, "0001-forgotten": migration("create table d (id text)") };
    await expect(migrate({ url }, late)).rejects.toThrow("0001-forgotten sorts before 0002-second");
  });

  it("protects an append-only table", async () => {
    const url = await fresh();
    const up = async (db: Kysely<never>, of: Dialect) => {
      await migration("create table log (id text)").up(db, of);
      await appendOnly(db, of, "log");
    };
    await migrate({ url }, { "0001-log": { up } });
    await run(url, "insert into log values ('a')");
    const changes = [
      "update log set id = 'b'",
      "delete from log",
      ...(dialect === "postgres" ? ["truncate log"] : []),
    ];
    for (const change of changes) await expect(run(url, change)).rejects.toThrow("log is append-only");
    expect(await run(url, "select * from log")).toEqual([{ id: "a" }]);
  });
});

it("changes a table under a running process without failing its prepared statements", async () => {
  const { url, remove } = await freshDatabase("postgres");
  await migrate({ url }, first);
  const db = await openDatabase({ url, synchronous: "OFF", poolSize: 1 });
  const all = sql`select * from a`;
  const widen = (name: string) =>
    migrate({ url }, { ...first, [name]: migration(`alter table a add "${name}" text`) });
  await all.execute(db.read);
  await widen("0002");
  expect((await all.execute(db.read)).rows).toEqual([]);
  await db.write((trx) => all.execute(trx));
  await db.write((trx) => sql`delete from schema_migration where name = '0002'`.execute(trx));
  await widen("0003");
  await db.write((trx) => sql`insert into a (id) values ('x')`.execute(trx));
  expect((await db.write((trx) => all.execute(trx))).rows).toEqual([{ id: "x", "0002": null, "0003": null }]);
  await db.close();
  await remove();
});

it("refuses a PostgreSQL migration whose text would sort by the server's language", async () => {
  const { url, remove } = await freshDatabase("postgres");
  const up = async (db: Kysely<never>) => {
    await sql`create table a (id text primary key)`.execute(db);
  };
  await expect(migrate({ url }, { "0001-first": { up } })).rejects.toThrow('without collate "C": a.id');
  await remove();
});

it("refuses broken references a SQLite migration leaves behind", async () => {
  const { url, remove } = await freshDatabase("sqlite");
  const orphan = migration("insert into b values ('nobody')");
  await expect(migrate({ url }, { ...second, "0003-orphan": orphan })).rejects.toThrow("1 broken references");
  await remove();
});
