import { sql } from "kysely";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pack } from "tar-stream";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { auditVerify } from "#app/cli/audit-verify.ts";
import { backup } from "#app/cli/backup.ts";
import { restore } from "#app/cli/restore.ts";
import { system } from "#app/domain/accounts/actor.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { migrate } from "#app/platform/database/migrate.ts";
import { type Database, openDatabase } from "#app/platform/database/open-database.ts";
import { diskStore } from "#app/platform/storage/disk-store.ts";
import { migrations } from "#db/migrations/index.ts";
import { FROZEN_NOW } from "#tests/support/database.ts";

const now = FROZEN_NOW.toISOString();
const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);
const event = { type: "file.uploaded", subject: { kind: "file", id: "a" } } as const;

let folder: string;
let url: string;
let filesFolder: string;
let archive: string;
let lines: string[];
const log = (line: string) => void lines.push(line);
const open: Database[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "portal-backup-"));
  url = join(folder, "data", "portal.sqlite");
  filesFolder = join(folder, "data", "files");
  archive = join(folder, "backups", "one.tar");
  lines = [];
  await migrate({ url }, migrations);
});

afterEach(async () => {
  await closeAll();
  await rm(folder, { recursive: true });
});

async function database(): Promise<Database> {
  const db = await openDatabase({ url });
  open.push(db);
  return db;
}

async function closeAll(): Promise<void> {
  for (const db of open.splice(0)) await db.close();
}

async function upload(db: Database, content: Buffer): Promise<string> {
  const store = await diskStore(filesFolder);
  const result = await store.put(Readable.from([content]), { fileName: "a.pdf", maxBytes: 1_000_000 });
  if (!result.ok) throw new Error(result.reason);
  const { id, sha256, size, mime } = result.file;
  await db.write(async (trx) => {
    await sql`
      insert into person (id, email, name, locale, created_at) values ('p', 'a@example.cn', '甲', 'zh', ${now})
      on conflict do nothing
    `.execute(trx);
    const row = { id: `file-${id}`, storage_key: id, sha256, size, mime, name: "a.pdf", question_key: "A01" };
    await trx
      .insertInto("file")
      .values({ ...row, uploaded_by: "p", uploaded_at: now } as never)
      .execute();
    await recordEvent(trx, { actor: system, now: FROZEN_NOW, requestId: "r" }, event);
  });
  return id;
}

async function readFileOf(id: string): Promise<string> {
  return (await buffer((await (await diskStore(filesFolder)).open(id)).stream)).toString();
}

const rowsOf = (db: Database) =>
  db.read.selectFrom("file").select("storage_key").orderBy("storage_key").execute();

describe("backup and restore", () => {
  it("bring back the moment of the backup, with the portal running, and keep aside what came after", async () => {
    const db = await database();
    const first = await upload(db, pdf("first"));
    const manifest = await backup({ url, filesFolder, to: archive }, log);
    expect(manifest).toMatchObject({
      eventHead: { seq: 1 },
      files: [{ id: first, size: pdf("first").length }],
    });
    const second = await upload(db, pdf("second"));
    await writeFile(join(filesFolder, first.slice(-2), first), "rotten");
    await closeAll();

    const { keptAside } = await restore({ url, filesFolder, from: archive }, log);
    const restored = await database();
    expect(await rowsOf(restored)).toEqual([{ storage_key: first }]);
    expect(await readFileOf(first)).toBe(pdf("first").toString());
    await expect(readFileOf(second)).rejects.toThrow("There is no file");
    expect(await auditVerify({ url }, log)).toBe(true);

    const old = await openDatabase({ url: join(keptAside!, "portal.sqlite") });
    open.push(old);
    expect(await rowsOf(old)).toEqual([{ storage_key: first }, { storage_key: second }]);
    expect(await readdir(join(keptAside!, "files"))).toContain(second.slice(-2));
    expect(await readdir(join(folder, "backups"))).toEqual(["one.tar"]);
  });

  it("set up an empty machine", async () => {
    const id = await upload(await database(), pdf("only"));
    await closeAll();
    await backup({ url, filesFolder, to: archive }, log);
    await rm(join(folder, "data"), { recursive: true });
    expect(await restore({ url, filesFolder, from: archive }, log)).toEqual({ keptAside: null });
    expect(await rowsOf(await database())).toEqual([{ storage_key: id }]);
    expect(await readFileOf(id)).toBe(pdf("only").toString());
  });

  it("replace a database that can no longer be opened", async () => {
    await upload(await database(), pdf("only"));
    await closeAll();
    await backup({ url, filesFolder, to: archive }, log);
    await writeFile(url, "no database at all");
    await writeFile(`${url}-wal`, "left behind by a crash");
    const { keptAside } = await restore({ url, filesFolder, from: archive }, log);
    expect(await rowsOf(await database())).toHaveLength(1);
    expect(await readFile(join(keptAside!, "portal.sqlite"), "utf8")).toBe("no database at all");
  });
});

describe("restore changes nothing", () => {
  let id: string;
  beforeEach(async () => {
    id = await upload(await database(), pdf("kept"));
    await closeAll();
    await backup({ url, filesFolder, to: archive }, log);
  });

  async function expectRefusal(message: RegExp): Promise<void> {
    await expect(restore({ url, filesFolder, from: archive }, log)).rejects.toThrow(message);
    await closeAll();
    expect(await rowsOf(await database())).toEqual([{ storage_key: id }]);
    expect(await readFileOf(id)).toBe(pdf("kept").toString());
    expect((await readdir(join(folder, "data"))).filter((name) => /restore/.test(name))).toEqual([]);
  }

  it("while the portal runs", async () => {
    await (await database()).health();
    await expectRefusal(/still running/);
  });

  it("when one byte of a file differs", async () => {
    const bytes = await readFile(archive);
    bytes[bytes.lastIndexOf("kept")]! ^= 1;
    await writeFile(archive, bytes);
    await expectRefusal(/files\/.* in the backup is damaged/);
  });

  it("when one byte of the database differs", async () => {
    const bytes = await readFile(archive);
    bytes[bytes.indexOf("SQLite format 3") + 5_000]! ^= 1;
    await writeFile(archive, bytes);
    await expectRefusal(/portal\.sqlite in the backup is damaged/);
  });

  it.each([0.4, 0.9, 0.995])("when %d of the archive is all there is", async (part) => {
    const bytes = await readFile(archive);
    await writeFile(archive, bytes.subarray(0, Math.floor(bytes.length * part)));
    await expectRefusal(/./);
  });

  it("when the archive is something else", async () => {
    const other = pack();
    other.entry({ name: "../../etc/cron.d/evil" }, "evil");
    other.finalize();
    await writeFile(archive, await buffer(other));
    await expectRefusal(/not a backup of the portal/);
  });

  it("when the event chain in the backup was tampered with and the hashes made to fit", async () => {
    const db = await database();
    await db.write(async (trx) => {
      await sql`drop trigger event_no_update`.execute(trx);
      await sql`update event set data = '{"forged":1}'`.execute(trx);
    });
    await closeAll();
    await rm(archive);
    await backup({ url, filesFolder, to: archive }, log);
    await expectRefusal(/event chain in the backup breaks at event 1 \(altered\)/);
  });
});

describe("backup refuses", () => {
  it("to leave out a file that is needed", async () => {
    const id = await upload(await database(), pdf("gone"));
    await rm(join(filesFolder, id.slice(-2), id));
    await expect(backup({ url, filesFolder, to: archive }, log)).rejects.toThrow(id);
    await expect(stat(archive)).rejects.toThrow("ENOENT");
  });

  it("a file whose bytes have changed", async () => {
    const id = await upload(await database(), pdf("good"));
    await writeFile(join(filesFolder, id.slice(-2), id), pdf("evil"));
    await expect(backup({ url, filesFolder, to: archive }, log)).rejects.toThrow(
      "not what the database says",
    );
    expect(await readdir(join(folder, "backups"))).toEqual([]);
  });

  it("to write over another backup", async () => {
    await backup({ url, filesFolder, to: archive }, log);
    await expect(backup({ url, filesFolder, to: archive }, log)).rejects.toThrow("never overwrites");
  });

  it("PostgreSQL, which has tools of its own", async () => {
    const postgres = { url: inject("postgresUrl"), filesFolder };
    await expect(backup({ ...postgres, to: archive }, log)).rejects.toThrow("pg_dump");
    await expect(restore({ ...postgres, from: archive }, log)).rejects.toThrow("pg_dump");
  });
});

describe("audit verify", () => {
  it("prints the end of the chain, and takes it back", async () => {
    await upload(await database(), pdf("a"));
    expect(await auditVerify({ url }, log)).toBe(true);
    const head = /1:[0-9a-f]{64}$/.exec(lines.at(-1)!)![0];
    expect(await auditVerify({ url, expect: head }, log)).toBe(true);
    expect(await auditVerify({ url, expect: `1:${"f".repeat(64)}` }, log)).toBe(false);
    expect(lines.at(-1)).toBe(
      "The event record is broken at event 1: the chain was rewritten since its end was noted down.",
    );
    await expect(auditVerify({ url, expect: "1" }, log)).rejects.toThrow("--expect wants");
  });
});
