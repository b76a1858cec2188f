import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fenFromWan, formatWan, looksLikeYuan, parseMoneyWan } from "#app/domain/shared/money.ts";

describe("parseMoneyWan", () => {
  test.each([
    ["12,000.00", 12_000_000_000],
    ["12000", 12_000_000_000],
    ["12,345.67", 12_345_670_000],
    ["1,2345.67", 12_345_670_000],
    ["１２，３４５．６７", 12_345_670_000],
    ["12345。67", 12_345_670_000],
    [" 12 345.67 ", 12_345_670_000],
    ["12,345.67万元", 12_345_670_000],
    ["¥12345.67 万", 12_345_670_000],
    ["RMB 12,345.67", 12_345_670_000],
    ["0.01", 10_000],
    [".5", 500_000],
    ["5.", 5_000_000],
    ["5.1000", 5_100_000],
    ["0", 0],
    ["000012", 12_000_000],
    ["999999999.99", 999_999_999_990_000],
  ])("%s is %d fen", (typed, fen) => {
    expect(parseMoneyWan(typed)).toEqual({ ok: true, value: fen });
  });

  test.each([
    ["", "empty"],
    ["万元", "empty"],
    ["1.2亿元", "unit"],
    ["12000元", "unit"],
    ["12,5", "commas"],
    ["1,23,456", "commas"],
    [",123", "commas"],
    ["12.345", "decimals"],
    ["-1", "negative"],
    ["－1", "negative"],
    ["1e5", "form"],
    ["1.2.3", "form"],
    [".", "form"],
    ["一百", "form"],
    ["1000000000", "too_large"],
    ["9".repeat(400), "too_large"],
  ])("%j is refused: %s", (typed, reason) => {
    expect(parseMoneyWan(typed)).toEqual({ ok: false, reason });
  });

  test("takes a loss where a loss is allowed", () => {
    expect(parseMoneyWan("−1,234.50", { allowNegative: true })).toEqual({ ok: true, value: -1_234_500_000 });
    expect(parseMoneyWan("-1000000000", { allowNegative: true })).toEqual({ ok: false, reason: "too_large" });
    expect(formatWan(-1_234_500_000)).toBe("-1,234.50");
  });

  test("every amount of two decimals survives being written and read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (hundredths) => {
        const fen = hundredths * 10_000;
        expect(parseMoneyWan(formatWan(fen))).toEqual({ ok: true, value: fen });
      }),
    );
  });
});

test.each([
  [12_345_670_000, "12,345.67"],
  [10_000, "0.01"],
  [4_999, "0.00"],
  [5_000, "0.01"],
  [0, "0.00"],
  [999_999_999_990_000, "999,999,999.99"],
])("formatWan(%d) is %s", (fen, text) => {
  expect(formatWan(fen)).toBe(text);
});

test("a million 万元 is more often a million 元", () => {
  expect(looksLikeYuan(fenFromWan(1_000_000))).toBe(true);
  expect(looksLikeYuan(fenFromWan(999_999.99))).toBe(false);
  expect(looksLikeYuan(fenFromWan(20_000), 10_000)).toBe(true);
});
