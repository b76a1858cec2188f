import { type Expression, type Operator, operatorOf } from "../expression.ts";
import { isPlainName } from "./formula-words.ts";

/**
 * An expression as a formula to be read and typed: `sum(uses.amount) <= total and not answered(why)`. Reading it
 * gives the same expression again, whatever it is.
 */
export const writeFormula = (expression: Expression): string => written(expression);

const infix: Partial<Record<Operator, string>> = {
  ...{ or: "or", and: "and" },
  ...{ eq: "=", ne: "!=", lt: "<", le: "<=", gt: ">", ge: ">=" },
  ...{ add: "+", subtract: "-", multiply: "*", divide: "/" },
};

function written(e: Expression): string {
  if (typeof e === "string") return quoted(e);
  if (typeof e === "number") return String(e);
  if (typeof e === "boolean") return e ? "yes" : "no";
  if ("ref" in e) return isPlainName(e.ref) ? e.ref : `answer(${quoted(e.ref)})`;
  if ("cell" in e) return `row.${named(e.cell)}`;
  if ("at" in e) return `${named(e.at.of)}[${quoted(e.at.row)}].${named(e.at.column)}`;
  if ("files" in e) return `files(${named(e.files)})`;
  if ("today" in e) return "today";
  const operator = operatorOf(e);
  const inner = (e as Record<string, unknown>)[operator];
  const sign = infix[operator];
  if (sign && Array.isArray(inner))
    return inner.length === 1
      ? `${operator}(${written(inner[0] as Expression)})`
      : (inner as Expression[]).map(operand).join(` ${sign} `);
  if ("not" in e) return `not ${operand(e.not)}`;
  if ("in" in e) return `${operand(e.in[0])} in (${e.in[1].map(quoted).join(", ")})`;
  if ("includes" in e) return `${operand(e.includes[0])} includes ${quoted(e.includes[1])}`;
  if ("mentions" in e) return `${operand(e.mentions[0])} mentions (${e.mentions[1].map(quoted).join(", ")})`;
  return called(operator, inner);
}

function called(operator: Operator, inner: unknown): string {
  if (Array.isArray(inner)) return `${operator}(${(inner as Expression[]).map(written).join(", ")})`;
  if (typeof inner !== "object" || inner === null || !("of" in inner))
    return `${operator}(${written(inner as Expression)})`;
  const { of, value, where } = inner as { of: string; value?: Expression; where?: Expression };
  return `${operator}(${named(of)}${valued(value)}${where === undefined ? "" : ` where ${written(where)}`})`;
}

function valued(value: Expression | undefined): string {
  if (value === undefined) return "";
  return typeof value === "object" && "cell" in value ? `.${named(value.cell)}` : `: ${written(value)}`;
}

/** Whatever is written with a sign stands in brackets inside another. */
function operand(e: Expression): string {
  const text = written(e);
  if (typeof e !== "object") return text;
  const isJoined =
    ["not", "in", "includes", "mentions"].includes(operatorOf(e)) || infix[operatorOf(e)] !== undefined;
  return isJoined ? `(${text})` : text;
}

const named = (name: string): string => (isPlainName(name) ? name : quoted(name));

const quoted = (text: string): string => JSON.stringify(text);
