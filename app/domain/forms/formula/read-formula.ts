import { type Expression, expressionSchema } from "../expression.ts";
import { FormulaError, type FormulaErrorCode } from "./formula-tokens.ts";
import { FormulaParser, type Parsed } from "./formula-parser.ts";

export interface FormulaProblem {
  code: FormulaErrorCode;
  /** Where in the formula, in characters. */
  start: number;
  end: number;
  word: string;
}

export type ReadFormula =
  | { ok: true; expression: Expression; wordAt: (inside: string) => string }
  | { ok: false; problem: FormulaProblem };

/** Deeper than people can read. */
const longest = 4000;

/** The expression a formula says, or the word where it stops making sense. */
export function readFormula(formula: string): ReadFormula {
  try {
    if (formula.trim() === "") throw new FormulaError("empty", 0, 0, "");
    if (formula.length > longest) throw new FormulaError("too_long", longest, longest, "");
    const parsed = new FormulaParser(formula).whole();
    const checked = expressionSchema.safeParse(parsed.expression);
    if (!checked.success) throw new FormulaError("too_long", 0, formula.length, "");
    return {
      ok: true,
      expression: checked.data,
      wordAt: (inside) => wordAt(formula, parsed, inside),
    };
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const { code, start, end, word } = error;
    return { ok: false, problem: { code, start, end, word } };
  }
}

/** The words a path inside the expression was read from: `and.0.eq.1`. */
function wordAt(formula: string, parsed: Parsed, inside: string): string {
  for (const [path, part] of parsed.parts) {
    if (inside === path) return formula.slice(part.start, part.end);
    if (inside.startsWith(`${path}.`)) return wordAt(formula, part, inside.slice(path.length + 1));
  }
  return formula.slice(parsed.start, parsed.end);
}
