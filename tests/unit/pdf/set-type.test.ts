import { createRequire } from "node:module";
import { expect, test } from "vitest";

const require = createRequire(import.meta.url);
// Written for a worker thread, without types.
const { typesetter } = require("#app/platform/pdf/set-type.mjs");
const LineBreaker = require("linebreak");

/** A face in which every character is as wide as it is high. */
const font = {
  unitsPerEm: 1,
  hasGlyphForCodePoint: () => true,
  glyphForCodePoint: () => ({ advanceWidth: 1 }),
};
const doc = { registerFont: () => undefined, font: () => ({ _font: { font } }) };
const type = typesetter(doc, { fonts: { regular: ["a"] }, language: "zh", LineBreaker });

test.each([
  ["人均年薪（万元）", 6, ["人均年薪", "（万元）"]],
  ["Amount (RMB 10k)", 12, ["Amount", "(RMB 10k)"]],
  ["基金（有限合伙企业的普通合伙人）", 7, ["基金（有限合伙", "企业的普通合伙", "人）"]],
  ["（万元）", 2, ["（万", "元）"]],
])("%s in %i is set as %j", (text, most, lines) => {
  expect(type.wrap(text, most, 1, "regular")).toEqual(lines);
});

test("a column is as wide as its longest piece, a unit in its brackets among them", () => {
  expect(type.longestPiece("人均年薪（万元）", 1, "regular")).toBe(4);
});
