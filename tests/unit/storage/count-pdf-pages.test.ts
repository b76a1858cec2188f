import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Paper } from "#app/platform/pdf/paper.ts";
import { writePdf } from "#app/platform/pdf/write-pdf.ts";
import { countPdfPages } from "#app/platform/storage/count-pdf-pages.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pages-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function pagesOf(content: string | Uint8Array): Promise<number | undefined> {
  const path = join(folder, "a.pdf");
  await writeFile(path, content);
  return await countPdfPages(path);
}

const object = (number: number, text: string) => `${number} 0 obj\n${text}\nendobj\n`;
const stream = (number: number, entries: string, bytes: Buffer) =>
  Buffer.concat([
    Buffer.from(`${number} 0 obj\n<<${entries}/Length ${bytes.length}>>\nstream\r\n`),
    bytes,
    Buffer.from("\nendstream\nendobj\n"),
  ]);
const catalog = object(1, "<</Type/Catalog/Pages 2 0 R>>");
const trailer = "trailer\n<</Root 1 0 R/Size 9>>\n%%EOF\n";
const page = (number: number) => object(number, "<</Type /Page/Parent 2 0 R>>");
const tree = (kids: string, rest = "") => object(2, `<</Type/Pages/Kids ${kids}/Count 1${rest}>>`);

/** The same objects packed into one stream, as most programs write them today. */
function packed(objects: Record<number, string>, filter = "/Filter/FlateDecode"): Buffer {
  const texts = Object.values(objects);
  const heads = Object.keys(objects).map(
    (number, index) => `${number} ${texts.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0)}`,
  );
  const head = `${heads.join(" ")} `;
  const bytes = Buffer.from(`${head}${texts.join(" ")}`);
  return stream(
    7,
    `/Type/ObjStm/N ${texts.length}/First ${head.length}${filter}`,
    filter === "" ? bytes : deflateSync(bytes),
  );
}

const files: [string, string | Buffer, number | undefined][] = [
  [
    "two pages in a plain file",
    `%PDF-1.4\n${catalog}${tree("[3 0 R 4 0 R]")}${page(3)}${page(4)}${trailer}`,
    2,
  ],
  [
    "a tree of two levels, whose own counts are wrong",
    `${catalog}${tree("[3 0 R 5 0 R]")}${page(3)}${object(5, "<</Type/Pages/Kids[4 0 R 6 0 R]/Count 99>>")}${page(4)}${page(6)}${trailer}`,
    3,
  ],
  [
    "children in an object of their own",
    `${catalog}${tree("8 0 R")}${object(8, "[3 0 R]")}${page(3)}${trailer}`,
    1,
  ],
  [
    "a later version with one page more",
    `${catalog}${tree("[3 0 R]")}${page(3)}${trailer}${tree("[3 0 R 4 0 R]")}${page(4)}${trailer}`,
    2,
  ],
  [
    "objects in a packed stream and no trailer",
    Buffer.concat([
      Buffer.from("%PDF-1.5\n"),
      packed({
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: "<</Type/Pages/Kids[3 0 R 4 0 R]>>",
        3: "<</Type/Page>>",
        4: "<</Type/Page>>",
      }),
      stream(9, "/Type/XRef/Root 1 0 R/Size 9", Buffer.alloc(12)),
    ]),
    2,
  ],
  [
    "what looks like pages inside a picture",
    Buffer.concat([
      Buffer.from(`${catalog}${tree("[3 0 R]")}${page(3)}`),
      stream(5, "", Buffer.from(tree("[3 0 R 4 0 R]") + page(4))),
      Buffer.from(trailer),
    ]),
    1,
  ],
  ["a tree that goes round in a ring", `${catalog}${tree("[2 0 R]")}${trailer}`, undefined],
  ["a page that is not there", `${catalog}${tree("[3 0 R 4 0 R]")}${page(3)}${trailer}`, undefined],
  ["no pages at all", `${catalog}${tree("[]")}${trailer}`, undefined],
  ["no catalog", `%PDF-1.4\n${page(3)}${trailer}`, undefined],
  ["nothing but the name of a PDF", "%PDF-1.7\n", undefined],
  [
    "a stream of objects that cannot be unpacked",
    Buffer.concat([
      Buffer.from(`${catalog}${tree("[3 0 R]")}${page(3)}`),
      stream(7, "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", Buffer.from("not deflated")),
      Buffer.from(trailer),
    ]),
    undefined,
  ],
  [
    "a stream that unpacks to more than it may",
    Buffer.concat([
      Buffer.from(`${catalog}${tree("[3 0 R]")}${page(3)}`),
      stream(
        7,
        "/Type/ObjStm/N 1/First 4/Filter/FlateDecode",
        deflateSync(Buffer.alloc(65 * 1024 * 1024, " ")),
      ),
      Buffer.from(trailer),
    ]),
    undefined,
  ],
];

const paperOf = (text: string): Paper => ({
  ...{ language: "zh", title: "题", madeAt: "2026-12-09T00:00:00.000Z", foot: "", pageOf: "{page}/{pages}" },
  running: { left: "", right: "" },
  blocks: [{ kind: "text", text }],
});

describe("the pages of a PDF", () => {
  test.each(files)("%s", async (_, content, expected) => {
    expect(await pagesOf(content)).toBe(expected);
  });

  test("as this portal sets it", async () => {
    const one = await pagesOf(await writePdf(paperOf("正文")));
    const many = await pagesOf(await writePdf(paperOf("正文 ".repeat(4_000))));
    expect(one).toBe(1);
    expect(many).toBeGreaterThan(2);
  });

  test("of a hundred thousand objects are counted in one pass", async () => {
    const kids = Array.from({ length: 2_000 }, (_, index) => index + 100_100);
    const filler = Array.from({ length: 100_000 }, (_, index) => object(index + 10, "<<>>")).join("");
    const text = `${catalog}${tree(`[${kids.map((kid) => `${kid} 0 R`).join(" ")}]`)}${filler}${kids.map(page).join("")}${trailer}`;
    const started = performance.now();
    expect(await pagesOf(text)).toBe(2_000);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
