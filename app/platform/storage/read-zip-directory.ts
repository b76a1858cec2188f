import { open } from "node:fs/promises";

interface ZipEntry {
  name: string;
  unpackedBytes: number;
  encrypted: boolean;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
const longestComment = 65_535;
const largestDirectory = 4 * 1024 * 1024;

/** Names and sizes from a ZIP's central directory, without unpacking; undefined when it is not a sound ZIP. */
export async function readZipDirectory(path: string): Promise<ZipEntry[] | undefined> {
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, endBytes + longestComment));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const end = findEnd(tail);
    if (end < 0) return undefined;
    const count = tail.readUInt16LE(end + 10);
    const length = tail.readUInt32LE(end + 12);
    const offset = tail.readUInt32LE(end + 16);
    if (length > largestDirectory || offset + length > size) return undefined;
    const directory = Buffer.alloc(length);
    await handle.read(directory, 0, length, offset);
    return parseEntries(directory, count);
  } finally {
    await handle.close();
  }
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - endBytes; at >= 0; at--) if (tail.readUInt32LE(at) === endSignature) return at;
  return -1;
}

function parseEntries(directory: Buffer, count: number): ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entrySignature) return undefined;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      directory.readUInt16LE(at + field),
    );
    const nameEnd = at + 46 + nameLength!;
    entries.push({
      name: directory.toString("utf8", at + 46, nameEnd),
      unpackedBytes: directory.readUInt32LE(at + 24),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    });
    at = nameEnd + extraLength! + commentLength!;
  }
  return entries;
}
