import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";

export interface UploadedPart {
  /** Name of the file input. */
  field: string;
  /** As the person's own disk calls it, without a folder. */
  fileName: string;
  content: Readable;
}

interface UploadLimits {
  /** Of the whole request. */
  maxBytes: number;
  maxFiles?: number;
  /** Plain fields as they come by: those that stand before a file are known when it arrives. */
  onField?: (name: string, value: string) => void;
}

export type ReadUpload =
  { ok: true; form: FormData } | { ok: false; reason: "not_multipart" | "too_large" | "malformed" };

const longestField = 256 * 1024;
const mostFields = 8_000;
const overhead = 4 * 1024 * 1024;

class UploadTooLarge extends Error {}

/**
 * Reads a multipart form while it arrives: plain fields into `form`, each file handed to `onFile` as a stream, so
 * that no file is ever held in memory. Empty file inputs are passed over. `onFile` must read its stream to the end.
 */
export async function readUpload(
  request: Request,
  onFile: (part: UploadedPart) => Promise<void>,
  { maxBytes, maxFiles = 20, onField }: UploadLimits,
): Promise<ReadUpload> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type) || !request.body) return { ok: false, reason: "not_multipart" };
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes + overhead)
    return { ok: false, reason: "too_large" };
  const parser = openParser(type, maxFiles);
  if (!parser) return { ok: false, reason: "malformed" };
  const form = new FormData();
  const kept: Promise<void>[] = [];
  parser.on("field", (name, value) => {
    form.append(name, value);
    onField?.(name, value);
  });
  parser.on("file", (field, content, { filename }) => {
    if (!filename) {
      content.resume();
      return;
    }
    const keeping = onFile({ field, fileName: plainName(filename), content });
    // One that cannot be kept must not leave the rest of the body waiting for a reader.
    keeping.catch((error: unknown) =>
      parser.destroy(error instanceof Error ? error : new Error(String(error))),
    );
    kept.push(keeping);
  });
  try {
    await pipeline(Readable.fromWeb(request.body as never), atMost(maxBytes + overhead), parser);
    await Promise.all(kept);
    return { ok: true, form };
  } catch (error) {
    await Promise.allSettled(kept);
    if (error instanceof UploadTooLarge) return { ok: false, reason: "too_large" };
    if (isFormError(error)) return { ok: false, reason: "malformed" };
    throw error;
  }
}

function openParser(type: string, maxFiles: number) {
  try {
    return busboy({
      headers: { "content-type": type },
      defParamCharset: "utf8",
      limits: { fieldSize: longestField, fields: mostFields, files: maxFiles, parts: mostFields + maxFiles },
    });
  } catch {
    return undefined;
  }
}

/** A sender that lies about its length is cut off all the same. */
function atMost(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      seen += chunk.byteLength;
      if (seen > bytes) done(new UploadTooLarge("The upload is larger than announced"));
      else done(null, chunk);
    },
  });
}

const isFormError = (error: unknown): boolean =>
  error instanceof Error && /^(Unexpected end of form|Malformed|Multipart:)/.test(error.message);

const longestName = 180;

/** No folders, no control or direction-changing characters, and short enough for every file system. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const plain = last
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .trim();
  if (plain.length <= longestName) return plain === "" ? "file" : plain;
  const dot = plain.lastIndexOf(".");
  const extension = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : "";
  return plain.slice(0, longestName - extension.length) + extension;
}
