import { divideDecimals, formatDecimal, type Decimal } from "#app/domain/shared/decimal.ts";
import { formatWan, groupThousands } from "#app/domain/shared/money.ts";
import type { Language } from "./definition.ts";

const fenPerYi = 10_000_000_000;
const fenPerMillion = 100_000_000;

/** Beside a 万元 box: 1.2亿元 from 10,000万元 upwards, or RMB 120 million. Null where it would add nothing. */
export function moneyReadout(fen: number, language: Language): string | null {
  if (language === "en") return moneyInEnglish(fen);
  return Math.abs(fen) >= 10_000 * 1_000_000 ? `${inUnits(fen, fenPerYi)}亿元` : null;
}

/** 86,000.00万元（8.6亿元）, or RMB 860 million. */
export function formatMoney(fen: number, language: Language): string {
  if (language === "en") return moneyInEnglish(fen);
  const inYi = moneyReadout(fen, "zh");
  return inYi ? `${formatWan(fen)}万元（${inYi}）` : `${formatWan(fen)}万元`;
}

export function formatGrouped(figure: Decimal, places?: number): string {
  const [whole = "", fraction] = formatDecimal(figure, places).split(".");
  return fraction === undefined ? groupThousands(whole) : `${groupThousands(whole)}.${fraction}`;
}

export function withoutTrailingZeros(figure: Decimal): Decimal {
  let { units, scale } = figure;
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return { units, scale };
}

function moneyInEnglish(fen: number): string {
  return Math.abs(fen) >= fenPerMillion
    ? `RMB ${inUnits(fen, fenPerMillion)} million`
    : `RMB ${inUnits(fen, 100)}`;
}

/** At most four places, no zeros at the end. */
const inUnits = (fen: number, unit: number): string =>
  formatGrouped(
    withoutTrailingZeros(
      divideDecimals({ units: BigInt(fen), scale: 0 }, { units: BigInt(unit), scale: 0 }, 4),
    ),
  );
