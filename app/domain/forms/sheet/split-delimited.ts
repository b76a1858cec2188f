/** A sheet as text, row by row: what stands in a spreadsheet, a CSV file or a pasted range. */
export type Grid = string[][];

const delimiters = ["\t", ",", ";"] as const;
type Delimiter = (typeof delimiters)[number];

/**
 * Text as Excel, WPS and others write or copy it: tabs, commas or semicolons, quotes around what contains them.
 * Total: a quote that never closes ends with the text.
 */
export function splitDelimited(text: string, delimiter?: Delimiter): Grid {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const named = /^sep=([\t,;])\n/i.exec(plain);
  const body = named ? plain.slice(named[0].length) : plain;
  const between = (named?.[1] as Delimiter | undefined) ?? delimiter ?? delimiterOf(body);
  return withoutEmptyEnds(splitBy(body, between));
}

function splitBy(text: string, delimiter: Delimiter): Grid {
  const rows: Grid = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = cellAt(text, at, delimiter);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === delimiter) {
      at += 1;
      if (at === text.length) row.push("");
    } else {
      rows.push(row);
      row = [];
      at += 1;
    }
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function cellAt(text: string, start: number, delimiter: Delimiter): { text: string; end: number } {
  if (text[start] === '"') {
    const quoted = quotedAt(text, start);
    if (quoted && (quoted.end === text.length || text[quoted.end] === delimiter || text[quoted.end] === "\n"))
      return quoted;
  }
  const line = indexOrEnd(text, "\n", start);
  const end = Math.min(line, indexOrEnd(text, delimiter, start));
  return { text: text.slice(start, end), end };
}

/** A cell that only begins with a quote, such as 8" for inches, is no quoted cell. */
function quotedAt(text: string, start: number): { text: string; end: number } | null {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    if (text[quote + 1] !== '"')
      return { text: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 };
    at = quote + 2;
  }
}

/** The one that stands most often outside quotes in the first lines; a tab says it is a copied range. */
function delimiterOf(text: string): Delimiter {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, "");
  const lines = head.split("\n").slice(0, 20);
  const count = (delimiter: string) => lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0);
  if (count("\t") > 0) return "\t";
  return count(";") > count(",") ? ";" : ",";
}

const indexOrEnd = (text: string, wanted: string, from: number): number => {
  const at = text.indexOf(wanted, from);
  return at < 0 ? text.length : at;
};

/** Rows and columns at the end in which nothing stands. */
export function withoutEmptyEnds(grid: Grid): Grid {
  let width = 0;
  let height = 0;
  grid.forEach((row, index) => {
    row.forEach((cell, column) => {
      if (cell.trim() === "") return;
      width = Math.max(width, column + 1);
      height = index + 1;
    });
  });
  return grid.slice(0, height).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
}

export const transposed = (grid: Grid): Grid =>
  Array.from({ length: grid[0]?.length ?? 0 }, (_, column) => grid.map((row) => row[column] ?? ""));
