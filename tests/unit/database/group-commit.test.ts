import BetterSqlite, { SqliteError } from "better-sqlite3";
import { type Kysely, sql } from "kysely";
import { AsyncLocalStorage } from "node:async_hooks";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database, DatabaseOptions, Read } from "#app/platform/database/database.ts";
import { DatabaseBusy, GroupCommit } from "#app/platform/database/group-commit.ts";
import { migrate } from "#app/platform/database/migrate.ts";
import { openDatabase } from "#app/platform/database/open-database.ts";
import { openSqliteConnection, SqliteConnection } from "#app/platform/database/sqlite-connection.ts";

let folder: string;
let url: string;
const open: Database[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "portal-group-"));
  url = join(folder, "portal.sqlite");
  await migrate({ url }, { "0001-item": { up: createItems } });
});

afterEach(async () => {
  for (const db of open.splice(0)) await db.close();
  rmSync(folder, { recursive: true });
});

const createItems = async (db: Kysely<never>) => {
  await sql`create table item (id integer primary key, owner integer references item (id))`.execute(db);
};

async function database(options: Omit<DatabaseOptions, "url"> = {}): Promise<Database> {
  const db = await openDatabase({ url, ...options });
  open.push(db);
  return db;
}

const add = (id: number, owner: number | null = null) =>
  sql`insert into item (id, owner) values (${id}, ${owner})`;

async function ids(db: Read): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from item order by id`.execute(db);
  return rows.map((row) => row.id);
}

describe("writes that arrive together", () => {
  it("share one commit", async () => {
    const commits: number[] = [];
    const db = await database({ hooks: { onCommit: ({ jobs }) => commits.push(jobs) } });
    await Promise.all(Array.from({ length: 40 }, (_, i) => db.write((trx) => add(i).execute(trx))));
    expect(await ids(db.read)).toHaveLength(40);
    expect(commits).toEqual([40]);
  });

  it("are joined by those that arrive while the batch is open", async () => {
    const commits: number[] = [];
    const db = await database({ hooks: { onCommit: ({ jobs }) => commits.push(jobs) } });
    let second: Promise<unknown> | undefined;
    const first = db.write(async (trx) => {
      await add(1).execute(trx);
      setImmediate(() => (second = db.write((late) => add(2).execute(late))));
    });
    await first;
    await second;
    expect(commits).toEqual([2]);
  });

  it("see each other in order, and one that fails is undone alone", async () => {
    const db = await database();
    const outcomes = await Promise.allSettled([
      db.write((trx) => add(1).execute(trx)),
      db.write(async (trx) => {
        await add(2).execute(trx);
        await add(1).execute(trx);
      }),
      db.write(async (trx) => {
        await add(3).execute(trx);
        return ids(trx);
      }),
    ]);
    expect(outcomes.map((o) => o.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(outcomes[2]).toMatchObject({ value: [1, 3] });
    expect(await ids(db.read)).toEqual([1, 3]);
  });

  it("are all refused when the commit fails, and later ones are not", async () => {
    const db = await database();
    const outcomes = await Promise.allSettled([
      db.write((trx) => add(1).execute(trx)),
      db.write(async (trx) => {
        await sql`pragma defer_foreign_keys = on`.execute(trx);
        await add(2, 999).execute(trx);
      }),
    ]);
    expect(outcomes.map((o) => o.status)).toEqual(["rejected", "rejected"]);
    expect(await ids(db.read)).toEqual([]);
    await db.write((trx) => add(3).execute(trx));
    expect(await ids(db.read)).toEqual([3]);
  });

  it("keep the async context of whoever asked for them", async () => {
    const db = await database();
    const request = new AsyncLocalStorage<string>();
    const names = ["a", "b", "c"].map((name) =>
      request.run(name, () => db.write(async () => request.getStore())),
    );
    expect(await Promise.all(names)).toEqual(["a", "b", "c"]);
  });
});

describe("an acknowledgement", () => {
  it("comes after the commit, and nobody sees the row before", async () => {
    const db = await database();
    const elsewhere = await database();
    let during: number[] | undefined;
    await db.write(async (trx) => {
      await add(1).execute(trx);
      during = await ids(elsewhere.read);
    });
    expect(during).toEqual([]);
    expect(await ids(elsewhere.read)).toEqual([1]);
  });

  it("is never given when the disk failed; the process is told once and takes no more writes", async () => {
    const fatal: unknown[] = [];
    const connection = new FailingDisk(new BetterSqlite(url));
    const db = await database();
    const commits = new GroupCommit({}, connection, db.read, {
      hooks: { onFatal: (error) => fatal.push(error) },
    });
    const outcomes = await Promise.allSettled([commits.write(async () => 1), commits.write(async () => 2)]);
    expect(outcomes.map((o) => o.status)).toEqual(["rejected", "rejected"]);
    await expect(commits.write(async () => 3)).rejects.toThrow(/must be restarted/);
    expect(fatal).toHaveLength(1);
    connection.close();
  });
});

class FailingDisk extends SqliteConnection {
  override control(statement: string): void {
    if (statement === "commit") throw new SqliteError("disk I/O error", "SQLITE_IOERR_FSYNC");
    super.control(statement);
  }
}

describe("a job", () => {
  it("may not use the database around its transaction", async () => {
    const db = await database();
    const other = await database();
    await expect(db.write(() => ids(db.read))).rejects.toThrow("db.read was used inside a write job");
    await expect(db.write(() => db.write((trx) => add(1).execute(trx)))).rejects.toThrow(
      "db.write was used inside",
    );
    expect(await db.write(() => ids(other.read))).toEqual([]);
    expect(await ids(db.read)).toEqual([]);
  });

  it("may start something that uses the database once it is over", async () => {
    const db = await database();
    let later: Promise<number[]> | undefined;
    await db.write(async (trx) => {
      await add(1).execute(trx);
      later = pause(30).then(() => ids(db.read));
    });
    expect(await later).toEqual([1]);
  });

  it("cannot reach its transaction after it ended", async () => {
    const db = await database();
    let kept: Read | undefined;
    await db.write(async (trx) => {
      kept = trx;
    });
    await expect(add(1).execute(kept!)).rejects.toThrow();
    expect(await ids(db.read)).toEqual([]);
  });

  it("that hangs is reported, then undone alone", async () => {
    const slow: string[] = [];
    const db = await database({ jobTimeoutMs: 60, hooks: { onSlowJob: ({ stack }) => slow.push(stack) } });
    const outcomes = await Promise.allSettled([
      db.write((trx) => add(1).execute(trx)),
      db.write(async (trx) => {
        await add(2).execute(trx);
        await new Promise(() => {});
      }),
      db.write((trx) => add(3).execute(trx)),
    ]);
    expect(outcomes.map((o) => o.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(outcomes[1]).toMatchObject({ reason: { name: "JobTimeout" } });
    expect(slow).toEqual([expect.stringContaining("group-commit.test")]);
    expect(await ids(db.read)).toEqual([1, 3]);
  });
});

describe("another process that holds the lock", () => {
  it("is waited for without stopping the event loop", async () => {
    const db = await database();
    const elsewhere = await openSqliteConnection(url);
    elsewhere.control("begin immediate");
    let turns = 0;
    const ticking = setInterval(() => turns++, 5);
    setTimeout(() => elsewhere.control("commit"), 200);
    await db.write((trx) => add(1).execute(trx));
    clearInterval(ticking);
    elsewhere.close();
    expect(turns).toBeGreaterThan(10);
    expect(await ids(db.read)).toEqual([1]);
  });

  it("is not waited for beyond all patience", async () => {
    const db = await database({ lockPatienceMs: 50 });
    const elsewhere = await openSqliteConnection(url);
    elsewhere.control("begin immediate");
    const refused = await Promise.allSettled([1, 2].map((id) => db.write((trx) => add(id).execute(trx))));
    expect(refused.map((o) => o.status === "rejected" && o.reason instanceof DatabaseBusy)).toEqual([
      true,
      true,
    ]);
    elsewhere.control("rollback");
    elsewhere.close();
    await db.write((trx) => add(3).execute(trx));
    expect(await ids(db.read)).toEqual([3]);
  });
});

it("acknowledges exactly what is there when the disk is full", async () => {
  const db = await database();
  const limit = await db.write(async (trx) => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(trx);
    return rows[0]!.page_count + 20;
  });
  await db.write((trx) => sql`pragma max_page_count = ${sql.lit(limit)}`.execute(trx));
  await db.write((trx) => sql`create table ballast (content)`.execute(trx));
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, (_, id) =>
      db.write(async (trx) => {
        await add(id).execute(trx);
        await sql`insert into ballast values (zeroblob(16000))`.execute(trx);
      }),
    ),
  );
  const acknowledged = outcomes.flatMap((o, id) => (o.status === "fulfilled" ? [id] : []));
  expect(acknowledged.length).toBeLessThan(12);
  expect(await ids(db.read)).toEqual(acknowledged);
});

it("finishes what it accepted before it closes, and takes nothing after", async () => {
  const db = await database();
  const accepted = Array.from({ length: 5 }, (_, id) => db.write((trx) => add(id).execute(trx)));
  await db.close();
  await Promise.all(accepted);
  await expect(db.write((trx) => add(9).execute(trx))).rejects.toThrow("closed");
  expect(await db.health()).toEqual({ ok: false, reason: "closed" });
  expect(await ids((await database()).read)).toEqual([0, 1, 2, 3, 4]);
});
