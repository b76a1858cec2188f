import { z } from "zod";
import { parseDecimal } from "#app/domain/shared/decimal.ts";

/**
 * The one expression language of forms: visibility, requiredness, cross-checks and computed values. It is data,
 * it is total (a missing or unfit operand gives null, never an exception) and it is three-valued (null is "cannot
 * tell yet"). Money is counted in 万元, dates are ISO text, and every number is an exact decimal.
 */
export type Expression =
  | string
  | number
  | boolean
  /** Another answer, by question key. A hidden or unreadable answer is null. */
  | { ref: string }
  /** Inside a table: a cell of the same row; `id` is the row itself. */
  | { cell: string }
  /** One cell of a table with fixed rows. */
  | { at: { of: string; row: string; column: string } }
  | { files: string }
  | { today: true }
  | { eq: [Expression, Expression] }
  | { ne: [Expression, Expression] }
  | { lt: [Expression, Expression] }
  | { le: [Expression, Expression] }
  | { gt: [Expression, Expression] }
  | { ge: [Expression, Expression] }
  | { and: Expression[] }
  | { or: Expression[] }
  | { not: Expression }
  /** Is the text, or any of the list, one of these? */
  | { in: [Expression, string[]] }
  | { includes: [Expression, string] }
  | { mentions: [Expression, string[]] }
  | { answered: Expression }
  | { coalesce: Expression[] }
  | { if: [Expression, Expression, Expression] }
  | { count: { of: string; where?: Expression } }
  | { sum: { of: string; value: Expression; where?: Expression } }
  | { min: { of: string; value: Expression; where?: Expression } }
  | { max: { of: string; value: Expression; where?: Expression } }
  | { any: { of: string; where: Expression } }
  | { all: { of: string; where: Expression } }
  | { add: Expression[] }
  | { subtract: [Expression, Expression] }
  | { multiply: Expression[] }
  | { divide: [Expression, Expression] }
  | { abs: Expression }
  | { round: [Expression, number] }
  | { length: Expression }
  | { year: Expression }
  | { add_months: [Expression, number] };

const nested: z.ZodType<Expression> = z.lazy(() => expressionSchema);
const pair = z.tuple([nested, nested]);
const list = z.array(nested).min(1).max(40);
const words = z.array(z.string().min(1).max(60)).min(1).max(60);
const tableName = z.string().min(1).max(60);
const filtered = z.strictObject({ of: tableName, where: nested.optional() });
const aggregated = z.strictObject({ of: tableName, value: nested, where: nested.optional() });
const quantified = z.strictObject({ of: tableName, where: nested });

/** Written as a plain decimal, so that 1e21 or 0.1 + 0.2 cannot slip in. */
const plainNumber = z.number().refine((value) => parseDecimal(String(value)) !== null, "not a plain decimal");

export const expressionSchema: z.ZodType<Expression> = z
  .union([
    z.string().max(200),
    plainNumber,
    z.boolean(),
    z.strictObject({ ref: z.string().min(1).max(60) }),
    z.strictObject({ cell: z.string().min(1).max(60) }),
    z.strictObject({
      at: z.strictObject({ of: tableName, row: z.string().min(1), column: z.string().min(1) }),
    }),
    z.strictObject({ files: z.string().min(1).max(60) }),
    z.strictObject({ today: z.literal(true) }),
    z.strictObject({ eq: pair }),
    z.strictObject({ ne: pair }),
    z.strictObject({ lt: pair }),
    z.strictObject({ le: pair }),
    z.strictObject({ gt: pair }),
    z.strictObject({ ge: pair }),
    z.strictObject({ and: list }),
    z.strictObject({ or: list }),
    z.strictObject({ not: nested }),
    z.strictObject({ in: z.tuple([nested, words]) }),
    z.strictObject({ includes: z.tuple([nested, z.string().min(1)]) }),
    z.strictObject({ mentions: z.tuple([nested, words]) }),
    z.strictObject({ answered: nested }),
    z.strictObject({ coalesce: list }),
    z.strictObject({ if: z.tuple([nested, nested, nested]) }),
    z.strictObject({ count: filtered }),
    z.strictObject({ sum: aggregated }),
    z.strictObject({ min: aggregated }),
    z.strictObject({ max: aggregated }),
    z.strictObject({ any: quantified }),
    z.strictObject({ all: quantified }),
    z.strictObject({ add: list }),
    z.strictObject({ subtract: pair }),
    z.strictObject({ multiply: z.array(nested).min(1).max(6) }),
    z.strictObject({ divide: pair }),
    z.strictObject({ abs: nested }),
    z.strictObject({ round: z.tuple([nested, z.int().min(0).max(10)]) }),
    z.strictObject({ length: nested }),
    z.strictObject({ year: nested }),
    z.strictObject({ add_months: z.tuple([nested, z.int().min(-1200).max(1200)]) }),
  ])
  .meta({ id: "expression" });

export type Operator =
  Exclude<Expression, string | number | boolean> extends infer E
    ? E extends unknown
      ? keyof E
      : never
    : never;

/** The single key of an operator expression. */
export const operatorOf = (expression: Exclude<Expression, string | number | boolean>): Operator =>
  Object.keys(expression)[0] as Operator;

/** The expressions directly inside one, each with its path: `and.0`, `sum.where`. Takes malformed data too. */
export function operandsOf(expression: Expression): [path: string, operand: Expression][] {
  if (typeof expression !== "object" || expression === null) return [];
  const [entry] = Object.entries(expression) as [string, unknown][];
  if (!entry) return [];
  const [operator, inner] = entry;
  if (constantOperands.has(operator)) return [];
  if (Array.isArray(inner)) {
    const operands = firstOnly.has(operator) ? inner.slice(0, 1) : inner;
    return operands.map((operand, index) => [`${operator}.${index}`, operand as Expression]);
  }
  if (aggregates.has(operator)) {
    if (typeof inner !== "object" || inner === null) return [];
    return Object.entries(inner)
      .filter(([name]) => name === "where" || name === "value")
      .map(([name, operand]) => [`${operator}.${name}`, operand as Expression]);
  }
  return [[operator, inner as Expression]];
}

/** The same operator over other operands. */
export function withOperands(
  expression: Expression,
  change: (operand: Expression) => Expression,
): Expression {
  if (typeof expression !== "object") return expression;
  const [[operator, inner]] = Object.entries(expression) as [[string, unknown]];
  const made = (value: unknown) => ({ [operator]: value }) as unknown as Expression;
  if (constantOperands.has(operator)) return expression;
  if (Array.isArray(inner))
    return made(
      inner.map((operand: Expression, index) =>
        index > 0 && firstOnly.has(operator) ? operand : change(operand),
      ),
    );
  if (!aggregates.has(operator)) return made(change(inner as Expression));
  const entries = Object.entries(inner as Record<string, Expression>);
  return made(
    Object.fromEntries(
      entries.map(([name, operand]) => [name, name === "of" ? operand : change(operand)] as const),
    ),
  );
}

const constantOperands = new Set(["ref", "cell", "at", "files", "today"]);
/** Their other operands are words or a number. */
const firstOnly = new Set(["in", "includes", "mentions", "round", "add_months"]);
const aggregates = new Set(["count", "sum", "min", "max", "any", "all"]);
