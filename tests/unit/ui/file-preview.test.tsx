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

  test("a PDF is fetched only when it is unfolded, under a title", () => {
    const html = render(<FilePreview file={file("股权结构图.pdf")} locale="zh" />);
    expect(visibleText(html)).toBe("PDF，1.2 MB在本页查看");
    expect(attributes(html, "<iframe")).toEqual({
      src: "/files/f1?inline=1",
      title: "文件：股权结构图.pdf",
      loading: "lazy",
    });
    expect(attributes(html, "<details")["class"]).toContain("no-print");
    expect(html).not.toContain("open=");
  });

  test("a picture says whose it is", () => {
    const html = render(<FilePreview file={file("site.jpg")} locale="en" />);
    expect(attributes(html, "<img")).toMatchObject({ alt: "File: site.jpg", loading: "lazy" });
  });

  test("anything else says what it is and how large, and opens nothing", () => {
    const html = render(<FilePreview file={file("设备清单.xlsx")} locale="zh" />);
    expect(visibleText(html)).toBe("表格文件，1.2 MB");
    expect(html).not.toMatch(/<details|<iframe|<img/);
  });
});
