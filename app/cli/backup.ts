import { sql } from "kysely";
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { pack, type Pack } from "tar-stream";
import { type Database, isPostgres, openDatabase } from "#app/platform/database/open-database.ts";
import { sqliteFile } from "#app/platform/database/open-sqlite.ts";
import { openSqliteConnection } from "#app/platform/database/sqlite-connection.ts";
import { filePath } from "#app/platform/storage/disk-store.ts";
import { syncFolder } from "#app/platform/storage/write-synced-file.ts";
import { type BackupManifest, databaseEntry, fileEntry, manifestEntry } from "./backup-manifest.ts";

interface BackupOptions {
  url: string;
  filesFolder: string;
  /** The archive to make. */
  to: string;
}

interface Entry {
  name: string;
  path: string;
  size: number;
  sha256: string;
}

export const useDatabaseTools =
  "This database is PostgreSQL: back it up and restore it with pg_dump and pg_restore, and copy the files folder after the dump.";

/**
 * One archive of the database as of one moment, the files it names and a manifest of hashes. The portal may go on
 * running. The archive has its name only once it is complete and on the disk.
 */
export async function backup(options: BackupOptions, log: (line: string) => void): Promise<BackupManifest> {
  if (isPostgres(options.url)) throw new Error(useDatabaseTools);
  const to = resolve(options.to);
  if (await exists(to)) throw new Error(`${to} exists; a backup never overwrites another.`);
  await mkdir(dirname(to), { recursive: true });
  const work = await mkdtemp(join(dirname(to), ".backup-"));
  try {
    const snapshot = join(work, databaseEntry);
    await vacuumInto(sqliteFile(options.url), snapshot);
    const manifest = await describe(snapshot, options);
    log(`Database: ${manifest.database.size} bytes, event ${manifest.eventHead.seq}`);
    const partial = join(work, basename(to));
    await writeArchive(partial, manifest, [
      { name: databaseEntry, path: snapshot, ...manifest.database },
      ...manifest.files.map((file) => ({
        ...file,
        name: fileEntry(file.id),
        path: filePath(options.filesFolder, file.id),
      })),
    ]);
    await rename(partial, to);
    await syncFolder(dirname(to));
    log(`Files: ${manifest.files.length}. Written to ${to}`);
    return manifest;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** `db.backup()` starves while the portal writes; this takes one reading snapshot and is done. */
async function vacuumInto(file: string, snapshot: string): Promise<void> {
  const connection = await openSqliteConnection(file, { readonly: true });
  try {
    connection.raw.prepare("vacuum into ?").run(snapshot);
  } finally {
    connection.close();
  }
}

async function describe(snapshot: string, options: BackupOptions): Promise<BackupManifest> {
  const db = await openDatabase({ url: snapshot });
  const eventHead = await db.read.selectFrom("event_head").select(["seq", "hash"]).executeTakeFirstOrThrow();
  const files = await namedFiles(db, options).finally(() => db.close());
  const database = await digest(createReadStream(snapshot));
  return { format: 1, createdAt: new Date().toISOString(), database, eventHead, files };
}

/** Every file a row names. One that was taken out of a draft, then or meanwhile, may be gone. */
async function namedFiles(
  snapshot: Database,
  { url, filesFolder }: BackupOptions,
): Promise<BackupManifest["files"]> {
  const files: BackupManifest["files"] = [];
  const gone: string[] = [];
  for (const file of await filesIn(snapshot)) {
    const { id, size, sha256 } = file;
    if (await exists(filePath(filesFolder, id))) files.push({ id, size, sha256 });
    else if (file.needed) gone.push(id);
  }
  if (gone.length === 0) return files;
  const live = await openDatabase({ url });
  const needed = new Set(
    (await filesIn(live).finally(() => live.close())).flatMap((f) => (f.needed ? [f.id] : [])),
  );
  const missing = gone.filter((id) => needed.has(id));
  if (missing.length > 0)
    throw new Error(`The database names files that are not in ${filesFolder}: ${missing.join(", ")}`);
  return files;
}

/** Several rows may name the same bytes; they are kept once. */
const filesIn = (db: Database) =>
  db.read
    .selectFrom("file")
    .select(["storage_key as id", "size", "sha256"])
    .select(
      sql<0 | 1>`max(case when removed_at is null
        or exists (select 1 from submission_file where file_id = file.id) then 1 else 0 end)`.as("needed"),
    )
    .groupBy(["storage_key", "size", "sha256"])
    .orderBy("storage_key")
    .execute();

async function writeArchive(path: string, manifest: BackupManifest, entries: Entry[]): Promise<void> {
  const archive = pack();
  const written = pipeline(archive, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
  const filled = fill(archive, manifest, entries).catch((error: Error) => archive.destroy(error));
  await Promise.all([written, filled]);
}

async function fill(archive: Pack, manifest: BackupManifest, entries: Entry[]): Promise<void> {
  archive.entry({ name: manifestEntry }, JSON.stringify(manifest, null, 2));
  for (const { name, path, size, sha256 } of entries) {
    const [found] = await Promise.all([
      digest(createReadStream(path)),
      pipeline(createReadStream(path), archive.entry({ name, size })),
    ]);
    if (found.sha256 !== sha256)
      throw new Error(`${path} is not what the database says it is; the disk may be failing.`);
  }
  archive.finalize();
}

async function digest(content: AsyncIterable<Uint8Array>): Promise<{ size: number; sha256: string }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of content) {
    size += chunk.byteLength;
    hash.update(chunk);
  }
  return { size, sha256: hash.digest("hex") };
}
