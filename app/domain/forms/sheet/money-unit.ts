import { type Decimal, formatDecimal, roundDecimal } from "#app/domain/shared/decimal.ts";
import { withoutTrailingZeros } from "../format-figure.ts";
import { readDecimal } from "../parse-figure.ts";

/** What the figures of a sheet's column count. The form counts in 万元. */
export const moneyUnits = ["wan", "yuan", "thousand", "million", "yi"] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

/** Powers of ten from the unit to 万元. */
const shifts: Record<MoneyUnit, number> = { wan: 0, yuan: -4, thousand: -1, million: 2, yi: 4 };

const words: readonly (readonly [RegExp, MoneyUnit])[] = [
  [/亿|hundred million/i, "yi"],
  [/百万|million|\bmn\b/i, "million"],
  [/万|\b10\s?k\b|ten thousand|10,?000/i, "wan"],
  [/千元|thousand|\b[0-9]*k\b/i, "thousand"],
  [/元|yuan|rmb|cny|[¥￥]/i, "yuan"],
];

/** The unit a column's head names, such as 单价（元） or 单价/万元; undefined where it names none. */
export function moneyUnitIn(head: string): MoneyUnit | undefined {
  const text = head.normalize("NFKC").trim();
  const place =
    /\(([^()]*)\)\s*$/.exec(text) ??
    /[/,:\s]([^/,:]+)$/.exec(text) ??
    /((?:亿|百万|千万|万|千)?元)$/.exec(text);
  return place ? words.find(([word]) => word.test(place[1] ?? ""))?.[1] : undefined;
}

const amountForm =
  /^(?:[¥￥]|rmb|cny|人民币)?(-?[0-9][0-9,.]*)(?:(亿|百万|千万|万|千)?元?|(million|mn))(?:人民币|rmb|cny)?$/i;
const ownShifts: Record<string, number> = { 亿: 4, 千万: 3, 百万: 2, 万: 0, 千: -1, million: 2, mn: 2 };

/**
 * An amount as it would be typed in 万元: its own unit first (`200万元`, `1.2亿元`, `¥2,000,000元`), else the column's.
 * Half a fen is rounded up as people do. Null where it is no amount, so that it is kept as it was typed.
 */
export function readSheetMoney(typed: string, unit: MoneyUnit): string | null {
  const text = typed
    .normalize("NFKC")
    .replace(/[\s\p{Cf}]/gu, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/^\(([^()]+)\)$/, "-$1");
  const match = amountForm.exec(text);
  if (!match) return null;
  const [, figure = "", own, abroad] = match;
  const word = (own ?? abroad)?.toLowerCase();
  const hasOwnUnit = word !== undefined || /元/.test(text);
  const shift = word !== undefined ? (ownShifts[word] ?? 0) : hasOwnUnit ? shifts.yuan : shifts[unit];
  const amount = readDecimal(figure);
  if (!amount) return null;
  if (shift === 0) return figure;
  const wan = withoutTrailingZeros(roundDecimal(shifted(amount, shift), 2));
  return formatDecimal(wan);
}

const shifted = ({ units, scale }: Decimal, power: number): Decimal =>
  power >= 0 ? { units: units * 10n ** BigInt(power), scale } : { units, scale: scale - power };
