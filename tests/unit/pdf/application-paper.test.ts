import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Paper } from "#app/platform/pdf/paper.ts";
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
  ...{ companyNameZh: "甲子示例公司", companyNameEn: "Jiazi Example", uscc: "91140900MA0KX12R1D" },
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
});

function textsOf(paper: Paper): string[] {
  return paper.blocks.flatMap((block) => {
    switch (block.kind) {
      case "heading":
      case "text":
        return [block.text];
      case "answer":
        return [block.label, block.text];
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

function inflated(body: Buffer): string | undefined {
  try {
    return inflateSync(body).toString("latin1");
  } catch {
    return undefined;
  }
}
