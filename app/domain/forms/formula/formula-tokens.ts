export interface Token {
  kind: "word" | "number" | "text" | "sign" | "end";
  /** As written; of a text, what it says. */
  text: string;
  /** In characters of the formula. */
  start: number;
  end: number;
}

export type FormulaErrorCode =
  | "empty"
  | "strange_character"
  | "text_open"
  | "bracket_open"
  | "unexpected"
  | "ends_early"
  | "unknown_function"
  | "needs_table"
  | "needs_where"
  | "needs_text"
  | "needs_number"
  | "too_long"
  | "wrong_count";

export class FormulaError extends Error {
  readonly code: FormulaErrorCode;
  readonly start: number;
  readonly end: number;
  readonly word: string;

  constructor(code: FormulaErrorCode, start: number, end: number, word: string) {
    super(`${code} at ${start}: ${word}`);
    this.code = code;
    this.start = start;
    this.end = end;
    this.word = word;
  }
}

/** Chinese and typographic signs that mean the same. */
const same: Record<string, string> = {
  ...{ "（": "(", "）": ")", "，": ",", "：": ":", "＋": "+", "－": "-", "−": "-", "×": "*", "÷": "/" },
  ...{ "＝": "=", "≠": "!=", "<>": "!=", "≤": "<=", "≥": ">=", "＜": "<", "＞": ">", "==": "=" },
};

const patterns: [kind: Token["kind"], pattern: RegExp][] = [
  ["word", /[a-z][a-z0-9_]*/iy],
  ["number", /\d+(?:\.\d+)?/y],
  ["sign", /<=|>=|!=|<>|==|[-+*/()[\],.:=<>（），：＋－−×÷＝≠≤≥＜＞]/y],
];

export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    if (/\s/.test(formula[at]!)) at += 1;
    else {
      const token = quotedAt(formula, at) ?? plainAt(formula, at);
      tokens.push(token);
      at = token.end;
    }
  }
  return [...tokens, { kind: "end", text: "", start: formula.length, end: formula.length }];
}

function plainAt(formula: string, start: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = start;
    const found = pattern.exec(formula)?.[0];
    if (found !== undefined) return { kind, text: same[found] ?? found, start, end: start + found.length };
  }
  const character = String.fromCodePoint(formula.codePointAt(start) ?? 0);
  throw new FormulaError("strange_character", start, start + character.length, character);
}

/** "…" with the escapes of JSON, or “…” as typed in Chinese. */
function quotedAt(formula: string, start: number): Token | undefined {
  const opening = formula[start];
  if (opening === "“") {
    const close = formula.indexOf("”", start);
    if (close < 0) throw new FormulaError("text_open", start, formula.length, formula.slice(start));
    return { kind: "text", text: formula.slice(start + 1, close), start, end: close + 1 };
  }
  if (opening !== '"') return undefined;
  let end = start + 1;
  while (end < formula.length && formula[end] !== '"') end += formula[end] === "\\" ? 2 : 1;
  try {
    const text = JSON.parse(formula.slice(start, end + 1)) as string;
    return { kind: "text", text, start, end: end + 1 };
  } catch {
    throw new FormulaError("text_open", start, formula.length, formula.slice(start, end));
  }
}
