/** An exact decimal, units × 10^-scale. Scores and shares are never floating point. */
export type Decimal = { readonly units: bigint; readonly scale: number };

export const zero: Decimal = { units: 0n, scale: 0 };

/** Plain notation only (`-12.50`): no exponent, no grouping, no surrounding space. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^(-?)([0-9]*)(?:\.([0-9]*))?$/.exec(text);
  if (!match) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  if (whole === "" && fraction === "") return null;
  const units = BigInt(`${whole}${fraction}`);
  return { units: sign === "-" ? -units : units, scale: fraction.length };
}

/** For literals and values already checked. */
export function decimal(value: string | number | bigint): Decimal {
  const parsed = parseDecimal(String(value));
  if (!parsed) throw new RangeError(`not a plain decimal: ${value}`);
  return parsed;
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export const negateDecimal = (a: Decimal): Decimal => ({ units: -a.units, scale: a.scale });

export const subtractDecimals = (a: Decimal, b: Decimal): Decimal => addDecimals(a, negateDecimal(b));

export const multiplyDecimals = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
});

export const sumDecimals = (values: readonly Decimal[]): Decimal => values.reduce(addDecimals, zero);

/** The quotient, rounded half-up to `scale` places. */
export function divideDecimals(a: Decimal, b: Decimal, scale: number): Decimal {
  if (b.units === 0n) throw new RangeError("division by zero");
  const shift = scale + b.scale - a.scale;
  const numerator = shift >= 0 ? a.units * 10n ** BigInt(shift) : a.units;
  const denominator = shift >= 0 ? b.units : b.units * 10n ** BigInt(-shift);
  return { units: divideHalfUp(numerator, denominator), scale };
}

/** Half-up, as people round by hand: 0.125 → 0.13 and −0.125 → −0.13. */
export function roundDecimal(a: Decimal, scale: number): Decimal {
  if (a.scale <= scale) return { units: unitsAt(a, scale), scale };
  return { units: divideHalfUp(a.units, 10n ** BigInt(a.scale - scale)), scale };
}

export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale);
  const difference = unitsAt(a, scale) - unitsAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const isAtLeast = (a: Decimal, limit: Decimal): boolean => compareDecimals(a, limit) >= 0;

/** Its own places, or exactly `places` after rounding. */
export function formatDecimal(a: Decimal, places = a.scale): string {
  const { units, scale } = places === a.scale ? a : roundDecimal(a, places);
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const sign = units < 0n ? "-" : "";
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The nearest double, for a spreadsheet cell or a chart; never for further arithmetic. */
export const decimalToNumber = (a: Decimal): number => Number(formatDecimal(a));

const unitsAt = (a: Decimal, scale: number): bigint => a.units * 10n ** BigInt(scale - a.scale);

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = (2n * n + d) / (2n * d);
  return negative ? -quotient : quotient;
}
