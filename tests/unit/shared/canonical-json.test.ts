import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";

describe("canonicalJson", () => {
  it.each([
    [{ b: 1, a: [true, null], 甲: "子" }, '{"a":[true,null],"b":1,"甲":"子"}'],
    [{ a: undefined }, "{}"],
    [{ 10: "x", 9: "y" }, '{"10":"x","9":"y"}'],
    ['"\n\u2028', '"\\"\\n\u2028"'],
    [-0, "0"],
    [1e21, "1e+21"],
  ])("writes %j one way", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("refuses %s", (value) => {
    expect(() => canonicalJson({ value })).toThrow("has no JSON form");
  });

  it("does not depend on the order of keys, and loses nothing", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value as Json);
        expect(canonicalJson(reversed(value) as Json)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, member]) => [key, reversed(member)]);
  return Object.fromEntries(entries.toReversed());
}
