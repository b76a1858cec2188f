import * as fc from "fast-check";
import { expect, test } from "vitest";
import { neutraliseCell } from "#app/platform/spreadsheet/neutralise-cell.ts";

test.each([
  "=1+1",
  "+8613800138000",
  "-2",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "\ttext",
  "\rtext",
  "\ntext",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(A1)",
  "−1",
  " =1+1",
  "\u00a0=1+1",
  "\u3000=1+1",
  "\u200b=1+1",
  "\ufeff=cmd|' /C calc'!A0",
])("%j is neutralised", (text) => {
  expect(neutraliseCell(text)).toBe(`'${text}`);
});

test.each(["", "甲子示例", "C5-0001", "1+1=2", "a@example.com", "'=1", " 前有空格", "–", "(1)", "#N/A"])(
  "%j is left alone",
  (text) => {
    expect(neutraliseCell(text)).toBe(text);
  },
);

test("nothing that comes out begins, blanks aside, as a formula", () => {
  const start = fc.constantFrom(
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    " ",
    "＝",
    "＋",
    "－",
    "＠",
    "\u200b",
    "x",
    "'",
  );
  fc.assert(
    fc.property(fc.array(start, { maxLength: 4 }), fc.string(), (head, tail) => {
      const text = neutraliseCell(head.join("") + tail);
      expect(text).not.toMatch(/^[\s\u200b]*[=+\-@＝＋－＠]/u);
      expect(text).not.toMatch(/^[\t\r\n]/);
      expect(neutraliseCell(text)).toBe(text);
    }),
  );
});
