import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textDifference } from "#app/domain/shared/text-difference.ts";

describe("textDifference", () => {
  it("marks the words that went and came, in Chinese and English", () => {
    expect(textDifference("项目建设期三年，投资两亿元", "项目建设期四年，投资两亿元")).toEqual([
      { kind: "same", text: expect.stringMatching(/^项目建设期/) },
      { kind: "removed", text: expect.stringContaining("三") },
      { kind: "added", text: expect.stringContaining("四") },
      { kind: "same", text: expect.stringContaining("投资两亿元") },
    ]);
    expect(textDifference("six inch wafers", "eight inch wafers")).toEqual([
      { kind: "removed", text: "six" },
      { kind: "added", text: "eight" },
      { kind: "same", text: " inch wafers" },
    ]);
    expect(textDifference("", "全新")).toEqual([{ kind: "added", text: "全新" }]);
    expect(textDifference("一样", "一样")).toEqual([{ kind: "same", text: "一样" }]);
  });

  it("gives back both texts from its parts, whatever they are", () => {
    const text = fc
      .array(fc.constantFrom("碳化硅", "外延", "a", " ", "，", "6", "\n", "😀"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = textDifference(before, after);
        const side = (gone: string) =>
          parts
            .filter(({ kind }) => kind !== gone)
            .map((part) => part.text)
            .join("");
        expect(side("added")).toBe(before);
        expect(side("removed")).toBe(after);
      }),
    );
  });

  it("shows texts that share nothing as a whole, however long", () => {
    const words = (word: string) => Array.from({ length: 5_000 }, (_, index) => `${word}${index}`).join(" ");
    const parts = textDifference(words("a"), words("b"));
    expect(parts.map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});
