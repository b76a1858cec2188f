import { createReadStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { newId } from "#app/platform/new-id.ts";
import { assertFileId, FileMissing, type FileStore } from "./file-store.ts";
import { receiveUpload } from "./receive-upload.ts";
import { emptySha256, type S3Credentials, signS3 } from "./sign-s3.ts";

export interface S3Options extends S3Credentials {
  /** `https://host[:port]`; buckets are addressed by path, as every S3-compatible server understands. */
  endpoint: string;
  bucket: string;
  /** Where an upload is checked before it is sent on. */
  workFolder: string;
}

interface Send {
  method: "GET" | "HEAD" | "PUT" | "DELETE";
  key?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: { path: string; size: number; sha256: string };
}

/** Uploads in an S3-compatible store. It answers a PUT only once the object is durable. */
export async function s3Store(options: S3Options): Promise<FileStore> {
  await mkdir(options.workFolder, { recursive: true });
  const send = (request: Send) => sendSigned(options, request);
  return {
    async put(content, putOptions) {
      const id = newId();
      const path = join(options.workFolder, id);
      try {
        const received = await receiveUpload(content, path, putOptions);
        if (!received.ok) return received;
        const { size, sha256, mime } = received.file;
        const headers = { "content-type": mime };
        await succeed(await send({ method: "PUT", key: id, headers, body: { path, size, sha256 } }));
        return { ok: true, file: { id, ...received.file } };
      } finally {
        await rm(path, { force: true });
      }
    },

    async open(id, range) {
      assertFileId(id);
      const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {};
      const answer = await send({ method: "GET", key: id, headers });
      if (answer.status === 404) throw new FileMissing(`There is no file ${id}`);
      await succeed(answer);
      const total =
        answer.headers.get("content-range")?.split("/")[1] ?? answer.headers.get("content-length");
      return { stream: Readable.fromWeb(answer.body as ReadableStream), size: Number(total) };
    },

    async size(id) {
      assertFileId(id);
      const answer = await send({ method: "HEAD", key: id });
      if (answer.status === 404) return undefined;
      return Number((await succeed(answer)).headers.get("content-length"));
    },

    async remove(id) {
      assertFileId(id);
      const answer = await send({ method: "DELETE", key: id });
      if (answer.status !== 404) await succeed(answer);
    },

    async *list() {
      for (let after: string | undefined = ""; after !== undefined;) {
        const query: Record<string, string> = { "list-type": "2", ...(after && { "start-after": after }) };
        const listing: string = await (await succeed(await send({ method: "GET", query }))).text();
        const keys = [...listing.matchAll(/<Key>([^<]+)<\/Key>/g)].map((match) => match[1]!);
        yield* keys;
        after = listing.includes("<IsTruncated>true</IsTruncated>") ? keys.at(-1) : undefined;
      }
    },
  };
}

async function sendSigned(
  options: S3Options,
  { method, key, query, headers = {}, body }: Send,
): Promise<Response> {
  const url = new URL(`/${options.bucket}${key ? `/${key}` : ""}`, options.endpoint);
  url.search = new URLSearchParams(query).toString();
  const bodySha256 = body?.sha256 ?? emptySha256;
  const signed = signS3({ method, url, headers, bodySha256 }, options, new Date());
  if (!body) return fetch(url, { method, headers: signed });
  return fetch(url, {
    method,
    headers: { ...signed, "content-length": String(body.size) },
    body: Readable.toWeb(createReadStream(body.path)) as BodyInit,
    duplex: "half",
  } as RequestInit);
}

async function succeed(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const code = /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1] ?? "";
  throw new Error(`The file store answered ${answer.status} ${code}`.trim());
}
