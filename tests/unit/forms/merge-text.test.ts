import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeTexts, movedCaret } from "#app/domain/forms/merge-text.ts";
import { textEdits, textTokens } from "#app/domain/forms/text-edits.ts";

const paragraph =
  "本项目建设一条6英寸砷化镓射频器件生产线，年产晶圆12,000片。\n项目总投资8.6亿元，其中设备投资占七成。产品用于5G基站和终端。";

describe("two people in one text", () => {
  it("at different places of a Chinese paragraph: both changes stand", () => {
    const mine = paragraph.replace("6英寸", "8英寸");
    const theirs = paragraph.replace("七成", "八成以上");
    const merged = paragraph.replace("6英寸", "8英寸").replace("七成", "八成以上");
    expect(mergeTexts(paragraph, mine, theirs)).toBe(merged);
  });

  it("at different words of an English sentence, beginning and end", () => {
    expect(
      mergeTexts(
        "The line makes power devices.",
        "The pilot line makes power devices.",
        "The line makes power devices for trains.",
      ),
    ).toBe("The pilot line makes power devices for trains.");
  });

  it("at the same place: nobody's text is taken for the other's", () => {
    expect(mergeTexts(paragraph, `${paragraph}甲`, `${paragraph}乙`)).toBeUndefined();
    expect(mergeTexts("", "甲写的", "乙写的")).toBeUndefined();
    expect(
      mergeTexts(paragraph, paragraph.replace("七成", "六成"), paragraph.replace("七成", "八成")),
    ).toBeUndefined();
  });

  it("in one figure is a question, never a third figure", () => {
    expect(mergeTexts("产能12,000片", "产能22,000片", "产能12,500片")).toBeUndefined();
    expect(
      mergeTexts("capacity 1200 wafers", "capacity 11200 wafers", "capacity 12001 wafers"),
    ).toBeUndefined();
  });

  it("one rewrote a passage in which the other changed a word: a question", () => {
    const mine = "采用自主设计的工艺，良率达到九成，成本低于同行。";
    expect(
      mergeTexts("项目的技术来自高校，良率的目标是八成。", mine, "项目的技术来自研究所，良率的目标是八成。"),
    ).toBeUndefined();
  });

  it("the same change twice is one change", () => {
    const both = paragraph.replace("6英寸", "8英寸");
    expect(mergeTexts(paragraph, both, both.replace("七成", "八成"))).toBe(both.replace("七成", "八成"));
  });

  it("a deletion and an insertion elsewhere", () => {
    const mine = paragraph.replace("，其中设备投资占七成", "");
    const theirs = `摘要：${paragraph}`;
    expect(mergeTexts(paragraph, mine, theirs)).toBe(`摘要：${mine}`);
  });

  it("takes a moment even of the longest texts, wholly rewritten", () => {
    const words = Array.from({ length: 20_000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * 7919) % 9000)),
    );
    const base = words.join("");
    const began = performance.now();
    mergeTexts(
      base,
      words.toReversed().join(""),
      words.map((word, index) => (index % 3 ? word : "改")).join(""),
    );
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

/** Texts of few different tokens, so that chance matches abound. */
const token = fc.constantFrom("甲", "乙", "丙", "，", "line ", "12,000", "\n", "𠮷", "é", " ");
const text = fc.array(token, { maxLength: 30 }).map((tokens) => tokens.join(""));

describe("whatever is typed", () => {
  it("tokens joined are the text, and edits lead from one text to the other", () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: "grapheme" })),
        fc.oneof(text, fc.string()),
        (from, to) => {
          const [a, b] = [textTokens(from), textTokens(to)];
          expect(a.join("")).toBe(from);
          let [result, at] = ["", 0];
          for (const { start, end, insert } of textEdits(a, b)) {
            result += a.slice(at, start).join("") + insert.join("");
            at = end;
          }
          expect(result + a.slice(at).join("")).toBe(to);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("merging does not depend on who is called mine", () => {
    fc.assert(
      fc.property(text, text, text, (base, a, b) => {
        expect(mergeTexts(base, a, b)).toBe(mergeTexts(base, b, a));
      }),
      { numRuns: 1000 },
    );
  });

  it("loses nothing that either put in", () => {
    fc.assert(
      fc.property(text, text, text, (base, a, b) => {
        const merged = mergeTexts(base, a, b);
        if (merged === undefined) return;
        const tokens = textTokens(base);
        for (const typed of [a, b])
          for (const { insert } of textEdits(tokens, textTokens(typed)))
            expect(merged).toContain(insert.join(""));
      }),
      { numRuns: 1000 },
    );
  });

  it("what each added at places of their own is all there, once", () => {
    const places = fc.uniqueArray(fc.nat({ max: 40 }), { maxLength: 6 });
    fc.assert(
      fc.property(places, places, (first, second) => {
        const base = Array.from({ length: 41 }, (_, index) => String.fromCodePoint(0x4e00 + index));
        const withMarks = (marks: readonly number[], mark: string) =>
          base.map((word, index) => (marks.includes(index) ? `${word}${mark}${index};` : word)).join("");
        const merged = mergeTexts(base.join(""), withMarks(first, "a"), withMarks(second, "b"));
        if (merged === undefined) {
          const near = first.some((a) => second.some((b) => Math.abs(a - b) <= 5));
          expect(near).toBe(true);
          return;
        }
        for (const [marks, mark] of [
          [first, "a"],
          [second, "b"],
        ] as const)
          for (const index of marks) expect(merged.split(`${mark}${index};`)).toHaveLength(2);
      }),
      { numRuns: 500 },
    );
  });

  it("merged once more it stays as it is, or a person is asked", () => {
    fc.assert(
      fc.property(text, text, text, (base, a, b) => {
        const merged = mergeTexts(base, a, b);
        if (merged === undefined) return;
        expect(mergeTexts(merged, merged, merged)).toBe(merged);
        expect(mergeTexts(a, a, merged)).toBe(merged);
        expect([merged, undefined]).toContain(mergeTexts(base, merged, merged));
        expect(mergeTexts(base, base, merged)).toBe(merged);
      }),
      { numRuns: 1000 },
    );
  });

  it("the caret stays where its neighbours are", () => {
    expect(movedCaret("甲乙丙", "新甲乙丙", 2)).toBe(3);
    expect(movedCaret("甲乙丙", "甲乙丙新", 2)).toBe(2);
    expect(movedCaret("甲乙丙", "甲乙丙新", 3)).toBe(3);
    expect(movedCaret("前面。甲乙丙", "甲乙丙", 4)).toBe(1);
    fc.assert(
      fc.property(text, text, fc.nat(60), (before, after, caret) => {
        const moved = movedCaret(before, after, Math.min(caret, before.length));
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(after.length);
      }),
    );
  });
});
