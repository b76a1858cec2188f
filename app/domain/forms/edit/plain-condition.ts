import { parseDecimal } from "../../shared/decimal.ts";
import type { FormDefinition, Question } from "../definition.ts";
import type { Expression } from "../expression.ts";

export const plainOperators = [
  "eq",
  "ne",
  "lt",
  "le",
  "gt",
  "ge",
  "includes",
  "answered",
  "not_answered",
] as const;
export type PlainOperator = (typeof plainOperators)[number];

export interface PlainTerm {
  /** A question's key. */
  ref: string;
  operator: PlainOperator;
  /** As typed; empty for the operators that compare with nothing. */
  value: string;
}

/** A condition as it is picked: comparisons of answers with values, all or any of which must hold. */
export interface PlainCondition {
  join: "all" | "any";
  terms: PlainTerm[];
}

/** The picked form of an expression; undefined for what only the full language can say. */
export function plainCondition(expression: Expression | undefined): PlainCondition | undefined {
  if (expression === undefined) return { join: "all", terms: [] };
  if (typeof expression !== "object") return undefined;
  const join = "or" in expression ? "any" : "all";
  const parts = "and" in expression ? expression.and : "or" in expression ? expression.or : [expression];
  const terms = parts.map(plainTerm);
  return terms.every((term) => term !== undefined) ? { join, terms } : undefined;
}

function plainTerm(expression: Expression): PlainTerm | undefined {
  if (typeof expression !== "object") return undefined;
  const [[operator = "", inner] = []] = Object.entries(expression) as [string, unknown][];
  if (operator === "answered") return unary(inner, "answered");
  if (operator === "not" && isObject(inner) && "answered" in inner)
    return unary(inner["answered"], "not_answered");
  if (!(plainOperators as readonly string[]).includes(operator) || !Array.isArray(inner)) return undefined;
  const [left, right] = inner as [unknown, unknown];
  if (!isReference(left) || isObject(right)) return undefined;
  const value = typeof right === "boolean" ? (right ? "yes" : "no") : String(right);
  return { ref: left.ref, operator: operator as PlainOperator, value };
}

const unary = (inner: unknown, operator: PlainOperator): PlainTerm | undefined =>
  isReference(inner) ? { ref: inner.ref, operator, value: "" } : undefined;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const isReference = (value: unknown): value is { ref: string } =>
  isObject(value) && typeof value["ref"] === "string";

/** The expression that was picked; undefined for no condition at all. */
export function expressionOfPlain(
  { join, terms }: PlainCondition,
  definition: FormDefinition,
): Expression | undefined {
  const parts = terms.map((term) => expressionOfTerm(term, questionOf(definition, term.ref)));
  if (parts.length <= 1) return parts[0];
  return join === "all" ? { and: parts } : { or: parts };
}

function expressionOfTerm({ ref, operator, value }: PlainTerm, question: Question | undefined): Expression {
  if (operator === "answered") return { answered: { ref } };
  if (operator === "not_answered") return { not: { answered: { ref } } };
  if (operator === "includes") return { includes: [{ ref }, value] };
  const comparison = [{ ref }, typedValue(value, question)] as [Expression, Expression];
  return { [operator]: comparison } as Expression;
}

const numeric = new Set(["integer", "decimal", "money", "percent"]);

function typedValue(value: string, question: Question | undefined): Expression {
  const type = question?.type === "computed" ? question.result : question?.type;
  if (type === "yes_no" || type === "declaration") return value === "yes";
  return numeric.has(type ?? "") && parseDecimal(value) !== null ? Number(value) : value;
}

const questionOf = (definition: FormDefinition, key: string): Question | undefined =>
  definition.parts
    .flatMap(({ sections }) => sections)
    .flatMap(({ groups }) => groups)
    .flatMap(({ questions }) => questions)
    .find((question) => question.key === key);
