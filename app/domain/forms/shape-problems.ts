import type { z } from "zod";
import type { DefinitionPlace, DefinitionProblem, DefinitionProblemCode } from "./definition-problem.ts";
import { expressionSchema, operandsOf } from "./expression.ts";

/** Far deeper than a form that people can read, and shallow enough for every walk over it. */
const deepest = 60;

/** Whether data is nested further than a definition may be; loops count as endless. */
export function isTooDeep(source: unknown): boolean {
  let level: unknown[] = [source];
  for (let depth = 0; depth <= deepest; depth += 1) {
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

/** What the schema found, by the names an editor of forms knows. */
export const shapeProblems = (source: unknown, issues: readonly z.core.$ZodIssue[]): DefinitionProblem[] =>
  issues.map((issue) => shapeProblem(source, issue));

function shapeProblem(source: unknown, issue: z.core.$ZodIssue): DefinitionProblem {
  const { place, isExpression, value } = locate(source, issue.path);
  if (isExpression) {
    const inside = [place.inside, wrongPart(value)].filter(Boolean).join(".");
    return { code: "expression_form", place: { ...place, inside }, params: {} };
  }
  if (issue.code === "unrecognized_keys") {
    const [name = ""] = issue.keys;
    return { code: "attribute_unknown", place: { ...place, attribute: name }, params: { name } };
  }
  return { code: codeOf(issue, value), place, params: {} };
}

function codeOf(issue: z.core.$ZodIssue, value: unknown): DefinitionProblemCode {
  const last = issue.path.at(-1);
  if (issue.path.length === 0) return "not_a_definition";
  if (last === "language") return issue.path.length === 1 ? "language_unknown" : "attribute_wrong";
  if (last === "type") return "type_unknown";
  if (value === undefined) return "attribute_missing";
  if (issue.code === "invalid_format" && (last === "key" || last === "id" || last === "code"))
    return "key_form";
  if (issue.code === "too_small" && issue.origin === "string") return "text_empty";
  return "attribute_wrong";
}

const containers: Record<string, [level: keyof DefinitionPlace, name: string]> = {
  parts: ["part", "key"],
  sections: ["section", "key"],
  groups: ["group", "key"],
  questions: ["question", "key"],
  columns: ["column", "key"],
  fixedRows: ["row", "id"],
  options: ["option", "code"],
  rules: ["rule", "key"],
  advice: ["advice", "key"],
};

/** Properties of nodes that hold an expression, wherever they stand. */
export const expressionAttributes: ReadonlySet<string> = new Set([
  "visibleWhen",
  "required",
  "opensWhen",
  "when",
  "holds",
  "value",
]);

/** Lists of named things are stepped through by their names, or by their number where the name is missing. */
function locate(source: unknown, path: readonly PropertyKey[]) {
  const place: DefinitionPlace = {};
  const attribute: string[] = [];
  let inside: string[] | undefined;
  let value = source;
  for (let index = 0; index < path.length; index += 1) {
    const step = path[index];
    const next = path[index + 1];
    const container = inside || attribute.length > 0 ? undefined : containers[String(step)];
    value = at(value, step);
    if (container && typeof next === "number") {
      value = at(value, next);
      const name = at(value, container[1]);
      place[container[0]] = typeof name === "string" && name !== "" ? name : `#${next + 1}`;
      index += 1;
    } else if (inside) inside.push(String(step));
    else {
      attribute.push(String(step));
      if (expressionAttributes.has(String(step)) && typeof value !== "undefined") inside = [];
    }
  }
  if (attribute.length > 0) place.attribute = attribute.join(".");
  if (inside) place.inside = inside.join(".");
  return { place, isExpression: inside !== undefined, value };
}

const at = (value: unknown, step: PropertyKey | undefined): unknown =>
  typeof value === "object" && value !== null && step !== undefined && Object.hasOwn(value, step)
    ? (value as Record<PropertyKey, unknown>)[step]
    : undefined;

/** The innermost part of an expression that cannot be read. */
function wrongPart(expression: unknown): string {
  for (const [path, operand] of operandsOf(expression as never)) {
    if (expressionSchema.safeParse(operand).success) continue;
    const further = wrongPart(operand);
    return further === "" ? path : `${path}.${further}`;
  }
  return "";
}
