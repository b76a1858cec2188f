import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readZip } from "#app/platform/zip/read-zip.ts";
import { writeZip, type ZipEntry } from "#app/platform/zip/write-zip.ts";

const at = new Date("2026-11-24T08:42:08.000Z");
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "zip-"));
});
afterEach(() => rm(folder, { recursive: true }));

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const held = (path: string, text: string): ZipEntry => {
  const content = Buffer.from(text);
  return { path, size: content.length, sha256: sha256(content), content };
};
const streamed = (path: string, text: string, changes: Partial<ZipEntry> = {}): ZipEntry => ({
  ...held(path, text),
  content: () => Promise.resolve(Readable.from([Buffer.from(text)])),
  ...changes,
});
const bytesOf = async (entries: ZipEntry[]) => await buffer((await writeZip(entries, at)).stream);
const written = async (entries: ZipEntry[]) => {
  const file = join(folder, "a.zip");
  await pipeline((await writeZip(entries, at)).stream, createWriteStream(file));
  return file;
};

describe("a ZIP", () => {
  const entries = [
    held("README.txt", "你好\n"),
    streamed("attachments/001-执照.pdf", "%PDF-".repeat(30_000)),
  ];

  it("holds what was put in, in its order, and says how long it is before it is written", async () => {
    const { stream, size } = await writeZip(entries, at);
    expect((await buffer(stream)).length).toBe(size);
    const read: string[] = [];
    for await (const part of readZip(await written(entries)))
      read.push(`${part.path} ${part.size} ${sha256(await buffer(await part.open()))}`);
    expect(read).toEqual(entries.map(({ path, size: length, sha256: sum }) => `${path} ${length} ${sum}`));
  });

  it("is the same bytes for the same entries, whatever zone the machine is in", async () => {
    const first = await bytesOf(entries);
    const zone = process.env.TZ;
    process.env.TZ = "America/New_York";
    try {
      expect(sha256(await bytesOf(entries))).toBe(sha256(first));
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  const unzip = "/usr/bin/unzip";
  it.skipIf(!existsSync(unzip))("is unpacked by another program, names and all", async () => {
    const file = await written(entries);
    const tested = execFileSync(unzip, ["-t", file], { encoding: "utf8" });
    expect(tested).toContain("No errors detected");
    execFileSync(unzip, ["-q", file, "-d", join(folder, "out")], { env: { LANG: "C.UTF-8" } });
    for (const { path, sha256: sum } of entries)
      expect(sha256(await readFile(join(folder, "out", path)))).toBe(sum);
  });

  it.each([
    ["says another hash", { sha256: sha256(Buffer.from("other")) }, /is not what its hash says/],
    ["is shorter than said", { size: 9 }, /unexpected number of bytes/],
    ["is not there", { content: () => Promise.reject(new Error("gone")) }, /gone/],
    [
      "breaks off",
      {
        content: () =>
          Promise.resolve(
            Readable.from(
              (async function* () {
                yield Buffer.from("%P");
                throw new Error("disk failing");
              })(),
            ),
          ),
      },
      /disk failing/,
    ],
  ])("breaks off where an entry %s", async (_what, changes, message) => {
    await expect(bytesOf([...entries, streamed("b.pdf", "%PDF-1.7", changes)])).rejects.toThrow(message);
  });

  it("opens nothing before it is read, one entry at a time, and closes it when the reader leaves", async () => {
    const open: Readable[] = [];
    const endless = (path: string): ZipEntry => ({
      ...{ path, size: 1_000_000_000, sha256: sha256(Buffer.from("")) },
      content: () => {
        const source = Readable.from(
          (async function* () {
            for (;;) yield Buffer.alloc(65_536);
          })(),
        );
        open.push(source);
        return Promise.resolve(source);
      },
    });
    const { stream } = await writeZip([endless("a"), endless("b")], at);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(open).toHaveLength(0);
    for await (const chunk of stream) {
      void chunk;
      if (open.length > 0) break;
    }
    expect(open).toHaveLength(1);
    await expect.poll(() => open[0]!.destroyed).toBe(true);
  });
});
