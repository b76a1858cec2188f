import { rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, describe, it } from "vitest";
import { migrate } from "#app/platform/database/migrate.ts";
import { type Database, openDatabase } from "#app/platform/database/open-database.ts";
import { diskStore } from "#app/platform/storage/disk-store.ts";
import { migrations } from "#db/migrations/index.ts";
import { type BreakableDisk, breakableDisk, cannotBreakDisks } from "./breakable-disk.ts";

describe.skipIf(cannotBreakDisks)("a full disk", () => {
  let disk: BreakableDisk;
  let db: Database;
  const fatal: unknown[] = [];
  beforeEach(async () => {
    disk = await breakableDisk();
    const url = join(disk.folder, "portal.sqlite");
    await migrate({ url }, migrations);
    db = await openDatabase({ url, hooks: { onFatal: (error) => fatal.push(error) } });
  });
  afterEach(async () => {
    await db.close();
    await disk.remove();
  });

  const save = (key: string) =>
    db.write((trx) =>
      trx
        .insertInto("setting")
        .values({ key, value: "甲".repeat(5_000), updated_at: "" })
        .execute(),
    );

  async function saveMany(name: string, count: number): Promise<string[]> {
    const keys = Array.from({ length: count }, (_, i) => `${name}-${i}`);
    const outcomes = await Promise.allSettled(keys.map(save));
    return keys.filter((_, i) => outcomes[i]!.status === "fulfilled");
  }

  it("refuses writes, keeps what it acknowledged, says so, and goes on once there is room", async () => {
    const ballast = join(disk.folder, "ballast");
    const { bavail, bsize } = await statfs(disk.folder);
    expect(await db.health()).toEqual({ ok: true });
    await writeFile(ballast, Buffer.alloc(bavail * bsize - 6 * 1024 * 1024));
    const before: string[] = [];
    for (let round = 0; round < 10; round++) before.push(...(await saveMany(`full-${round}`, 40)));
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(400);
    expect(await db.health()).toEqual({ ok: false, reason: "disk-full" });
    await rm(ballast);
    expect(await db.health()).toEqual({ ok: true });
    const after = await saveMany("free", 40);
    expect(after).toHaveLength(40);
    const rows = await db.read.selectFrom("setting").select("key").execute();
    expect(rows.map((row) => row.key).sort()).toEqual([...before, ...after].sort());
    expect(fatal).toEqual([]);
  });

  it("leaves nothing of an upload that did not fit", async () => {
    const store = await diskStore(join(disk.folder, "files"));
    async function* tooMuch() {
      yield Buffer.from("%PDF-1.7 ");
      for (let i = 0; i < 140; i++) yield Buffer.alloc(1024 * 1024, "x");
    }
    const upload = store.put(tooMuch(), { fileName: "a.pdf", maxBytes: 200 * 1024 * 1024 });
    await expect(upload).rejects.toMatchObject({ code: "ENOSPC" });
    expect(await Array.fromAsync(store.list())).toEqual([]);
    expect(await saveMany("room-again", 5)).toHaveLength(5);
  });
});
