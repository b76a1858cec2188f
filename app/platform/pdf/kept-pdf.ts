import { createHash } from "node:crypto";
import type { Paper } from "./paper.ts";
import { writePdf } from "./write-pdf.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes of finished papers kept in memory by one process; the least recently asked for goes first. */
const budget = 64_000_000;

const finished = new Map<string, Bytes>();
const underway = new Map<string, Promise<Bytes>>();
let size = 0;

/**
 * A paper as a PDF, set once for everybody whose paper says the same. Kept by the hash of all it says, language,
 * watermark and hidden answers included: nobody can be given what their own paper does not hold. What carries a
 * watermark changes by the hour and is not kept.
 */
export async function keptPdf(paper: Paper): Promise<Bytes> {
  const key = createHash("sha256").update(JSON.stringify(paper)).digest("hex");
  const known = finished.get(key);
  if (known) {
    finished.delete(key);
    finished.set(key, known);
    return known;
  }
  const begun = underway.get(key);
  if (begun) return await begun;
  const setting = writePdf(paper).finally(() => underway.delete(key));
  underway.set(key, setting);
  const bytes = await setting;
  if (!paper.watermark) keep(key, bytes);
  return bytes;
}

function keep(key: string, bytes: Bytes): void {
  finished.set(key, bytes);
  size += bytes.length;
  for (const [oldest, { length }] of finished) {
    if (size <= budget) break;
    finished.delete(oldest);
    size -= length;
  }
}
