import { createReadStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { newId } from "#app/platform/new-id.ts";
import { assertFileId, FileMissing, type FileStore } from "./file-store.ts";
import { receiveUpload } from "./receive-upload.ts";
import { syncFolder } from "./write-synced-file.ts";

const abandonedAfterMs = 24 * 60 * 60_000;

/** Uploads in a folder of this machine, spread over 256 sub-folders. */
export async function diskStore(folder: string): Promise<FileStore> {
  const root = resolve(folder);
  const incoming = join(root, "incoming");
  await mkdir(incoming, { recursive: true });
  await syncFolder(dirname(root));
  await removeAbandoned(incoming);
  const pathOf = (id: string) => filePath(root, id);

  return {
    async put(content, options) {
      const id = newId();
      const temporary = join(incoming, id);
      const received = await receiveUpload(content, temporary, options);
      if (!received.ok) return received;
      const path = pathOf(id);
      await makeFolder(dirname(path), root);
      await rename(temporary, path);
      await syncFolder(dirname(path));
      return { ok: true, file: { id, ...received.file } };
    },

    async open(id, range) {
      const path = pathOf(id);
      const { size } = await stat(path).catch((error: NodeJS.ErrnoException) => {
        throw error.code === "ENOENT" ? new FileMissing(`There is no file ${id}`, { cause: error }) : error;
      });
      return { stream: Readable.from(readWhenAsked(path, range), { objectMode: false }), size };
    },

    async size(id) {
      return await stat(pathOf(id)).then(
        ({ size }) => size,
        (error: NodeJS.ErrnoException) => {
          if (error.code === "ENOENT") return undefined;
          throw error;
        },
      );
    },

    async remove(id) {
      await rm(pathOf(id), { force: true });
    },

    async *list() {
      for (const shard of (await readdir(root)).sort())
        if (/^[0-9a-f]{2}$/.test(shard)) yield* (await readdir(join(root, shard))).sort();
    },
  };
}

export function filePath(root: string, id: string): string {
  assertFileId(id);
  return join(root, id.slice(-2), id);
}

/** Nothing is opened before somebody reads: an answer that is never sent must not hold a file open. */
async function* readWhenAsked(path: string, range?: { start: number; end: number }): AsyncGenerator<Buffer> {
  yield* createReadStream(path, range) as AsyncIterable<Buffer>;
}

async function makeFolder(folder: string, parent: string): Promise<void> {
  if (await mkdir(folder, { recursive: true })) await syncFolder(parent);
}

async function removeAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(path, { force: true });
  }
}
