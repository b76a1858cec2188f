import { writeSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { system } from "#app/domain/accounts/actor.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { isPostgres, openDatabase } from "#app/platform/database/open-database.ts";
import { newId } from "#app/platform/new-id.ts";
import { diskStore, filePath } from "#app/platform/storage/disk-store.ts";
import { writeSyncedFile } from "#app/platform/storage/write-synced-file.ts";
import type { Rush } from "./rush.ts";

/**
 * Sixteen writers in a hurry, until somebody ends this process. Each acknowledged write is a line on standard
 * output. The planted bugs are what a harness must be able to see.
 */
const { url, bug, filesFolder } = JSON.parse(process.argv[2] ?? "{}") as Rush;
// The test's PostgreSQL does not sync; it outlives this process, so for a SIGKILL that is no difference.
const unsafe = isPostgres(url) ? "OFF" : bug === "synchronous-normal" ? "NORMAL" : undefined;
const db = await openDatabase({ url, ...(unsafe && { synchronous: unsafe }) });
const files = filesFolder ? await diskStore(filesFolder) : undefined;
const ctx = { actor: system, now: new Date(), requestId: "rush" };

const acknowledge = (key: string) => writeSync(1, `${key}\n`);

async function saveOne(): Promise<void> {
  const key = newId();
  const text = "甲".repeat(Math.floor(Math.random() * 400));
  const value = JSON.stringify({
    text,
    key,
    file: filesFolder ? await upload(filesFolder, `%PDF-1.7 ${text}`) : null,
  });
  await db.write(async (trx) => {
    await trx.insertInto("setting").values({ key, value, updated_at: "" }).execute();
    if (bug !== "event-after-commit") await record(trx, key);
    if (bug === "acknowledges-before-commit") acknowledge(key);
  });
  if (bug === "event-after-commit") await db.write((trx) => record(trx, key));
  if (bug !== "acknowledges-before-commit") acknowledge(key);
}

const record = (trx: Parameters<typeof recordEvent>[0], key: string) =>
  recordEvent(trx, ctx, { type: "setting.changed", subject: { kind: "setting", id: key } });

async function upload(folder: string, content: string): Promise<{ id: string; sha256: string }> {
  if (bug === "folder-not-synced") return uploadWithoutFolder(folder, content);
  const result = await files!.put(Readable.from([Buffer.from(content)]), {
    fileName: "a.pdf",
    maxBytes: 10_000,
  });
  if (!result.ok) throw new Error(result.reason);
  return result.file;
}

async function uploadWithoutFolder(folder: string, content: string) {
  const id = newId();
  const temporary = join(folder, "incoming", id);
  const { sha256 } = await writeSyncedFile(Readable.from([Buffer.from(content)]), temporary);
  await mkdir(dirname(filePath(folder, id)), { recursive: true });
  await rename(temporary, filePath(folder, id));
  return { id, sha256 };
}

async function saveForEver(): Promise<never> {
  for (;;) await saveOne();
}

await Promise.all(Array.from({ length: 16 }, saveForEver));
