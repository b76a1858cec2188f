import {
  compareDecimals,
  decimal,
  formatDecimal,
  parseDecimal,
  type Decimal,
} from "#app/domain/shared/decimal.ts";
import {
  fenFromWan,
  formatWan,
  groupThousands,
  looksLikeYuan,
  parseMoneyWan,
} from "#app/domain/shared/money.ts";
import type { Field } from "./definition.ts";
import { moneyReadout, withoutTrailingZeros } from "./format-figure.ts";
import { error, noParams, same, warning, type Fault, type IssueCode } from "./issue.ts";

export type Parsed<Value> = { value: Value | null; fault?: Fault };
type FieldOf<T extends Field["type"]> = Extract<Field, { type: T }>;

const refusedWith = (code: IssueCode, params = noParams): Parsed<never> => ({
  value: null,
  fault: error(code, params),
});

/** Full width, thousands separators and spaces are how people write; they are not part of the figure. */
export function readDecimal(typed: string): Decimal | null {
  const text = typed
    .normalize("NFKC")
    .replace(/[\s\p{Cf}]/gu, "")
    .replaceAll("。", ".")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/^\+/, "");
  if (text.length > 40) return null;
  if (!text.includes(",")) return parseDecimal(text);
  return /^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?$/.test(text) ? parseDecimal(text.replaceAll(",", "")) : null;
}

export function parseInteger(field: Pick<FieldOf<"integer">, "min" | "max">, typed: string): Parsed<number> {
  const figure = readDecimal(typed);
  if (!figure) return refusedWith("not_a_number");
  const whole = withoutTrailingZeros(figure);
  if (whole.scale > 0) return refusedWith("not_whole");
  const bounds = outside(
    whole,
    field.min,
    Math.min(field.max ?? Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  );
  return bounds ? { value: null, fault: bounds } : { value: Number(whole.units) };
}

export function parseDecimalAnswer(
  field: FieldOf<"decimal"> | FieldOf<"percent">,
  typed: string,
): Parsed<string> {
  const percent = field.type === "percent";
  const figure = readDecimal(percent ? typed.replace(/[%％]\s*$/, "") : typed);
  if (!figure) return refusedWith("not_a_number");
  const plain = withoutTrailingZeros(figure);
  const places = field.places ?? 2;
  if (plain.scale > places) return refusedWith("too_many_places", { places: same(places) });
  const bounds = outside(
    plain,
    field.min ?? (percent ? 0 : undefined),
    field.max ?? (percent ? 100 : undefined),
  );
  return bounds ? { value: null, fault: bounds } : { value: formatDecimal(plain) };
}

const moneyFaults = {
  empty: "money_form",
  unit: "money_unit",
  commas: "money_commas",
  form: "money_form",
  decimals: "too_many_places",
  negative: "money_negative",
  too_large: "money_form",
} as const;

export function parseMoneyAnswer(field: FieldOf<"money">, typed: string): Parsed<number> {
  const parsed = parseMoneyWan(typed, { allowNegative: field.allowNegative === true });
  if (!parsed.ok) return refusedWith(moneyFaults[parsed.reason], { places: same(2) });
  const fen = parsed.value;
  const yuan = asYuan(fen, field.likelyMax);
  if (yuan?.level === "error") return { value: null, fault: yuan };
  if (field.min !== undefined && fen < fenFromWan(field.min)) {
    return refusedWith("too_small", { min: same(formatWan(fenFromWan(field.min))) });
  }
  if (field.max !== undefined && fen > fenFromWan(field.max)) {
    return refusedWith("too_large", { max: same(formatWan(fenFromWan(field.max))) });
  }
  return yuan ? { value: fen, fault: yuan } : { value: fen };
}

/** What to ask about an amount that looks like 元 typed into a 万元 box; nothing of one that does not. */
export function doubtfulAmount(field: FieldOf<"money">, typed: string): Fault | undefined {
  const { fault } = parseMoneyAnswer(field, typed);
  return fault?.code === "money_as_yuan" ? fault : undefined;
}

/** From 100亿元 a figure is asked about; a hundred times the likely amount cannot be meant. */
function asYuan(fen: number, likelyMax = 1_000_000): Fault | null {
  if (!looksLikeYuan(fen, likelyMax)) return null;
  const meant = Math.round(fen / 10_000);
  const params = {
    meant: {
      zh: moneyReadout(meant, "zh") ?? `${formatWan(meant)}万元`,
      en: moneyReadout(meant, "en") ?? "",
    },
    typed: { zh: moneyReadout(fen, "zh") ?? "", en: moneyReadout(fen, "en") ?? "" },
    wan: same(formatWan(meant)),
  };
  return looksLikeYuan(fen, likelyMax * 100)
    ? error("money_as_yuan", params)
    : warning("money_as_yuan", params);
}

export function outside(figure: Decimal, min: number | undefined, max: number | undefined): Fault | null {
  if (min !== undefined && compareDecimals(figure, decimal(min)) < 0) {
    return error("too_small", { min: same(groupThousands(String(min))) });
  }
  if (max !== undefined && compareDecimals(figure, decimal(max)) > 0) {
    return error("too_large", { max: same(groupThousands(String(max))) });
  }
  return null;
}
