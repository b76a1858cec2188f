import { promisify } from "node:util";
import { constants, crc32, deflateRaw, deflateRawSync, gzipSync } from "node:zlib";

export interface PagePiece {
  /** Rendered for this request. */
  fresh: string;
  /** UTF-8 that follows it, the same object every time it is used. */
  kept?: Buffer;
}

const deflate = promisify(deflateRaw);
/** Ends on a byte and forgets what came before, so that pieces compressed apart can stand in a row. */
const openEnd = { finishFlush: constants.Z_FULL_FLUSH };
const freshOptions = { level: constants.Z_BEST_SPEED, chunkSize: 32_768, ...openEnd };
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 3]);
const lastBlock = Buffer.from([0x03, 0x00]);

export const plainBody = (pieces: readonly PagePiece[]): Uint8Array<ArrayBuffer> =>
  Buffer.concat(pieces.flatMap(({ fresh, kept }) => [Buffer.from(fresh), ...(kept ? [kept] : [])]));

/** Up to this size handing the work to another thread costs more than the work. */
const longestAtOnce = 200_000;

/** One gzip member (RFC 1952) whose kept pieces were compressed once, when they were first sent. */
export async function gzippedBody(pieces: readonly PagePiece[]): Promise<Uint8Array<ArrayBuffer>> {
  const [only, ...others] = pieces;
  if (only && !only.kept && others.length === 0 && only.fresh.length < longestAtOnce)
    return gzipSync(only.fresh, { level: constants.Z_BEST_SPEED, chunkSize: 32_768 });
  let sum = 0;
  let length = 0;
  const count = (bytes: Buffer) => {
    sum = crc32(bytes, sum);
    length += bytes.length;
    return bytes;
  };
  const parts = pieces.map(({ fresh, kept }) => {
    const bytes = count(Buffer.from(fresh));
    const packed =
      bytes.length < longestAtOnce ? deflateRawSync(bytes, freshOptions) : deflate(bytes, freshOptions);
    return [packed, ...(kept ? [deflatedOnce(count(kept))] : [])];
  });
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(sum, 0);
  tail.writeUInt32LE(length % 2 ** 32, 4);
  return Buffer.concat([gzipHead, ...(await Promise.all(parts.flat())), lastBlock, tail]);
}

const deflatedByPiece = new WeakMap<Buffer, Buffer>();

function deflatedOnce(bytes: Buffer): Buffer {
  const known = deflatedByPiece.get(bytes);
  if (known) return known;
  const packed = deflateRawSync(bytes, openEnd);
  deflatedByPiece.set(bytes, packed);
  return packed;
}
