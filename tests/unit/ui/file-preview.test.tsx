import { describe, expect, test } from "vitest";
import { fileKind, fileKinds, opensInPage } from "#app/domain/forms/file-kind.ts";
import { FilePreview } from "#app/ui/file-preview.tsx";
import { attributes, render, visibleText } from "./render.tsx";

const file = (name: string) => ({ id: "f1", name, size: 1_258_291 });

describe("a file in an application", () => {
  test.each([
    ["股权结构图.PDF", "pdf"],
    ["a.b.jpeg", "picture"],
    ["现场.png", "picture"],
    ["设备清单.xlsx", "spreadsheet"],
    ["路演.pptx", "slides"],
    ["page.html", "other"],
    ["drawing.svg", "other"],
    ["noending", "other"],
    ["pdf", "other"],
  ])("%s is a %s", (name, kind) => expect(fileKind(name)).toBe(kind));

  test("only a PDF and a picture open in the page", () =>
    expect(fileKinds.filter(opensInPage)).toEqual(["pdf", "picture"]));

  test("a PDF is left to the script, which fetches it under a title when it is unfolded", () => {
    const html = render(<FilePreview file={file("股权结构图.pdf")} locale="zh" />);
    expect(visibleText(html)).toBe("PDF，1.2 MB在本页查看");
    expect(attributes(html, "<details")).toEqual({
      class: "file-view no-print",
      "data-preview": "pdf",
      "data-src": "/files/f1?inline=1",
      "data-title": "文件：股权结构图.pdf",
      hidden: "",
    });
    expect(html).not.toMatch(/<iframe|<img/);
  });

  test("a picture says whose it is", () => {
    const html = render(<FilePreview file={file("site.jpg")} locale="en" />);
    expect(attributes(html, "<details")).toMatchObject({
      "data-preview": "picture",
      "data-title": "File: site.jpg",
    });
  });

  test("anything else says what it is and how large, and opens nothing", () => {
    const html = render(<FilePreview file={file("设备清单.xlsx")} locale="zh" />);
    expect(visibleText(html)).toBe("表格文件，1.2 MB");
    expect(html).not.toMatch(/<details|<iframe|<img/);
  });
});
