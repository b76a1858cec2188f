import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import { acceptsGzip } from "#app/http/accepts-gzip.ts";

const gzipAsync = promisify(gzip);
const smallest = 1_024;

/** Gzips whole text answers off the main thread. Streams (exports, files) and answers with secrets by request go as they are. */
export async function compress(request: Request, response: Response): Promise<Response> {
  const length = Number(response.headers.get("content-length") ?? 0);
  const type = response.headers.get("content-type") ?? "";
  if (!acceptsGzip(request) || length < smallest || !/^(text\/|application\/json)/.test(type))
    return response;
  if (response.headers.has("content-encoding") || response.headers.has("content-disposition"))
    return response;
  const body = await gzipAsync(await response.arrayBuffer(), { level: constants.Z_BEST_SPEED });
  const headers = new Headers(response.headers);
  headers.set("content-encoding", "gzip");
  headers.set("content-length", String(body.length));
  headers.append("vary", "Accept-Encoding");
  return new Response(body, { status: response.status, statusText: response.statusText, headers });
}
