import ExcelJS from "exceljs";
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diskStore } from "#app/platform/storage/disk-store.ts";
import { FileMissing, type FileStore, type PutOptions } from "#app/platform/storage/file-store.ts";
import { s3Store } from "#app/platform/storage/s3-store.ts";
import { zip } from "#tests/support/zip.ts";

const pdf = Buffer.from(
  "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n",
);
const encryptedPdf = Buffer.concat([
  Buffer.from("%PDF-1.7\n"),
  // The word lies across two blocks of reading.
  Buffer.alloc(1024 * 1024 - 13, "a"),
  Buffer.from("/Encrypt 5 0 R >>\n%%EOF\n"),
]);
const png = Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex");
const jpg = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");
const gb18030 = Buffer.from("b9e3cef7d7d3cabec0fd2c310d0a", "hex");

const contentTypes = (main: string) => ({
  name: "[Content_Types].xml",
  content: `<Types><Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`,
});
const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const xlsmType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const oldOffice = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);

async function xlsx(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("财务").addRow(["甲子示例", 1]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

let folder: string;
let server: FakeS3;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "portal-files-"));
  server = await fakeS3();
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const stores: [string, () => Promise<FileStore>][] = [
  ["disk", () => diskStore(join(folder, "files"))],
  ["S3", () => s3Store({ ...server.options, workFolder: join(folder, "work") })],
];

describe.each(stores)("files on %s", (_, openStore) => {
  let store: FileStore;
  beforeAll(async () => {
    store = await openStore();
  });

  const put = (content: Buffer, fileName: string, options: Partial<PutOptions> = {}) =>
    store.put(Readable.from(chunksOf(content)), { fileName, maxBytes: 4 * 1024 * 1024, ...options });

  async function read(id: string, range?: { start: number; end: number }): Promise<Buffer> {
    return buffer((await store.open(id, range)).stream);
  }

  it("keeps the bytes as they came, with their hash, size and kind", async () => {
    const content = Buffer.concat([pdf, Buffer.alloc(2_000_000, "x")]);
    const result = await put(content, "A01_可行性研究报告.PDF");
    if (!result.ok) throw new Error(result.reason);
    const { id, ...file } = result.file;
    const sha256 = createHash("sha256").update(content).digest("hex");
    expect(file).toEqual({ size: content.length, sha256, mime: "application/pdf", extension: "pdf" });
    expect((await store.open(id)).size).toBe(content.length);
    expect(await store.size(id)).toBe(content.length);
    expect((await read(id)).equals(content)).toBe(true);
    expect((await read(id, { start: 5, end: 7 })).toString()).toBe("1.7");
  });

  it("lists what it has, and forgets what is removed", async () => {
    const result = await put(png, "a.png");
    if (!result.ok) throw new Error(result.reason);
    const { id } = result.file;
    expect(await Array.fromAsync(store.list())).toContain(id);
    await store.remove(id);
    await store.remove(id);
    expect(await Array.fromAsync(store.list())).not.toContain(id);
    await expect(store.open(id)).rejects.toBeInstanceOf(FileMissing);
  });

  it.each(["../../etc/passwd", "", "%2e%2e", "018f0000-0000-7000-8000-00000000000g"])(
    "takes %j for no id",
    async (id) => {
      await expect(store.open(id)).rejects.toBeInstanceOf(FileMissing);
      await expect(store.remove(id)).rejects.toBeInstanceOf(FileMissing);
    },
  );

  it.each<[string, string, Buffer | (() => Promise<Buffer>), string]>([
    ["a PDF", "a.pdf", pdf, "application/pdf"],
    ["a PNG", "a.png", png, "image/png"],
    ["a JPEG", "a.jpeg", jpg, "image/jpeg"],
    ["a workbook", "a.xlsx", xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    [
      "a document",
      "a.docx",
      zip([contentTypes(docxType), { name: "word/document.xml", content: "<w/>" }]),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    ["text in UTF-8", "a.csv", Buffer.from("\uFEFF企业,金额\r\n甲子示例,1\r\n"), "text/csv; charset=utf-8"],
    ["text in GB 18030", "a.txt", gb18030, "text/plain; charset=utf-8"],
  ])("takes %s", async (_kind, fileName, content, mime) => {
    const bytes = typeof content === "function" ? await content() : content;
    expect(await put(bytes, fileName)).toMatchObject({ ok: true, file: { mime, size: bytes.length } });
  });

  it.each<[string, string, Buffer, string]>([
    ["nothing", "a.pdf", Buffer.alloc(0), "empty"],
    ["too much", "a.pdf", Buffer.concat([pdf, Buffer.alloc(4 * 1024 * 1024)]), "too-large"],
    ["a name without extension", "a", pdf, "extension-not-allowed"],
    ["an executable", "a.exe", Buffer.from("MZ"), "extension-not-allowed"],
    ["a page", "a.html", Buffer.from("<html>"), "extension-not-allowed"],
    ["an archive", "a.zip", zip([{ name: "a" }]), "extension-not-allowed"],
    ["a program called PDF", "a.pdf", Buffer.from("MZ\x90\x00\x03"), "content-mismatch"],
    ["text called PDF", "a.pdf", Buffer.from("plain"), "content-mismatch"],
    ["a PNG called JPEG", "a.jpg", png, "content-mismatch"],
    ["bytes called text", "a.csv", Buffer.from([65, 0, 66]), "content-mismatch"],
    [
      "broken UTF-8 that is no GB 18030 either",
      "a.txt",
      Buffer.from([0xe7, 0x94, 0x20, 0xff]),
      "content-mismatch",
    ],
    ["an archive called workbook", "a.xlsx", zip([{ name: "a.txt", content: "a" }]), "content-mismatch"],
    [
      "a document called workbook",
      "a.xlsx",
      zip([contentTypes(docxType), { name: "word/a.xml" }]),
      "content-mismatch",
    ],
    [
      "a workbook with macros",
      "a.xlsx",
      zip([contentTypes(xlsmType), { name: "xl/workbook.xml" }]),
      "macros",
    ],
    [
      "a workbook that hides its macros",
      "a.xlsx",
      zip([contentTypes(xlsxType), { name: "xl/vbaProject.bin" }]),
      "macros",
    ],
    ["a workbook with a password", "a.xlsx", oldOffice, "encrypted"],
    ["a PDF with a password", "a.pdf", encryptedPdf, "encrypted"],
    [
      "a workbook with an encrypted part",
      "a.xlsx",
      zip([contentTypes(xlsxType), { name: "xl/sheet.xml", encrypted: true }]),
      "encrypted",
    ],
    [
      "a workbook that unpacks to gigabytes",
      "a.xlsx",
      zip([contentTypes(xlsxType), { name: "xl/sheet.xml", claimedSize: 2 ** 31 }]),
      "too-large",
    ],
    [
      "a workbook cut short",
      "a.xlsx",
      zip([contentTypes(xlsxType), { name: "xl/a" }]).subarray(0, -30),
      "content-mismatch",
    ],
  ])("refuses %s", async (_kind, fileName, content, reason) => {
    const before = await Array.fromAsync(store.list());
    expect(await put(content, fileName)).toEqual({ ok: false, reason });
    expect(await Array.fromAsync(store.list())).toEqual(before);
  });

  it("refuses a kind the question does not ask for", async () => {
    expect(await put(png, "a.png", { allowed: ["pdf"] })).toEqual({
      ok: false,
      reason: "extension-not-allowed",
    });
  });

  it("keeps nothing of an upload that breaks off", async () => {
    async function* broken() {
      yield pdf;
      throw new Error("connection lost");
    }
    const before = await Array.fromAsync(store.list());
    await expect(store.put(broken(), { fileName: "a.pdf", maxBytes: 1_000 })).rejects.toThrow(
      "connection lost",
    );
    expect(await Array.fromAsync(store.list())).toEqual(before);
    expect(await readdir(join(folder, "files", "incoming")).catch(() => [])).toEqual([]);
    expect(await readdir(join(folder, "work")).catch(() => [])).toEqual([]);
  });
});

it("clears away what an earlier crash left half received", async () => {
  const root = join(folder, "crashed");
  await diskStore(root);
  const yesterday = new Date(Date.now() - 25 * 60 * 60_000);
  for (const name of ["old", "young"]) await writeFile(join(root, "incoming", name), "half");
  await utimes(join(root, "incoming", "old"), yesterday, yesterday);
  await diskStore(root);
  expect(await readdir(join(root, "incoming"))).toEqual(["young"]);
});

function* chunksOf(content: Buffer): Generator<Buffer> {
  for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536);
}

type FakeS3 = Awaited<ReturnType<typeof fakeS3>>;

/** As much of S3 as the portal uses, and as strict about hashes; two keys to a page of its listing. */
async function fakeS3() {
  const objects = new Map<string, Buffer>();
  const http: Server = createServer((request, response) => {
    answerS3(objects, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const options = {
    endpoint,
    bucket: "portal",
    region: "cn-north-1",
    accessKeyId: "key",
    secretAccessKey: "secret",
  };
  return { options, close: () => http.close().closeAllConnections() };
}

async function answerS3(objects: Map<string, Buffer>, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? "", "http://localhost");
  const key = url.pathname.replace("/portal", "").slice(1);
  const body = await buffer(request);
  const signed = /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/cn-north-1\/s3\/aws4_request,/;
  const sha256 = createHash("sha256").update(body).digest("hex");
  if (!signed.test(request.headers.authorization ?? "") || request.headers["x-amz-content-sha256"] !== sha256)
    return response.writeHead(403).end("<Error><Code>SignatureDoesNotMatch</Code></Error>");
  if (request.method === "PUT") {
    if (Number(request.headers["content-length"]) !== body.length) return response.writeHead(411).end();
    objects.set(key, body);
    return response.end();
  }
  if (request.method === "DELETE") return response.writeHead(objects.delete(key) ? 204 : 404).end();
  if (!key) {
    const after = url.searchParams.get("start-after") ?? "";
    const rest = [...objects.keys()].sort().filter((name) => name > after);
    const page = rest.slice(0, 2).map((name) => `<Contents><Key>${name}</Key></Contents>`);
    return response.end(`<List><IsTruncated>${rest.length > 2}</IsTruncated>${page.join("")}</List>`);
  }
  const object = objects.get(key);
  if (!object) return response.writeHead(404).end();
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
  if (start === undefined) return response.writeHead(200, { "content-length": object.length }).end(object);
  const part = object.subarray(Number(start), Number(end) + 1);
  return response.writeHead(206, { "content-range": `bytes ${start}-${end}/${object.length}` }).end(part);
}
