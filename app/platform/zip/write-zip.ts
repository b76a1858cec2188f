import { createHash } from "node:crypto";
import { pipeline, Readable, Transform } from "node:stream";
import { ZipFile } from "yazl";

export interface ZipEntry {
  /** With forward slashes. */
  path: string;
  size: number;
  sha256: string;
  /** Called when the entries before it are out. */
  content: Uint8Array | (() => Promise<Readable>);
}

export interface WrittenZip {
  stream: Readable;
  size: number;
}

/**
 * A ZIP that leaves while it is written, one entry open at a time, stored without compression: what goes in is
 * compressed already, its size is known beforehand, and the same entries give the same bytes. An entry that is not
 * what its hash says breaks the stream off. No entry is opened before somebody reads, and destroying the stream
 * closes the one that is open.
 */
export async function writeZip(entries: readonly ZipEntry[], at: Date): Promise<WrittenZip> {
  const zip = new ZipFile();
  const archive = zip.outputStream as Readable;
  zip.on("error", (error: Error) => void archive.destroy(error));
  const { promise: isRead, resolve: begin } = Promise.withResolvers<void>();
  const options = { mtime: beijingOnTheWall(at), mode: 0o100644, compress: false, forceDosTimestamp: true };
  for (const { path, size, sha256, content } of entries) {
    if (typeof content !== "function") {
      zip.addBuffer(Buffer.from(content), path, options);
      continue;
    }
    zip.addReadStreamLazy(path, { ...options, size }, (give) => {
      isRead
        .then(content)
        .then((source) => give(null, checked(source, { path, sha256 }, archive)))
        .catch((error: Error) => archive.destroy(error));
    });
  }
  const size = await new Promise<number>((resolve) => {
    // The types leave out what the callback is given.
    zip.end({ forceZip64Format: false, comment: "" }, resolve as () => void);
  });
  return { stream: Readable.from(readOnce(archive, begin), { objectMode: false }), size };
}

async function* readOnce(archive: Readable, begin: () => void): AsyncGenerator<Buffer> {
  begin();
  try {
    yield* archive as AsyncIterable<Buffer>;
  } finally {
    archive.destroy();
  }
}

/** The source, closed when the archive is; where it breaks or is not what its hash says, the archive breaks off. */
function checked(
  source: Readable,
  { path, sha256 }: Pick<ZipEntry, "path" | "sha256">,
  archive: Readable,
): Readable {
  const hash = createHash("sha256");
  const through = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(hash.digest("hex") === sha256 ? null : new Error(`${path} is not what its hash says`));
    },
  });
  const close = () => void source.destroy();
  archive.once("close", close);
  pipeline(source, through, (error) => {
    archive.off("close", close);
    if (error) archive.destroy(error);
  });
  if (archive.destroyed) close();
  return through;
}

/** ZIP keeps times of day without a zone and the library reads them off this machine's; ours are Beijing's anywhere. */
function beijingOnTheWall(at: Date): Date {
  const shifted = new Date(at.getTime() + 8 * 3_600_000);
  return new Date(
    ...([shifted.getUTCFullYear(), shifted.getUTCMonth(), shifted.getUTCDate()] as const),
    ...([shifted.getUTCHours(), shifted.getUTCMinutes(), shifted.getUTCSeconds()] as const),
  );
}
