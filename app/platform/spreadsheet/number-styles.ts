import { attributeOf, xmlTokens } from "./xml-tags.ts";

/** How a number of a workbook is meant. */
export type NumberStyle = "plain" | "percent" | "date" | "time";

/** Formats every program knows by number: 14–22 and 45–47 are dates and times, as are some of East Asia's. */
function knownFormat(id: number): NumberStyle {
  if (id === 9 || id === 10) return "percent";
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return "date";
  if (id === 22) return "time";
  return "plain";
}

/** By the code of a format; what stands in quotes or brackets, such as a unit or a colour, says nothing. */
export function styleOfFormat(code: string): NumberStyle {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!h|m|s)[^\]]*\]/gi, "")
    .split(";")[0]!;
  if (bare.includes("%")) return "percent";
  if (!/[yd]/i.test(bare)) return "plain";
  return /h/i.test(bare) ? "time" : "date";
}

/** By the number a cell's style has. */
export function readNumberStyles(xml: string): NumberStyle[] {
  const formats = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  for (const token of xmlTokens(xml)) {
    if (token.kind === "text") continue;
    if (token.name === "cellXfs") inCells = token.kind === "open" && !token.isEmpty;
    if (token.kind !== "open") continue;
    if (token.name === "numFmt")
      formats.set(
        Number(attributeOf(token.attributes, "numFmtId")),
        attributeOf(token.attributes, "formatCode") ?? "",
      );
    if (token.name !== "xf" || !inCells) continue;
    const id = Number(attributeOf(token.attributes, "numFmtId") ?? 0);
    const code = formats.get(id);
    styles.push(code === undefined ? knownFormat(id) : styleOfFormat(code));
  }
  return styles;
}
