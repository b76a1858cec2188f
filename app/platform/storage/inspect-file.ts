import { fileTypeFromFile } from "file-type";
import { createReadStream } from "node:fs";
import type { FileExtension } from "./file-kinds.ts";
import type { UploadRefusal } from "./file-store.ts";
import { readZipDirectory } from "./read-zip-directory.ts";

type Problem = Extract<UploadRefusal, "content-mismatch" | "macros" | "encrypted" | "too-large">;

const unpackedAtMost = 1024 ** 3;

/** What is wrong with a file that claims to be of this kind; undefined when nothing is. */
export async function inspectFile(path: string, extension: FileExtension): Promise<Problem | undefined> {
  if (extension === "csv" || extension === "txt")
    return (await isText(path)) ? undefined : "content-mismatch";
  const found = (await fileTypeFromFile(path))?.ext;
  if (extension === "xlsx" || extension === "docx") return inspectOffice(path, extension, found);
  if (found !== extension) return "content-mismatch";
  return extension === "pdf" && (await isEncryptedPdf(path)) ? "encrypted" : undefined;
}

async function inspectOffice(
  path: string,
  extension: string,
  found: string | undefined,
): Promise<Problem | undefined> {
  // Word and Excel wrap a document with a password in the container of the old formats.
  if (found === "cfb") return "encrypted";
  if (found === `${extension.slice(0, 3)}m`) return "macros";
  if (found !== extension) return "content-mismatch";
  const entries = await readZipDirectory(path);
  if (!entries) return "content-mismatch";
  if (entries.some((entry) => entry.encrypted)) return "encrypted";
  if (entries.some((entry) => /(^|\/)(vbaProject\.bin|activeX\/)/i.test(entry.name))) return "macros";
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  return unpacked > unpackedAtMost ? "too-large" : undefined;
}

/** UTF-8, or GB 18030 as a Chinese Excel still writes it, without bytes that no text has. */
async function isText(path: string): Promise<boolean> {
  const decoders = new Set(["utf-8", "gb18030"].map((name) => new TextDecoder(name, { fatal: true })));
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (chunk.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return false;
    for (const decoder of decoders) if (!decodes(decoder, chunk)) decoders.delete(decoder);
  }
  return [...decoders].some((decoder) => decodes(decoder));
}

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** The trailer of an encrypted PDF points at its `/Encrypt` dictionary; the trailer itself is never encrypted. */
async function isEncryptedPdf(path: string): Promise<boolean> {
  const overlap = 64;
  let tail = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    const block = Buffer.concat([tail, chunk]);
    for (let at = block.indexOf("/Encrypt"); at >= 0; at = block.indexOf("/Encrypt", at + 1))
      if (/^\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(block.toString("latin1", at, at + overlap))) return true;
    tail = block.subarray(-overlap);
  }
  return false;
}
