import type { Readable } from "node:stream";
import type { FileExtension } from "./file-kinds.ts";

export interface StoredFile {
  id: string;
  size: number;
  /** Lower-case hex of exactly the bytes kept. */
  sha256: string;
  mime: string;
  extension: FileExtension;
  /** Of a PDF; absent where they cannot be counted. */
  pages?: number | undefined;
}

export type UploadRefusal =
  | "empty"
  | "too-large"
  | "extension-not-allowed"
  /** The bytes are not what the name says. */
  | "content-mismatch"
  | "macros"
  | "encrypted"
  /** Too many are refused with their number. */
  | "too-many-pages"
  | "pages-unreadable";

export interface PutOptions {
  fileName: string;
  maxBytes: number;
  /** Narrower than all kinds of file, where a question asks for that. */
  allowed?: readonly FileExtension[];
  /** Of a PDF. */
  maxPages?: number | undefined;
}

export type PutResult =
  { ok: true; file: StoredFile } | { ok: false; reason: UploadRefusal; pages?: number | undefined };

/** Where uploads live. A file is never changed; its id says nothing about it. */
export interface FileStore {
  /**
   * Resolves `ok` only once file and folder are on the disk, so that a row may name it. Reads the content to
   * its end even when it refuses, so that the sender gets an answer. (A `Readable` is such an iterable.)
   */
  put(content: AsyncIterable<Uint8Array>, options: PutOptions): Promise<PutResult>;
  /** `end` is inclusive. Rejects with `FileMissing`. */
  open(id: string, range?: { start: number; end: number }): Promise<{ stream: Readable; size: number }>;
  /** In bytes; undefined where there is no such file. */
  size(id: string): Promise<number | undefined>;
  remove(id: string): Promise<void>;
  list(): AsyncIterable<string>;
}

export class FileMissing extends Error {
  override name = "FileMissing";
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids become paths, so nothing else may pass. */
export function assertFileId(id: string): void {
  if (!idPattern.test(id)) throw new FileMissing("This is not the id of a file");
}
