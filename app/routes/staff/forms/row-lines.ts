import type { Option } from "#app/domain/forms/definition.ts";
import { codeFromWords } from "#app/domain/forms/edit/code-from-words.ts";

/** Options and fixed rows as lines of text, typed or pasted from a spreadsheet. */

/** With cells that no line has room for, such as when a fixed row is required, rows stay rows. */
export const fitLines = (rows: readonly object[], code: string): boolean =>
  rows.every((row) => Object.keys(row).every((name) => [code, "label", "hint"].includes(name)));

export const lineOf = (row: Readonly<Record<string, unknown>>, code: string): string => {
  const { label, hint } = row as unknown as Option;
  return [row[code] ?? "", label?.zh ?? "", label?.en ?? "", ...(hint ? [hint.zh, hint.en] : [])].join(" | ");
};

/**
 * One row a line, its cells parted by tabs or upright strokes: code, Chinese, English, and the hint in both where
 * there is one. Without a code it is made from the English. Undefined where a line is none of these.
 */
export function rowsFromLines(text: string, code: string): Record<string, unknown>[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const rows: Record<string, unknown>[] = [];
  const taken = new Set<string>();
  for (const line of lines) {
    const cells = line.split(line.includes("\t") ? "\t" : /[|｜]/).map((cell) => cell.trim());
    const [own, zh, en, hintZh, hintEn] = cells.length === 2 ? ["", ...cells] : cells;
    if (!zh || !en || ![2, 3, 5].includes(cells.length) || hintZh === "" || hintEn === "") return undefined;
    const made = own || freeCode(en, rows.length + 1, taken);
    taken.add(made);
    rows.push({
      [code]: made,
      label: { zh, en },
      ...(hintZh !== undefined && { hint: { zh: hintZh, en: hintEn } }),
    });
  }
  return rows;
}

function freeCode(en: string, number: number, taken: ReadonlySet<string>): string {
  const stem = codeFromWords(en) ?? `option_${number}`;
  let free = stem;
  for (let serial = 2; taken.has(free); serial++) free = `${stem}_${serial}`;
  return free;
}
