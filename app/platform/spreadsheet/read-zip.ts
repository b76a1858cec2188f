import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";

const inflate = promisify(inflateRaw);

/** Why a file cannot be read as a ZIP archive of bounded size. */
export class ZipFault extends Error {
  readonly reason: "broken" | "too_large" | "encrypted";
  constructor(reason: ZipFault["reason"]) {
    super(`The archive cannot be read: ${reason}`);
    this.reason = reason;
  }
}

interface ZipEntry {
  flags: number;
  method: number;
  packed: number;
  offset: number;
}

const mostEntries = 2_000;
const [endSignature, centralSignature, localSignature] = [0x06054b50, 0x02014b50, 0x04034b50];

/**
 * The entries of an archive in memory. Each is inflated on a thread of its own when it is asked for; all together
 * give at most `maxBytes`, whatever sizes the archive claims.
 */
export function openZip(bytes: Buffer, maxBytes: number) {
  const entries = listEntries(bytes);
  let left = maxBytes;
  return {
    has: (name: string): boolean => entries.has(name),
    async read(name: string): Promise<Buffer | undefined> {
      const entry = entries.get(name);
      if (!entry) return undefined;
      if (left <= 0) throw new ZipFault("too_large");
      const content = await inflateEntry(bytes, entry, left);
      left -= content.length;
      return content;
    },
  };
}

function listEntries(bytes: Buffer): Map<string, ZipEntry> {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostEntries) throw new ZipFault("too_large");
  const entries = new Map<string, ZipEntry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== centralSignature) throw new ZipFault("broken");
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength).replace(/^\//, "");
    entries.set(name, {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOfDirectory(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= earliest; at--)
    if (bytes.readUInt32LE(at) === endSignature) return at;
  throw new ZipFault("broken");
}

async function inflateEntry(bytes: Buffer, entry: ZipEntry, maxOutputLength: number): Promise<Buffer> {
  const { flags, method, packed, offset } = entry;
  if ((flags & 1) !== 0) throw new ZipFault("encrypted");
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localSignature)
    throw new ZipFault("broken");
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const content = bytes.subarray(start, start + packed);
  if (content.length < packed) throw new ZipFault("broken");
  if (method === 0) {
    if (content.length > maxOutputLength) throw new ZipFault("too_large");
    return content;
  }
  if (method !== 8) throw new ZipFault("broken");
  try {
    return await inflate(content, { maxOutputLength });
  } catch (error) {
    const isLong = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new ZipFault(isLong ? "too_large" : "broken");
  }
}
