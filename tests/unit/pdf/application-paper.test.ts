import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Paper } from "#app/platform/pdf/paper.ts";
import { keptPdf } from "#app/platform/pdf/kept-pdf.ts";
import { writePdf } from "#app/platform/pdf/write-pdf.ts";
import { applicationPaper } from "#app/ui/paper/application-paper.ts";
import { c5Definition, exampleAnswersC5, exampleFilesC5 } from "#tests/world/example-answers-c5.ts";

const sha256 = "4be109d77c52f3a81e66b0c95d248f71a93c06ee2b58d41793f0c1aa7e0562bd";
const files = Object.fromEntries(
  Object.entries(exampleFilesC5).map(([key, list]) => [
    key,
    list.map(({ name }, index) => ({
      id: `${key}-${index}`,
      name,
      size: 1_000,
      sha256: `${index}${sha256}`,
    })),
  ]),
);
const now = new Date("2026-11-24T08:42:08.123Z");
const head = {
  ...{ number: "SXIC-2026-C5-0001", titleZh: "8英寸碳化硅产线", titleEn: "8-inch SiC line", callCode: "C5" },
  ...{ callTitleZh: "射频·功率·光电器件生产线专项", callTitleEn: "Production Lines" },
  ...{
    companyNameZh: "甲子示例公司",
    companyNameEn: "Jiazi Example",
    uscc: "91140900MA0KX12R1D",
    isTest: 0 as const,
  },
};
const submitted = { version: 2, sha256, submittedAt: now.toISOString(), signedName: "赵某某" };

const paperOf = (locale: "zh" | "en", changes: object = {}): Paper =>
  applicationPaper({
    ...{
      head,
      submitted,
      definition: c5Definition,
      raw: exampleAnswersC5,
      locale,
      now,
      showRestricted: true,
    },
    env: { today: "2026-11-24", files },
    ...changes,
  });

describe("the printed application", () => {
  it.each(["zh", "en"] as const)("is set with every character it holds, in %s", async (locale) => {
    const paper = paperOf(locale);
    const { pages, characters } = readPdf(await writePdf(paper));
    expect(pages).toBeGreaterThan(12);
    const wanted = new Set(textsOf(paper).join("").replaceAll(/\s/g, ""));
    expect([...wanted].filter((each) => !characters.has(each))).toEqual([]);
  });

  it("has glyphs for rare characters and superscripts, and marks a draft on every page", async () => {
    const odd = "碲锑镓氮嵌鑫垚喆 mΩ·cm² µm cm⁻² 1×10¹⁸ ≤ ± ℃";
    const paper = paperOf("zh", { submitted: undefined, raw: { ...exampleAnswersC5, significance: odd } });
    expect(paper.watermark).toBe("草稿");
    const { characters } = readPdf(await writePdf(paper));
    expect([...odd].filter((each) => each.trim() !== "" && !characters.has(each))).toEqual([]);
  });

  it("has a running head without gaps while the project has no name", () => {
    const unnamed = { ...head, number: null, titleZh: "", titleEn: "" };
    const { running, title } = paperOf("zh", { submitted: undefined, head: unnamed });
    expect(running.left).toMatch(/^C5 · [^·]+$/);
    expect(title).not.toMatch(/ $/);
  });

  it("holds each file with its hash, and leaves out what is hidden or restricted", () => {
    const all = textsOf(paperOf("zh")).join("\n");
    for (const { name, sha256: hash } of Object.values(files).flat()) {
      expect(all).toContain(name);
      expect(all).toContain(hash);
    }
    const restricted = c5Definition.parts
      .flatMap(({ sections }) => sections)
      .find(({ key }) => key === "export_control")!.title.zh;
    expect(all).toContain(restricted);
    expect(textsOf(paperOf("zh", { showRestricted: false })).join("\n")).not.toContain(restricted);
    const told = "质押给示例银行，期限至2028年。";
    const withAnswer = (share_encumbrance: string) => ({
      raw: { ...exampleAnswersC5, share_encumbrance, share_encumbrance_text: told },
    });
    expect(textsOf(paperOf("zh", withAnswer("yes"))).join("\n")).toContain(told);
    expect(textsOf(paperOf("zh", withAnswer("no"))).join("\n")).not.toContain(told);
  });

  it("breaks a paragraph longer than a page, and repeats the head of a long table", async () => {
    const blocks: Paper["blocks"] = [
      { kind: "answer", label: "长文", text: "碳化硅".repeat(3_000), isLong: true, isMissing: false },
      {
        kind: "table",
        columns: [{ head: "设备", isNumeric: false, weight: 1 }],
        rows: Array.from({ length: 200 }, (_, index) => ({ cells: [`第${index}台`] })),
      },
    ];
    const { pages } = readPdf(await writePdf({ ...paperOf("zh"), blocks }));
    expect(pages).toBeGreaterThan(6);
  });

  describe("at the foot of a page", () => {
    const row = { cells: ["材料企业", "已签约"], beneath: "供应衬底，共同制定进厂检验标准。".repeat(6) };
    const columns = ["角色", "合同"].map((head) => ({ head, isNumeric: false, weight: 1 }));
    const table = (rows: number): Paper["blocks"] => [
      { kind: "table", label: "合作单位", columns, rows: Array.from({ length: rows }, () => row) },
    ];
    const fact = { label: "职务", text: "总经理", isMissing: false };
    const after = async (lines: number, blocks: Paper["blocks"]) => {
      const filler = { kind: "text" as const, text: Array.from({ length: lines }, () => "行").join("\n") };
      const bytes = await writePdf({ ...paperOf("zh"), blocks: [filler, ...blocks] });
      return placesIn(Buffer.from(bytes).toString("latin1"));
    };

    it.each([30, 38, 41, 42])(
      "a table's head has its first row, and a small table is whole: %i",
      async (lines) => {
        const long = await after(lines, table(12));
        expect(long.heads[0]).toBe(long.cells[0]);
        const small = await after(lines, table(2));
        expect(new Set([...small.heads, ...small.cells]).size).toBe(1);
      },
    );

    it.each([30, 38, 42])("what belongs to one row stays under its heading: %i", async (lines) => {
      const facts = Array.from({ length: 10 }, () => fact);
      const { headings, paragraphs } = await after(lines, [
        { kind: "heading", level: 4, text: "成员1" },
        { kind: "facts", facts },
      ]);
      expect(new Set([...headings, ...paragraphs.slice(-facts.length)]).size).toBe(1);
    });
  });

  it("lets a cell longer than a page go on, and no word or figure break that has room", async () => {
    const columns = [
      { head: "#", isNumeric: false, weight: 0.5 },
      { head: "说明", isNumeric: false, weight: 1 },
      { head: "金额（万元）", isNumeric: true, weight: 0.1 },
    ];
    const table = (text: string) => ({
      ...{ kind: "table" as const, columns },
      rows: [{ cells: ["1", text, "1,234,567,890.00"] }, { cells: ["合计", "", "1.00"], isTotal: true }],
    });
    const pagesOf = async (text: string) =>
      readPdf(await writePdf({ ...paperOf("zh"), blocks: [table(text)] })).pages;
    expect(await pagesOf("短")).toBe(1);
    expect(await pagesOf("碳化硅".repeat(3_000))).toBeGreaterThan(3);
    expect(await pagesOf("W".repeat(9_000))).toBeGreaterThan(3);
  });

  it("is set whatever was typed: halves of characters, controls, no space for pages, right to left", async () => {
    const odd = [
      "\u0000\u0007",
      "\ud800",
      "\udc00x",
      "👩‍🔬🏽",
      "שלום עולם",
      "ﷺ".repeat(300),
      "x".repeat(3_000),
    ];
    const hostile = (index: number) => odd[index % odd.length]!;
    const raw = Object.fromEntries(
      Object.entries(exampleAnswersC5).map(([key, value], index) => [
        key,
        typeof value === "string"
          ? hostile(index)
          : value.map((row, at) =>
              typeof row === "string"
                ? hostile(at)
                : {
                    ...row,
                    cells: Object.fromEntries(Object.keys(row.cells).map((cell, to) => [cell, hostile(to)])),
                  },
            ),
      ]),
    );
    const { pages } = readPdf(await writePdf(paperOf("zh", { raw })));
    expect(pages).toBeGreaterThan(12);
  });

  it("is tagged, titled and in its language, with contents and an outline of every section", async () => {
    const paper = paperOf("en");
    const text = Buffer.from(await writePdf(paper)).toString("latin1");
    for (const said of ["/Lang (en)", "/Marked true", "/DisplayDocTitle true", "/S /TOC\n", "/S /TH\n"])
      expect(text).toContain(said);
    const sections = paper.blocks.filter((block) => block.kind === "heading" && [2, 3].includes(block.level));
    expect([...text.matchAll(/\/Subtype \/Link\b/g)]).toHaveLength(sections.length);
    expect([...text.matchAll(/\/Parent \d+ 0 R\n\/Title /g)]).toHaveLength(sections.length);
  });

  it("is the same bytes for the same submission, set once, and kept apart from what others may see", async () => {
    const short = (locale: "zh" | "en", changes: object = {}): Paper => {
      const paper = paperOf(locale, changes);
      return {
        ...paper,
        blocks: paper.blocks.filter(({ kind }) => kind === "heading" || kind === "contents"),
      };
    };
    const first = await keptPdf(short("zh"));
    expect(await keptPdf(short("zh", { now: new Date("2027-01-01T00:00:00.000Z") }))).toBe(first);
    expect(Buffer.from(await writePdf(short("zh"))).equals(first)).toBe(true);
    expect(await keptPdf(short("zh", { showRestricted: false }))).not.toBe(first);
    const draft = short("zh", { submitted: undefined });
    expect(await keptPdf(draft)).not.toBe(await keptPdf(draft));
    const [one, other] = await Promise.all([keptPdf(short("en")), keptPdf(short("en"))]);
    expect(one).toBe(other);
  });
});

function textsOf(paper: Paper): string[] {
  return paper.blocks.flatMap((block) => {
    switch (block.kind) {
      case "heading":
      case "text":
        return [block.text];
      case "contents":
        return [block.title];
      case "answer":
        return [block.label, block.text];
      case "facts":
        return block.facts.flatMap(({ label, text }) => [label, text]);
      case "files":
        return [block.label, ...block.files.flatMap(({ name, note }) => [name, note])];
      case "table":
        return [
          ...(block.label ? [block.label] : []),
          ...block.columns.map((column) => column.head),
          ...block.rows.flatMap(({ cells, beneath }) => [...cells, beneath ?? ""]),
        ];
    }
  });
}

/** Pages, and what a reader could copy out: the fonts' own maps from glyphs to characters. */
function readPdf(bytes: Uint8Array): { pages: number; characters: Set<string> } {
  const text = Buffer.from(bytes).toString("latin1");
  const characters = new Set<string>();
  for (const [, body = ""] of text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    const map = inflated(Buffer.from(body, "latin1"));
    if (!map?.includes("begincmap")) continue;
    for (const [, ranges = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
      for (const [, hex = ""] of ranges.matchAll(/<([0-9a-f ]+)>(?=[\s\]])/gi))
        for (const character of Buffer.from(hex.replaceAll(" ", ""), "hex").swap16().toString("utf16le"))
          characters.add(character);
  }
  return { pages: [...text.matchAll(/\/Type \/Page\b(?!s)/g)].length, characters };
}

/** On which page each thing stands, by its name in the document's structure. */
function placesIn(text: string) {
  const of = (name: string) =>
    [...text.matchAll(new RegExp(`/S /${name}\\n(?:(?!endobj)[^])*?/Pg (\\d+) 0 R`, "g"))].map(
      ([, page]) => page,
    );
  return { heads: of("TH"), cells: of("TD"), headings: of("H4"), paragraphs: of("P") };
}

function inflated(body: Buffer): string | undefined {
  try {
    return inflateSync(body).toString("latin1");
  } catch {
    return undefined;
  }
}
