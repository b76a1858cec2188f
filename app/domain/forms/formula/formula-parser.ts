import type { Expression } from "../expression.ts";
import { formulaWords } from "./formula-words.ts";
import { FormulaError, type FormulaErrorCode, type Token, tokensOf } from "./formula-tokens.ts";

/** A part of a formula with what it was read from; `parts` are its operands by their path. */
export interface Parsed {
  expression: Expression;
  start: number;
  end: number;
  parts: readonly (readonly [path: string, part: Parsed])[];
}

const comparisons: Record<string, string> = {
  "=": "eq",
  "!=": "ne",
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
};

/** One token of sight; brackets within brackets this deep are refused before the stack is. */
const deepest = 50;

export class FormulaParser {
  readonly #tokens: Token[];
  #at = 0;
  #depth = 0;

  constructor(formula: string) {
    this.#tokens = tokensOf(formula);
  }

  whole(): Parsed {
    const parsed = this.#expression();
    if (this.#next.kind !== "end") throw this.#unexpected();
    return parsed;
  }

  get #next(): Token {
    return this.#tokens[this.#at]!;
  }

  #expression(): Parsed {
    this.#depth += 1;
    if (this.#depth > deepest) throw this.#error("too_long", this.#next);
    const parsed = this.#chain("or", () => this.#chain("and", () => this.#negation()));
    this.#depth -= 1;
    return parsed;
  }

  /** `a and b and c` is one list; what stands in brackets stays apart. */
  #chain(word: "and" | "or", part: () => Parsed): Parsed {
    const parts = [part()];
    while (this.#takes(word)) parts.push(part());
    return parts.length === 1 ? parts[0]! : listOf(word, parts);
  }

  #negation(): Parsed {
    const { start } = this.#next;
    if (!this.#takes("not")) return this.#comparison();
    this.#depth += 1;
    if (this.#depth > deepest) throw this.#error("too_long", this.#next);
    const inner = this.#negation();
    this.#depth -= 1;
    return { expression: { not: inner.expression }, start, end: inner.end, parts: [["not", inner]] };
  }

  #comparison(): Parsed {
    const left = this.#sum();
    const { text, kind } = this.#next;
    const operator = kind === "sign" ? comparisons[text] : undefined;
    if (operator !== undefined) {
      this.#at += 1;
      return pairOf(operator, left, this.#sum());
    }
    if (this.#takes("in")) return this.#withWords("in", left);
    if (this.#takes("mentions")) return this.#withWords("mentions", left);
    if (!this.#takes("includes")) return left;
    const word = this.#text();
    return made({ includes: [left.expression, word.text] }, left.start, word.end, [["includes.0", left]]);
  }

  #withWords(operator: "in" | "mentions", left: Parsed): Parsed {
    this.#demand("(");
    const words = [this.#text().text];
    while (this.#takes(",")) words.push(this.#text().text);
    const { end } = this.#demand(")");
    return made({ [operator]: [left.expression, words] } as Expression, left.start, end, [
      [`${operator}.0`, left],
    ]);
  }

  #sum(): Parsed {
    return this.#series({ "+": "add", "-": "subtract" }, () => this.#product());
  }

  #product(): Parsed {
    return this.#series({ "*": "multiply", "/": "divide" }, () => this.#atom());
  }

  /** Runs of + and of * are one list each; - and / take what stands left of them. */
  #series(signs: Record<string, string>, part: () => Parsed): Parsed {
    let parts = [part()];
    const joined = (): Parsed => (parts.length === 1 ? parts[0]! : listOf(Object.values(signs)[0]!, parts));
    for (;;) {
      const { kind, text } = this.#next;
      const operator = kind === "sign" ? signs[text] : undefined;
      if (operator === undefined) return joined();
      this.#at += 1;
      if (operator === "add" || operator === "multiply") parts.push(part());
      else parts = [pairOf(operator, joined(), part())];
    }
  }

  #atom(): Parsed {
    const token = this.#next;
    this.#at += 1;
    switch (token.kind) {
      case "number":
        return made(Number(token.text), token.start, token.end);
      case "text":
        return this.#nextIs("[") ? this.#fixedCell(token) : made(token.text, token.start, token.end);
      case "word":
        return this.#word(token);
      case "end":
        throw this.#error("ends_early", this.#tokens[this.#at - 2] ?? token);
      default:
        return this.#bracketed(token);
    }
  }

  #bracketed(token: Token): Parsed {
    if (token.text === "-") {
      const operand = this.#atom();
      const { expression } = operand;
      return typeof expression === "number"
        ? made(-expression, token.start, operand.end)
        : made({ subtract: [0, expression] }, token.start, operand.end, [["subtract.1", operand]]);
    }
    if (token.text !== "(") {
      this.#at -= 1;
      throw this.#unexpected();
    }
    const inner = this.#expression();
    const { end } = this.#demand(")");
    return { ...inner, start: token.start, end };
  }

  #word(token: Token): Parsed {
    const { text, start, end } = token;
    if (text === "yes" || text === "no") return made(text === "yes", start, end);
    if (text === "today") return made({ today: true }, start, end);
    if (text === "row") {
      this.#demand(".");
      const column = this.#name();
      return made({ cell: column.text }, start, column.end);
    }
    if (this.#nextIs("(")) return this.#call(token);
    if (this.#nextIs("[")) return this.#fixedCell(token);
    if (formulaWords.has(text)) throw this.#error("unexpected", token);
    return made({ ref: text }, start, end);
  }

  /** `years["2025"].revenue` */
  #fixedCell(table: Token): Parsed {
    this.#demand("[");
    const row = this.#text();
    this.#demand("]");
    this.#demand(".");
    const column = this.#name();
    return made({ at: { of: table.text, row: row.text, column: column.text } }, table.start, column.end);
  }

  #call(word: Token): Parsed {
    const { text, start } = word;
    this.#demand("(");
    switch (text) {
      case "answer":
      case "files": {
        const name = this.#name();
        const { end } = this.#demand(")");
        return made(text === "files" ? { files: name.text } : { ref: name.text }, start, end);
      }
      case "count":
      case "sum":
      case "min":
      case "max":
      case "any":
      case "all":
        return this.#aggregate(text, start);
      default:
        return this.#functionOf(word);
    }
  }

  #functionOf({ text, start, end: wordEnd }: Token): Parsed {
    const shape = functions[text];
    if (!shape) throw new FormulaError("unknown_function", start, wordEnd, text);
    const parts = [this.#expression()];
    while (this.#takes(",")) parts.push(this.#expression());
    const { end } = this.#demand(")");
    const [least, most] = shape.count;
    if (parts.length < least || parts.length > most) throw new FormulaError("wrong_count", start, end, text);
    const operands = parts.map(({ expression }) => expression);
    if (shape.endsInNumber && !Number.isInteger(operands[1]))
      throw new FormulaError("needs_number", parts[1]!.start, parts[1]!.end, text);
    const isList = most > 1;
    const asked = shape.endsInNumber ? parts.slice(0, 1) : parts;
    return made(
      { [text]: isList ? operands : operands[0] } as unknown as Expression,
      start,
      end,
      asked.map((part, index) => [isList ? `${text}.${index}` : text, part] as const),
    );
  }

  /** `sum(uses.amount where row.kind = "land")`, `sum(uses: row.price * row.count)`, `any(uses where …)` */
  #aggregate(operator: string, start: number): Parsed {
    const table = this.#name();
    const parts: [string, Parsed][] = [];
    if (this.#takes(".")) {
      const column = this.#name();
      parts.push(["value", made({ cell: column.text }, table.start, column.end)]);
    } else if (this.#takes(":")) parts.push(["value", this.#expression()]);
    if (this.#takes("where")) parts.push(["where", this.#expression()]);
    const { end } = this.#demand(")");
    const has = (name: string): boolean => parts.some(([part]) => part === name);
    const takesValue = ["sum", "min", "max"].includes(operator);
    if (takesValue !== has("value")) throw new FormulaError("needs_table", start, end, operator);
    if ((operator === "any" || operator === "all") && !has("where"))
      throw new FormulaError("needs_where", start, end, operator);
    const operands = Object.fromEntries(parts.map(([name, { expression }]) => [name, expression]));
    return made(
      { [operator]: { of: table.text, ...operands } } as unknown as Expression,
      start,
      end,
      parts.map(([name, part]) => [`${operator}.${name}`, part] as const),
    );
  }

  /** A code, in quotes where it is a word of the language. */
  #name(): Token {
    const token = this.#next;
    if (token.kind !== "word" && token.kind !== "text") throw this.#unexpected();
    this.#at += 1;
    return token;
  }

  #text(): Token {
    const token = this.#next;
    if (token.kind !== "text") throw this.#error("needs_text", token);
    this.#at += 1;
    return token;
  }

  #nextIs = (text: string): boolean =>
    (this.#next.kind === "sign" || this.#next.kind === "word") && this.#next.text === text;

  #takes(text: string): boolean {
    const found = this.#nextIs(text);
    if (found) this.#at += 1;
    return found;
  }

  #demand(sign: string): Token {
    const token = this.#next;
    if (!this.#takes(sign)) {
      if (sign === ")" && token.kind === "end") throw this.#error("bracket_open", token);
      throw this.#unexpected();
    }
    return token;
  }

  #unexpected(): FormulaError {
    const token = this.#next;
    return this.#error(token.kind === "end" ? "ends_early" : "unexpected", token);
  }

  #error(code: FormulaErrorCode, { start, end, text }: Token): FormulaError {
    return new FormulaError(code, start, end, text);
  }
}

const many = 40;

/** How many operands each takes; of the last two the second is a plain number. */
const functions: Record<string, { count: [number, number]; endsInNumber?: true }> = {
  ...{ and: { count: [1, many] }, or: { count: [1, many] }, add: { count: [1, many] } },
  ...{ multiply: { count: [1, many] }, coalesce: { count: [1, many] }, if: { count: [3, 3] } },
  ...{
    answered: { count: [1, 1] },
    abs: { count: [1, 1] },
    length: { count: [1, 1] },
    year: { count: [1, 1] },
  },
  round: { count: [2, 2], endsInNumber: true },
  add_months: { count: [2, 2], endsInNumber: true },
};

const made = (expression: Expression, start: number, end: number, parts: Parsed["parts"] = []): Parsed => ({
  expression,
  start,
  end,
  parts,
});

const listOf = (operator: string, parts: readonly Parsed[]): Parsed =>
  made(
    { [operator]: parts.map(({ expression }) => expression) } as unknown as Expression,
    parts[0]!.start,
    parts.at(-1)!.end,
    parts.map((part, index) => [`${operator}.${index}`, part] as const),
  );

const pairOf = (operator: string, left: Parsed, right: Parsed): Parsed => listOf(operator, [left, right]);
