import { rm } from "node:fs/promises";
import { countPdfPages } from "./count-pdf-pages.ts";
import { extensionOf, fileKinds } from "./file-kinds.ts";
import type { PutOptions, StoredFile, UploadRefusal } from "./file-store.ts";
import { inspectFile } from "./inspect-file.ts";
import { writeSyncedFile } from "./write-synced-file.ts";

/** A PDF up to this size is read once more to count its pages although no question asks for that yet. */
const countedUnasked = 20 * 1024 * 1024;

export type Received =
  | { ok: true; file: Omit<StoredFile, "id"> }
  | { ok: false; reason: UploadRefusal; pages?: number | undefined };

/** Streams an upload to a new file at `path`, synced and checked; nothing is left there when it is refused. */
export async function receiveUpload(
  content: AsyncIterable<Uint8Array>,
  path: string,
  options: PutOptions,
): Promise<Received> {
  let kept = false;
  try {
    const { size, sha256 } = await writeSyncedFile(content, path, options.maxBytes);
    const received = await judge(path, size, sha256, options);
    kept = received.ok;
    return received;
  } finally {
    if (!kept) await rm(path, { force: true });
  }
}

async function judge(path: string, size: number, sha256: string, options: PutOptions): Promise<Received> {
  const refuse = (reason: UploadRefusal): Received => ({ ok: false, reason });
  if (size === 0) return refuse("empty");
  if (size > options.maxBytes) return refuse("too-large");
  const extension = extensionOf(options.fileName);
  if (!extension || (options.allowed && !options.allowed.includes(extension)))
    return refuse("extension-not-allowed");
  const problem = await inspectFile(path, extension);
  if (problem) return refuse(problem);
  const file = { size, sha256, mime: fileKinds[extension], extension };
  if (extension !== "pdf" || (options.maxPages === undefined && size > countedUnasked))
    return { ok: true, file };
  const pages = await countPdfPages(path);
  if (options.maxPages === undefined) return { ok: true, file: { ...file, pages } };
  if (pages === undefined) return refuse("pages-unreadable");
  return pages > options.maxPages
    ? { ok: false, reason: "too-many-pages", pages }
    : { ok: true, file: { ...file, pages } };
}
