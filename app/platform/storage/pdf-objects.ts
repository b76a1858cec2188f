import { constants, inflateSync } from "node:zlib";

const longestObject = 4 * 1024 * 1024;
const unpackedAtMost = 64 * 1024 * 1024;

/**
 * The objects of a PDF by their numbers, without what their streams contain. The file is read from its beginning and
 * not by its own table of contents: a later version of an object stands further down and takes the earlier one's
 * place, and a table that is wrong, as many are, does no harm.
 */
export class PdfObjects {
  readonly #bytes: Buffer;
  readonly #texts = new Map<number, string>();
  readonly #next: Record<string, number> = {};
  #unpacked = 0;
  /** Number of the catalog, as the last trailer names it. */
  root: number | undefined;

  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Undefined where it is too much to unpack, or packed in a way that is no longer or not yet in use. */
  static read(bytes: Buffer): PdfObjects | undefined {
    const objects = new PdfObjects(bytes);
    return objects.#scan() ? objects : undefined;
  }

  text(number: number): string | undefined {
    return this.#texts.get(number);
  }

  #scan(): boolean {
    let at = 0;
    for (;;) {
      const object = this.#find("obj", at);
      const trailer = this.#find("trailer", at);
      if (object === Infinity && trailer === Infinity) return true;
      if (trailer < object) {
        this.#adoptRoot(this.#bytes.toString("latin1", trailer, trailer + 4096));
        at = trailer + 7;
        continue;
      }
      const [, number] = /(?:^|\D)([0-9]{1,10})\s+[0-9]{1,5}\s+$/.exec(this.#before(object)) ?? [];
      const end = number === undefined ? object + 3 : this.#object(Number(number), object + 3);
      if (end === undefined) return false;
      at = end;
    }
  }

  #before = (at: number): string => this.#bytes.toString("latin1", Math.max(0, at - 24), at);

  /** Where it ends; undefined where its stream holds other objects that cannot be had. */
  #object(number: number, at: number): number | undefined {
    const [end, stream] = [this.#find("endobj", at), this.#find("stream", at)];
    const stop = Math.min(end, stream, this.#bytes.length);
    const text = this.#bytes.toString("latin1", at, Math.min(stop, at + longestObject));
    this.#texts.set(number, text);
    if (/\/Type\s*\/XRef\b/.test(text)) this.#adoptRoot(text);
    if (stream > end || stream === Infinity) return Math.min(stop + 6, this.#bytes.length);
    const from = this.#afterKeyword(stream + "stream".length);
    const to = this.#endOfStream(text, from);
    if (/\/Type\s*\/ObjStm\b/.test(text) && !this.#unpack(text, this.#bytes.subarray(from, to)))
      return undefined;
    return to + "endstream".length;
  }

  #adoptRoot(text: string): void {
    const [, number] = /\/Root\s+([0-9]+)\s+[0-9]+\s+R/.exec(text) ?? [];
    if (number !== undefined) this.root = Number(number);
  }

  #afterKeyword(at: number): number {
    const skipped = this.#bytes[at] === 13 ? 1 : 0;
    return at + skipped + (this.#bytes[at + skipped] === 10 ? 1 : 0);
  }

  /** By its length where that is right, so that nothing inside is taken for an object. */
  #endOfStream(text: string, from: number): number {
    const [, length] = /\/Length\s+([0-9]+)(?!\s+[0-9]+\s+R)(?![0-9])/.exec(text) ?? [];
    const said = length === undefined ? -1 : from + Number(length);
    if (said >= from && this.#bytes.toString("latin1", said, said + 12).includes("endstream")) return said;
    return Math.min(this.#find("endstream", from), this.#bytes.length);
  }

  #unpack(text: string, packed: Buffer): boolean {
    const [, count] = /\/N\s+([0-9]+)/.exec(text) ?? [];
    const [, first] = /\/First\s+([0-9]+)/.exec(text) ?? [];
    const bytes = this.#inflated(text, packed);
    if (!bytes || count === undefined || first === undefined) return false;
    const heads = (bytes.toString("latin1", 0, Number(first)).match(/[0-9]+/g) ?? []).map(Number);
    for (let index = 0; index < Number(count); index += 1) {
      const [number, from] = [heads[index * 2], heads[index * 2 + 1]];
      if (number === undefined || from === undefined) return false;
      const to = heads[index * 2 + 3];
      const end = to === undefined ? bytes.length : Number(first) + to;
      this.#texts.set(number, bytes.toString("latin1", Number(first) + from, end));
    }
    return true;
  }

  #inflated(text: string, packed: Buffer): Buffer | undefined {
    if (!/\/Filter/.test(text)) return packed;
    if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(text) || /\/Predictor\s+(?!1\b)/.test(text))
      return undefined;
    try {
      const room = unpackedAtMost - this.#unpacked;
      const bytes = inflateSync(packed, {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: Math.max(1, room),
      });
      this.#unpacked += bytes.length;
      return bytes;
    } catch {
      return undefined;
    }
  }

  /** Remembered, so that a word that comes no more is not looked for again and again. */
  #find(word: string, from: number): number {
    const known = this.#next[word];
    if (known !== undefined && known >= from) return known;
    const found = this.#bytes.indexOf(word, from, "latin1");
    const at = found < 0 ? Infinity : found;
    this.#next[word] = at;
    return at;
  }
}
