import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDecimals,
  compareDecimals,
  decimal,
  decimalToNumber,
  divideDecimals,
  formatDecimal,
  isAtLeast,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
  subtractDecimals,
  sumDecimals,
} from "#app/domain/shared/decimal.ts";

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => ({ units, scale }));

test.each([
  ["12.50", "12.50"],
  ["-0.05", "-0.05"],
  [".5", "0.5"],
  ["5.", "5"],
  ["0000", "0"],
])("parseDecimal(%s) is %s", (text, shown) => {
  expect(formatDecimal(parseDecimal(text)!)).toBe(shown);
});

test.each(["", ".", "-", "1e3", "1,000", " 1", "0x10", "NaN", "１"])(
  "parseDecimal(%j) is refused",
  (text) => {
    expect(parseDecimal(text)).toBeNull();
    expect(() => decimal(text)).toThrow(RangeError);
  },
);

test.each([
  ["2.675", 2, "2.68"],
  ["1.005", 2, "1.01"],
  ["0.125", 2, "0.13"],
  ["-0.125", 2, "-0.13"],
  ["0.1249999", 2, "0.12"],
  ["79.5", 0, "80"],
  ["1.5", 3, "1.500"],
])("%s to %i places is %s", (text, places, rounded) => {
  expect(formatDecimal(roundDecimal(decimal(text), places))).toBe(rounded);
});

test.each([
  ["545", "7", 2, "77.86"],
  ["396", "5", 2, "79.20"],
  ["1", "8", 2, "0.13"],
  ["-1", "8", 2, "-0.13"],
  ["1", "0.004", 0, "250"],
  ["0.001", "3", 2, "0.00"],
])("%s / %s to %i places is %s", (a, b, places, quotient) => {
  expect(formatDecimal(divideDecimals(decimal(a), decimal(b), places))).toBe(quotient);
});

test("division by zero is an error, not an infinity", () => {
  expect(() => divideDecimals(decimal(1), decimal("0.00"), 2)).toThrow(RangeError);
});

describe("laws", () => {
  test("0.1 + 0.2 is 0.3", () => {
    expect(compareDecimals(addDecimals(decimal("0.1"), decimal("0.2")), decimal("0.30"))).toBe(0);
    expect(isAtLeast(decimal("3.0"), decimal(3))).toBe(true);
    expect(isAtLeast(decimal("2.99"), decimal(3))).toBe(false);
  });

  test("writing and reading loses nothing", () => {
    fc.assert(
      fc.property(anyDecimal, (a) => {
        expect(parseDecimal(formatDecimal(a))).toEqual(a);
      }),
    );
  });

  test("addition commutes, associates and is undone by subtraction", () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, anyDecimal, (a, b, c) => {
        expect(compareDecimals(sumDecimals([a, b, c]), sumDecimals([c, b, a]))).toBe(0);
        expect(compareDecimals(subtractDecimals(addDecimals(a, b), b), a)).toBe(0);
      }),
    );
  });

  test("a product divided by one factor is the other", () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        fc.pre(b.units !== 0n);
        expect(divideDecimals(multiplyDecimals(a, b), b, a.scale)).toEqual(a);
      }),
    );
  });

  test("rounding moves a value by at most half a unit, and compares as numbers do", () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, fc.integer({ min: 0, max: 4 }), (a, b, places) => {
        const moved = subtractDecimals(roundDecimal(a, places), a);
        const half = { units: 5n, scale: places + 1 };
        expect(
          compareDecimals({ ...moved, units: moved.units < 0n ? -moved.units : moved.units }, half),
        ).toBeLessThan(1);
        if (compareDecimals(a, b) === 1)
          expect(decimalToNumber(a)).toBeGreaterThanOrEqual(decimalToNumber(b));
      }),
    );
  });
});
