import type { NumberStyle } from "./number-styles.ts";

const dayMs = 86_400_000;

/** A cell's stored value as a person reads it in the sheet. */
export function cellText(
  { type, style, text }: { type: string; style: NumberStyle; text: string },
  strings: readonly string[],
  from1904: boolean,
): string {
  switch (type) {
    case "s":
      return strings[Number(text)] ?? "";
    case "b":
      return text.trim() === "1" ? "TRUE" : "FALSE";
    case "n":
      return text.trim() === "" ? "" : numberText(text.trim(), style, from1904);
    case "d":
      return text.replace(/T00:00:00(?:\.0+)?Z?$/, "");
    default:
      return text.replaceAll("_x000D_", "").replaceAll("\r\n", "\n");
  }
}

function numberText(text: string, style: NumberStyle, from1904: boolean): string {
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  if (style === "percent") return `${plainNumber(number * 100)}%`;
  if (style === "plain" || number < 1) return plainNumber(number);
  const days = from1904 ? number + 1462 : number;
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round((days * dayMs) / 1000) * 1000);
  if (Number.isNaN(at.getTime())) return plainNumber(number);
  const [day = "", time = ""] = at.toISOString().split("T");
  return style === "time" ? `${day} ${time.slice(0, 5)}` : day;
}

/** Fifteen digits, as spreadsheets themselves count, and never an exponent. */
function plainNumber(number: number): string {
  const rounded = Number(number.toPrecision(15));
  const text = String(rounded);
  if (!text.includes("e")) return text;
  return Math.abs(rounded) >= 1
    ? BigInt(Math.round(rounded)).toString()
    : rounded.toFixed(20).replace(/0+$/, "");
}
