import type { Readable } from "node:stream";
import { openPromise } from "yauzl";

export interface ZipPart {
  path: string;
  size: number;
  open(): Promise<Readable>;
}

/**
 * Every file in a ZIP, in the order of its directory, each read only when it is opened. Throws on what is not a sound
 * ZIP and on paths that lead out of it.
 */
export async function* readZip(file: string): AsyncGenerator<ZipPart> {
  const zip = await openPromise(file, { autoClose: false, strictFileNames: true });
  try {
    for await (const entry of zip.eachEntry())
      yield {
        path: entry.fileName,
        size: entry.uncompressedSize,
        open: () => zip.openReadStreamPromise(entry),
      };
  } finally {
    zip.close();
  }
}
