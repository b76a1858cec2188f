import { Readable } from "node:stream";
import { dispositionName } from "./disposition-name.ts";

export interface FileToSend {
  name: string;
  mime: string;
  size: number;
  sha256: string;
  open(range?: { start: number; end: number }): Promise<Readable>;
}

/** Shown in the browser only when nothing in them can act. */
const inlineTypes = new Set(["application/pdf", "image/png", "image/jpeg"]);

/** A preview loads nothing and stands in our own frames only; `unsafe-inline` styles are the browser's own viewer. */
const previewPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self'",
  "object-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

/**
 * A stored file as an answer: a download unless a preview was asked for and is safe, never stored, never sniffed,
 * and in parts for viewers that ask for them.
 */
export async function fileResponse(request: Request, file: FileToSend): Promise<Response> {
  const inline = new URL(request.url).searchParams.get("inline") === "1" && inlineTypes.has(file.mime);
  const headers = new Headers({
    "content-type": file.mime,
    "content-disposition": `${inline ? "inline" : "attachment"}; ${dispositionName(file.name)}`,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "accept-ranges": "bytes",
    etag: `"${file.sha256}"`,
    "cross-origin-resource-policy": "same-origin",
  });
  if (inline) headers.set("content-security-policy", previewPolicy);
  const range = readRange(request.headers.get("range"), file.size);
  if (range === "unsatisfiable") {
    headers.set("content-range", `bytes */${file.size}`);
    return new Response(null, { status: 416, headers });
  }
  const length = range ? range.end - range.start + 1 : file.size;
  headers.set("content-length", String(length));
  if (range) headers.set("content-range", `bytes ${range.start}-${range.end}/${file.size}`);
  const status = range ? 206 : 200;
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const stream = await file.open(range);
  return new Response(Readable.toWeb(stream) as ReadableStream, { status, headers });
}

/** One range; several, or a form we do not know, get the whole file as the standard allows. */
function readRange(
  header: string | null,
  size: number,
): { start: number; end: number } | "unsatisfiable" | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return undefined;
  const [, from = "", to = ""] = match;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? "unsatisfiable" : { start, end };
}
