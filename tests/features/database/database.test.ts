import { sql } from "kysely";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Read, Write } from "#app/platform/database/database.ts";
import { openDatabase } from "#app/platform/database/open-database.ts";
import { forUpdate, isUniqueViolation } from "#app/platform/database/sql.ts";
import { DIALECTS, testDatabase, type TestDatabase } from "#tests/support/database.ts";

describe.each(DIALECTS)("database on %s", (dialect) => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await testDatabase(dialect);
  });
  afterEach(() => db.destroy());

  const put = (trx: Read, key: string, value = "0") =>
    trx.insertInto("setting").values({ key, value, updated_at: "" }).execute();
  const keys = async (read: Read) =>
    (await read.selectFrom("setting").select("key").orderBy("key").execute()).map((row) => row.key);

  it("keeps what a job wrote, and nothing of a job that failed", async () => {
    expect(await db.write((trx) => put(trx, "kept").then(() => "answer"))).toBe("answer");
    const failing = db.write(async (trx) => {
      await put(trx, "lost");
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await keys(db.read)).toEqual(["kept"]);
  });

  it("cannot be written through its reading side", async () => {
    await expect(put(db.read, "a")).rejects.toThrow(/read-?only/);
    await expect(db.read.transaction().execute((trx) => put(trx, "a"))).rejects.toThrow(/read-?only/);
    expect(await keys(db.read)).toEqual([]);
  });

  it("refuses, inside a job, to be used around the transaction", async () => {
    await expect(db.write(() => keys(db.read))).rejects.toThrow("db.read was used inside a write job");
    await expect(db.write(() => db.write((trx) => put(trx, "a")))).rejects.toThrow(
      "db.write was used inside",
    );
  });

  it("gives nothing more to a job after one of its statements failed", async () => {
    await db.write((trx) => put(trx, "taken"));
    const swallowing = db.write(async (trx) => {
      await put(trx, "before");
      await put(trx, "taken").catch(() => {});
      await put(trx, "after");
    });
    await expect(swallowing).rejects.toThrow();
    const silent = db.write(async (trx) => {
      await put(trx, "before");
      await put(trx, "taken").catch(() => {});
    });
    await expect(silent).rejects.toThrow();
    expect(await keys(db.read)).toEqual(["taken"]);
  });

  it("tells a taken key from other failures", async () => {
    await db.write((trx) => put(trx, "taken"));
    const taken = await db.write((trx) => put(trx, "taken")).catch((error: unknown) => error);
    const other = await db
      .write((trx) => sql`select * from nowhere`.execute(trx))
      .catch((error: unknown) => error);
    expect([isUniqueViolation(taken), isUniqueViolation(other)]).toEqual([true, false]);
  });

  it("gives the same JavaScript values", async () => {
    const { rows } = await sql`
      select count(*) as counted, sum(n) as summed, avg(n) as mean, max(n) > 1 as truth, max(t) as text
      from (select 1 as n, '甲' as t union all select 2, '乙') as numbers
    `.execute(db.read);
    expect(rows).toEqual([{ counted: 2, summed: 3, mean: 1.5, truth: 1, text: "甲" }]);
    const fen = 9_007_199_254_740_991;
    await db.write((trx) => trx.insertInto("worker_cursor").values({ name: "c", event_seq: fen }).execute());
    expect(await db.read.selectFrom("worker_cursor").select("event_seq").execute()).toEqual([
      { event_seq: fen },
    ]);
  });

  it.each([[true], [new Date(0)], [undefined], [{ a: 1 }], [1n]])(
    "refuses %s as a parameter",
    async (value) => {
      await expect(sql`select ${value} as x`.execute(db.read)).rejects.toThrow(/Parameter 1 is a/);
      await expect(db.write((trx) => sql`select ${value} as x`.execute(trx))).rejects.toThrow(
        /Parameter 1 is a/,
      );
    },
  );

  it("says how many rows a guarded update changed", async () => {
    await db.write((trx) => put(trx, "a", "draft"));
    const change = (from: string) => (trx: Write) =>
      trx.updateTable("setting").set({ value: "sent" }).where("value", "=", from).executeTakeFirst();
    expect((await db.write(change("draft"))).numUpdatedRows).toBe(1n);
    expect((await db.write(change("draft"))).numUpdatedRows).toBe(0n);
  });

  it("loses no update among 200 that read and then write", async () => {
    await db.write((trx) => trx.insertInto("worker_cursor").values({ name: "n", event_seq: 0 }).execute());
    const increment = async (trx: Write) => {
      const { event_seq } = await trx
        .selectFrom("worker_cursor")
        .select("event_seq")
        .where("name", "=", "n")
        .$call(forUpdate(trx))
        .executeTakeFirstOrThrow();
      await trx
        .updateTable("worker_cursor")
        .set({ event_seq: event_seq + 1 })
        .where("name", "=", "n")
        .execute();
    };
    await Promise.all(Array.from({ length: 200 }, () => db.write(increment)));
    expect(await db.read.selectFrom("worker_cursor").select("event_seq").execute()).toEqual([
      { event_seq: 200 },
    ]);
  });

  it("repeats jobs that lock the same rows in opposite order", async () => {
    await db.write(async (trx) => {
      for (const name of ["x", "y"])
        await trx.insertInto("worker_cursor").values({ name, event_seq: 0 }).execute();
    });
    const both = (first: string, second: string) =>
      db.write(async (trx) => {
        for (const name of [first, second]) {
          await trx
            .updateTable("worker_cursor")
            .set((eb) => ({ event_seq: eb("event_seq", "+", 1) }))
            .where("name", "=", name)
            .execute();
          await pause(20);
        }
      });
    await Promise.all([both("x", "y"), both("y", "x")]);
    const rows = await db.read.selectFrom("worker_cursor").select("event_seq").execute();
    expect(rows).toEqual([{ event_seq: 2 }, { event_seq: 2 }]);
  });

  it("shows one moment to a reading transaction", async () => {
    await db.read.transaction().execute(async (snapshot) => {
      expect(await keys(snapshot)).toEqual([]);
      await db.write((trx) => put(trx, "later"));
      expect(await keys(db.read)).toEqual(["later"]);
      expect(await keys(snapshot)).toEqual([]);
    });
    expect(await keys(db.read)).toEqual(["later"]);
  });

  it("streams while others read and write", async () => {
    await db.write(async (trx) => {
      const rows = Array.from({ length: 500 }, (_, i) => ({ key: String(i), value: "", updated_at: "" }));
      await trx.insertInto("setting").values(rows).execute();
    });
    let seen = 0;
    for await (const row of db.read.selectFrom("setting").select("key").stream(50)) {
      seen += row.key.length > 0 ? 1 : 0;
      if (seen === 100) {
        await db.write((trx) => put(trx, "meanwhile"));
        expect(await keys(db.read)).toHaveLength(501);
      }
    }
    expect(seen).toBe(500);
  });

  it("lets a reader leave a stream early, more often than there are connections", async () => {
    await db.write(async (trx) => {
      for (const key of ["a", "b", "c"]) await put(trx, key);
    });
    for (let i = 0; i < 30; i++)
      for await (const row of db.read.selectFrom("setting").select("key").stream(1)) {
        if (row.key) break;
      }
    expect(await keys(db.read)).toEqual(["a", "b", "c"]);
  });

  it("counts statements without begin and commit", async () => {
    const seen = await db.statementsDuring(async () => {
      await db.write((trx) => put(trx, "a"));
      await keys(db.read);
    });
    expect(seen.map((statement) => statement.split(" ")[0])).toEqual(["insert", "select"]);
  });

  it("reports slow statements without their parameters", async () => {
    const slow: object[] = [];
    const watched = await openDatabase({
      url: db.url,
      synchronous: "OFF",
      hooks: { slowQueryMs: 0, onSlowQuery: (query) => slow.push(query) },
    });
    await watched.read.selectFrom("setting").select("key").where("key", "=", "secret").execute();
    await watched.close();
    expect(slow).toEqual([{ sql: expect.stringMatching(/^select/), ms: expect.any(Number), kind: "read" }]);
    expect(JSON.stringify(slow)).not.toContain("secret");
  });

  it("says how it is", async () => {
    expect(await db.health()).toEqual({ ok: true });
    await db.close();
    expect(await db.health()).toEqual({ ok: false, reason: "closed" });
    await expect(db.write((trx) => put(trx, "a"))).rejects.toThrow("closed");
  });
});
