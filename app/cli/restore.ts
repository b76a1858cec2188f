import { createReadStream } from "node:fs";
import { link, mkdir, mkdtemp, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { type Extract, extract } from "tar-stream";
import { verifyChain } from "#app/features/audit/verify-chain.ts";
import { migrate } from "#app/platform/database/migrate.ts";
import { isPostgres, openDatabase } from "#app/platform/database/open-database.ts";
import { sqliteFile } from "#app/platform/database/open-sqlite.ts";
import { isBusy, openSqliteConnection } from "#app/platform/database/sqlite-connection.ts";
import { filePath } from "#app/platform/storage/disk-store.ts";
import { syncFolder, writeSyncedFile } from "#app/platform/storage/write-synced-file.ts";
import { migrations } from "#db/migrations/index.ts";
import { useDatabaseTools } from "./backup.ts";
import {
  type BackupManifest,
  backupManifest,
  databaseEntry,
  fileEntry,
  manifestEntry,
} from "./backup-manifest.ts";

interface RestoreOptions {
  url: string;
  filesFolder: string;
  from: string;
}

/**
 * Unpacks beside the present data, verifies every hash, the database and its event chain, and only then puts
 * the backup in place. What was there before is kept aside.
 */
export async function restore(
  options: RestoreOptions,
  log: (line: string) => void,
): Promise<{ keptAside: string | null }> {
  if (isPostgres(options.url)) throw new Error(useDatabaseTools);
  const file = sqliteFile(options.url);
  await mkdir(dirname(file), { recursive: true });
  const staging = await mkdtemp(join(dirname(file), ".restore-"));
  try {
    const manifest = await unpack(resolve(options.from), staging);
    log(`Unpacked the backup of ${manifest.createdAt}: all hashes are right, ${manifest.files.length} files`);
    await verifyDatabase(join(staging, databaseEntry), manifest);
    log(`The database is sound; its event chain ends at ${manifest.eventHead.seq} as it should`);
    const keptAside = await replace(staging, file, resolve(options.filesFolder));
    log(keptAside ? `Restored. What was there before is in ${keptAside}` : "Restored");
    return { keptAside };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function unpack(from: string, staging: string): Promise<BackupManifest> {
  const archive = extract();
  const reading = pipeline(createReadStream(from), archive);
  const taking = takeEntries(archive, staging);
  await Promise.all([reading, taking]);
  return await taking;
}

async function takeEntries(archive: Extract, staging: string): Promise<BackupManifest> {
  let manifest: BackupManifest | undefined;
  const expected = new Map<string, { path: string; size: number; sha256: string }>();
  for await (const entry of archive) {
    if (!manifest) {
      if (entry.header.name !== manifestEntry) throw new Error("This is not a backup of the portal.");
      manifest = backupManifest.parse(JSON.parse(await text(entry)));
      for (const [name, wanted] of entriesOf(manifest, staging)) expected.set(name, wanted);
      continue;
    }
    const wanted = expected.get(entry.header.name);
    if (!wanted) throw new Error(`The backup holds ${entry.header.name}, which its manifest does not name.`);
    expected.delete(entry.header.name);
    await mkdir(dirname(wanted.path), { recursive: true });
    const found = await writeSyncedFile(entry as AsyncIterable<Uint8Array>, wanted.path);
    if (found.sha256 !== wanted.sha256) throw new Error(`${entry.header.name} in the backup is damaged.`);
  }
  if (!manifest || expected.size > 0)
    throw new Error(
      `The backup is incomplete: ${[...expected.keys()].join(", ") || manifestEntry} is missing.`,
    );
  return manifest;
}

function entriesOf(manifest: BackupManifest, staging: string) {
  const files = manifest.files.map(
    (file) => [fileEntry(file.id), { ...file, path: filePath(join(staging, "files"), file.id) }] as const,
  );
  return [[databaseEntry, { ...manifest.database, path: join(staging, databaseEntry) }] as const, ...files];
}

/** Migrates it too: a backup of an older version is brought up here, where failing costs nothing. */
async function verifyDatabase(path: string, manifest: BackupManifest): Promise<void> {
  const connection = await openSqliteConnection(path);
  const integrity = connection.raw.pragma("integrity_check", { simple: true });
  const orphans = connection.raw.pragma("foreign_key_check") as unknown[];
  connection.close();
  if (integrity !== "ok" || orphans.length > 0)
    throw new Error(`The database in the backup is damaged: ${integrity}`);
  await migrate({ url: path }, migrations);
  const db = await openDatabase({ url: path });
  const verdict = await verifyChain(db, { expect: manifest.eventHead }).finally(() => db.close());
  if (!verdict.ok)
    throw new Error(`The event chain in the backup breaks at event ${verdict.seq} (${verdict.why}).`);
}

async function replace(staging: string, file: string, filesFolder: string): Promise<string | null> {
  const hadDatabase = await exists(file);
  const hadFiles = await exists(filesFolder);
  if (hadDatabase) await closeForGood(file);
  const aside = `${dirname(file)}/before-restore-${new Date().toISOString().replaceAll(":", "-")}`;
  if (hadDatabase || hadFiles) await mkdir(aside);
  if (hadDatabase) await link(file, join(aside, databaseEntry));
  // Left beside another database they would be read into it.
  for (const rest of ["-wal", "-shm"])
    if (await exists(file + rest)) await rename(file + rest, join(aside, databaseEntry + rest));
  if (hadFiles) await rename(filesFolder, join(aside, "files"));
  await mkdir(join(staging, "files"), { recursive: true });
  await rename(join(staging, "files"), filesFolder);
  // Last and at once: until here the old database stands.
  await rename(join(staging, databaseEntry), file);
  for (const folder of [dirname(file), dirname(filesFolder)]) await syncFolder(folder);
  return hadDatabase || hadFiles ? aside : null;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Leaving WAL mode needs the file alone, which shows whether the portal still runs, and empties the log into it. */
async function closeForGood(file: string): Promise<void> {
  try {
    const connection = await openSqliteConnection(file, { busyTimeoutMs: 200 });
    try {
      connection.raw.pragma("journal_mode = DELETE");
    } finally {
      connection.close();
    }
  } catch (error) {
    if (isBusy(error))
      throw new Error("The portal is still running on this database; stop it first.", { cause: error });
    // A database that cannot be opened any more is often the reason to restore; it is kept as it is.
  }
}
