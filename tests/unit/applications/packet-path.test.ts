import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachmentPath } from "#app/domain/applications/packet/packet-path.ts";

const licence = { code: "A01", name: "营业执照" };

describe("the path of an attachment", () => {
  it.each([
    ["执照 2026.PDF", "attachments/007-A01-营业执照-执照 2026.pdf"],
    ["../../etc/passwd", "attachments/007-A01-营业执照-etc passwd"],
    ["C:\\Users\\li\\a.pdf", "attachments/007-A01-营业执照-C Users li a.pdf"],
    ["a\u202efdp.exe", "attachments/007-A01-营业执照-a fdp.exe"],
    ["财务\u0000\u0007\n报表?.xlsx", "attachments/007-A01-营业执照-财务 报表.xlsx"],
    ["...", "attachments/007-A01-营业执照"],
    [".pdf", "attachments/007-A01-营业执照-pdf"],
    ["a. .pdf", "attachments/007-A01-营业执照-a.pdf"],
    ["e\u0301.pdf", "attachments/007-A01-营业执照-é.pdf"],
    ["\ud800x.pdf", "attachments/007-A01-营业执照-\ufffdx.pdf"],
    ["nul", "attachments/007-A01-营业执照-nul"],
  ])("of %j is safe", (name, path) => {
    expect(attachmentPath(7, licence, name)).toBe(path);
  });

  it("stays short in bytes, whole in characters and keeps what kind of file it is", () => {
    const path = attachmentPath(12, { name: "题".repeat(300) }, `${"名😀".repeat(300)}.pdf`);
    expect(Buffer.byteLength(path)).toBeLessThan(200);
    expect(path).toMatch(/^attachments\/012-题+-(名😀)+名?\.pdf$/u);
  });

  it("leads nowhere else and is like no other, whatever the names are", () => {
    const name = fc.string({ unit: "binary", maxLength: 400 });
    fc.assert(
      fc.property(name, name, fc.option(name, { nil: undefined }), (file, question, code) => {
        const path = attachmentPath(3, { code: code?.slice(0, 12), name: question }, file);
        const parts = path.split("/");
        expect(parts).toHaveLength(2);
        expect(parts[1]).toMatch(/^003(-|\.|$)/);
        expect(path).not.toMatch(/[\p{Cc}\p{Cf}\\:*?"<>|]|[. ]$/u);
        expect(Buffer.byteLength(path)).toBeLessThan(255);
        expect(path.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
