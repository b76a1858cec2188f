import { withOperands, type Expression } from "../expression.ts";
import { expressionAttributes } from "../shape-problems.ts";
import type { FormNode } from "./find-node.ts";

type Names = ReadonlyMap<string, string>;

/** The node with every reference to one of these questions under its new name; keys of nodes stay as they are. */
export const withRenamedQuestions = (node: FormNode, names: Names): FormNode =>
  renamed(node, names) as FormNode;

function renamed(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((entry) => renamed(entry, names));
  if (typeof value !== "object" || value === null) return value;
  const node = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(node).map(([property, inner]) => [
      property,
      renamedProperty(property, inner, node, names),
    ]),
  );
}

/** Properties that name a question. */
const naming = new Set(["pairOf", "licenceIn", "forEach"]);

function renamedProperty(
  property: string,
  value: unknown,
  node: Readonly<Record<string, unknown>>,
  names: Names,
): unknown {
  if (expressionAttributes.has(property)) return renamedExpression(value as Expression, names);
  if (typeof value === "string" && naming.has(property)) return names.get(value) ?? value;
  // With a table to go through, they are its columns.
  if (property === "at" && Array.isArray(value) && node["forEach"] === undefined)
    return value.map((target: string) => renamedTarget(target, names));
  return renamed(value, names);
}

function renamedTarget(target: string, names: Names): string {
  const [question = "", ...column] = target.split("/");
  return [names.get(question) ?? question, ...column].join("/");
}

function renamedExpression(expression: Expression, names: Names): Expression {
  const further = withOperands(expression, (operand) => renamedExpression(operand, names));
  if (typeof further !== "object") return further;
  const [[operator, inner]] = Object.entries(further) as [[string, unknown]];
  if (operator === "ref" || operator === "files")
    return { [operator]: names.get(inner as string) ?? inner } as unknown as Expression;
  if (typeof inner !== "object" || inner === null || !("of" in inner)) return further;
  const of = inner.of as string;
  return { [operator]: { ...inner, of: names.get(of) ?? of } } as unknown as Expression;
}
