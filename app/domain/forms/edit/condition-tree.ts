import { canonicalJson, type Json } from "../../shared/canonical-json.ts";
import { parseDecimal } from "../../shared/decimal.ts";
import type { Expression } from "../expression.ts";
import { readFormula, type FormulaProblem } from "../formula/read-formula.ts";
import { writeFormula } from "../formula/write-formula.ts";
import { type Subject, type SubjectScope, subjectExpression, subjectToken } from "./condition-subject.ts";
import { shareExpression, type ShareOf, shareOf } from "./share-of.ts";
import { comparisons, figureOf, figureSubject, gatheredExpression, type RowFigure } from "./row-figure.ts";

export const groupKinds = ["all", "any", "none", "not_all", "some_row", "every_row"] as const;
export type GroupKind = (typeof groupKinds)[number];

export const termOperators = [
  ...comparisons,
  ...["in", "not_in", "includes", "not_includes", "mentions", "answered", "not_answered"],
] as const;
export type TermOperator = (typeof termOperators)[number] | (typeof comparisons)[number];

/**
 * A condition as it is picked: groups within groups, comparisons in them, and a formula where only that can say
 * it. Every expression has such a tree, and the tree gives that expression again.
 */
export type ConditionNode =
  | { kind: GroupKind; table?: string; parts: ConditionNode[] }
  | RowFigure<ConditionNode>
  | {
      kind: "compare";
      subject: string;
      operator: string;
      /** As typed or picked; several with commas. */
      value: string;
      /** Another subject in place of the value; empty for none. */
      other: string;
      /** The percentage of the other subject that is meant, as typed; nothing for the whole. */
      share?: string;
    }
  | { kind: "formula"; text: string };

export const isOfRows = (kind: string): boolean =>
  kind === "some_row" || kind === "every_row" || kind === "figure";

export type ConditionGroup = Extract<ConditionNode, { parts: ConditionNode[] }>;

export const isGroup = (node: ConditionNode): node is ConditionGroup => "parts" in node;

export const emptyFigure: RowFigure<ConditionNode> = {
  ...{ kind: "figure", gather: "sum", column: "", operator: "ge", value: "", other: "", parts: [] },
};

export const emptyComparison: ConditionNode = {
  ...{ kind: "compare", subject: "", operator: "eq", value: "", other: "" },
};

/** The tree of an expression; its root is a group. */
export function conditionTree(expression: Expression, scope: SubjectScope): ConditionGroup {
  const node = nodeOf(expression, scope);
  return isGroup(node) && (node.kind === "all" || node.kind === "any")
    ? node
    : { kind: "all", parts: [node] };
}

function nodeOf(expression: Expression, scope: SubjectScope): ConditionNode {
  const node = groupOf(expression, scope) ?? comparisonOf(expression);
  if (node) {
    const back = conditionExpression(node, scope);
    if (back.ok && isSame(back.expression, expression)) return node;
  }
  return { kind: "formula", text: writeFormula(expression) };
}

function groupOf(e: Expression, scope: SubjectScope): ConditionNode | undefined {
  if (typeof e !== "object") return undefined;
  const parts = (list: readonly Expression[], within = scope) => list.map((part) => nodeOf(part, within));
  if ("and" in e) return { kind: "all", parts: parts(e.and) };
  if ("or" in e) return { kind: "any", parts: parts(e.or) };
  if ("any" in e)
    return { kind: "some_row", table: e.any.of, parts: parts(listed(e.any.where), scope.within(e.any.of)) };
  if ("all" in e)
    return { kind: "every_row", table: e.all.of, parts: parts(listed(e.all.where), scope.within(e.all.of)) };
  const gathered = figureOf(e);
  if (gathered) {
    const { figure, where } = gathered;
    return { ...figure, parts: parts(listed(where), scope.within(figure.table ?? "")) };
  }
  if (!("not" in e) || comparisonOf(e)) return undefined;
  const inner = e.not;
  if (typeof inner === "object" && "and" in inner) return { kind: "not_all", parts: parts(inner.and) };
  if (typeof inner === "object" && "or" in inner) return { kind: "none", parts: parts(inner.or) };
  return { kind: "none", parts: parts([inner]) };
}

const listed = (where: Expression): readonly Expression[] =>
  typeof where === "object" && "and" in where ? where.and : [where];

function comparisonOf(e: Expression): ConditionNode | undefined {
  if (typeof e !== "object") return undefined;
  if ("answered" in e) return compared("answered", e.answered, "");
  if ("in" in e) return compared("in", e.in[0], e.in[1].join(", "));
  if ("includes" in e) return compared("includes", e.includes[0], e.includes[1]);
  if ("mentions" in e) return compared("mentions", e.mentions[0], e.mentions[1].join(", "));
  if ("not" in e && typeof e.not === "object") {
    if ("answered" in e.not) return compared("not_answered", e.not.answered, "");
    if ("in" in e.not) return compared("not_in", e.not.in[0], e.not.in[1].join(", "));
    if ("includes" in e.not) return compared("not_includes", e.not.includes[0], e.not.includes[1]);
    return undefined;
  }
  for (const operator of comparisons) {
    const sides = (e as Record<string, [Expression, Expression] | undefined>)[operator];
    if (!sides) continue;
    const [left, right] = sides;
    const shared = shareOf(right);
    if (shared) return compared(operator, left, "", shared);
    if (typeof right === "object") return undefined;
    return compared(operator, left, typeof right === "boolean" ? (right ? "yes" : "no") : String(right));
  }
  return undefined;
}

function compared(
  operator: string,
  left: Expression,
  value: string,
  { other, share }: ShareOf = { other: "", share: "" },
): ConditionNode | undefined {
  const subject = subjectToken(left);
  if (subject === undefined) return undefined;
  return { kind: "compare", subject, operator, value, other, ...(share !== "" && { share }) };
}

export type ConditionProblem =
  | { code: "no_subject" | "no_value" | "no_table" | "no_column" | "not_number" | "not_share"; path: string }
  | { code: "formula"; path: string; problem: FormulaProblem };

export type ConditionResult = { ok: true; expression: Expression } | { ok: false; problem: ConditionProblem };

/** The expression that was picked. A group without parts says nothing and is left out by its holder. */
export function conditionExpression(node: ConditionNode, scope: SubjectScope, path = ""): ConditionResult {
  if (node.kind === "formula") {
    const read = readFormula(node.text);
    return read.ok
      ? { ok: true, expression: read.expression }
      : { ok: false, problem: { code: "formula", path, problem: read.problem } };
  }
  return isGroup(node) ? groupExpression(node, scope, path) : comparisonExpression(node, scope, path);
}

/** Whether anything was picked at all. */
export const saysSomething = (node: ConditionNode): boolean =>
  node.kind === "figure"
    ? (node.table ?? "") !== ""
    : isGroup(node)
      ? node.parts.some(saysSomething)
      : node.kind === "formula" || node.subject !== "";

/** The same without what is not whole yet, for reading it back while it is being picked. */
export function wholeConditions(node: ConditionGroup, scope: SubjectScope): ConditionGroup {
  const within = isOfRows(node.kind) ? scope.within(node.table ?? "") : scope;
  const parts = node.parts
    .map((part) => (isGroup(part) ? wholeConditions(part, within) : part))
    .filter((part) => saysSomething(part) && conditionExpression(part, within).ok);
  return { ...node, parts };
}

function groupExpression(group: ConditionGroup, scope: SubjectScope, path: string): ConditionResult {
  const { kind, table, parts } = group;
  const inner: Expression[] = [];
  const within = isOfRows(kind) ? scope.within(table ?? "") : scope;
  for (const [index, part] of parts.entries()) {
    if (!saysSomething(part)) continue;
    const result = conditionExpression(part, within, path === "" ? `${index}` : `${path}.${index}`);
    if (!result.ok) return result;
    inner.push(result.expression);
  }
  const joined = (operator: "and" | "or"): Expression =>
    inner.length === 1 ? inner[0]! : operator === "and" ? { and: inner } : { or: inner };
  switch (kind) {
    case "all":
      return { ok: true, expression: joined("and") };
    case "any":
      return { ok: true, expression: joined("or") };
    case "none":
      return { ok: true, expression: { not: joined("or") } };
    case "figure":
      return figureExpression(group, inner.length === 0 ? undefined : joined("and"), scope, path);
    case "not_all":
      return { ok: true, expression: { not: joined("and") } };
    default:
      if (!table) return { ok: false, problem: { code: "no_table", path } };
      return {
        ok: true,
        expression:
          kind === "some_row"
            ? { any: { of: table, where: joined("and") } }
            : { all: { of: table, where: joined("and") } },
      };
  }
}

function figureExpression(
  figure: RowFigure<ConditionNode>,
  where: Expression | undefined,
  scope: SubjectScope,
  path: string,
): ConditionResult {
  const refused = (code: "no_table" | "no_column" | "no_value" | "not_number"): ConditionResult => ({
    ok: false,
    problem: { code, path },
  });
  if (!figure.table) return refused("no_table");
  const left = gatheredExpression(figure, where);
  if (left === undefined) return refused("no_column");
  const { operator, value, other } = figure;
  const right = other === "" ? undefined : subjectExpression(other);
  if (right === undefined && value === "") return refused("no_value");
  const compared = right ?? typedValue(value, figureSubject(figure, scope));
  if (compared === undefined) return refused("not_number");
  const known = comparisons.find((each) => each === operator) ?? "eq";
  return { ok: true, expression: { [known]: [left, compared] } as unknown as Expression };
}

type Comparison = Extract<ConditionNode, { kind: "compare" }>;

function comparisonExpression(
  { subject, operator, value, other, share = "" }: Comparison,
  scope: SubjectScope,
  path: string,
): ConditionResult {
  const left = subjectExpression(subject);
  if (left === undefined) return { ok: false, problem: { code: "no_subject", path } };
  const done = (expression: Expression): ConditionResult => ({ ok: true, expression });
  if (operator === "answered") return done({ answered: left });
  if (operator === "not_answered") return done({ not: { answered: left } });
  const right = other === "" ? undefined : shareExpression({ other, share });
  if (right === undefined && share !== "" && subjectExpression(other))
    return { ok: false, problem: { code: "not_share", path } };
  if (right === undefined && value === "") return { ok: false, problem: { code: "no_value", path } };
  const words = value
    .split(/[,，、]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
  switch (operator) {
    case "in":
      return done({ in: [left, words] });
    case "not_in":
      return done({ not: { in: [left, words] } });
    case "includes":
      return done({ includes: [left, value] });
    case "not_includes":
      return done({ not: { includes: [left, value] } });
    case "mentions":
      return done({ mentions: [left, words] });
    default: {
      const typed =
        right ??
        typedValue(
          value,
          scope.list.find(({ token }) => token === subject),
        );
      if (typed === undefined) return { ok: false, problem: { code: "not_number", path } };
      return done({ [operator]: [left, typed] } as unknown as Expression);
    }
  }
}

function typedValue(value: string, subject: Pick<Subject, "kind"> | undefined): Expression | undefined {
  if (subject?.kind === "boolean") return value === "yes";
  const isNumber = parseDecimal(value) !== null;
  if (subject?.kind === "number") return isNumber ? Number(value) : undefined;
  return value;
}

const isSame = (a: Expression, b: Expression): boolean =>
  canonicalJson(a as Json) === canonicalJson(b as Json);

/** The node at a path such as `0.2`; the root for the empty one. */
export function nodeAt(root: ConditionGroup, path: string): ConditionNode | undefined {
  let node: ConditionNode | undefined = root;
  for (const step of path === "" ? [] : path.split("."))
    node = node && isGroup(node) ? node.parts[Number(step)] : undefined;
  return node;
}

/** The same tree without the node at a path. */
export function withoutNode(root: ConditionGroup, path: string): ConditionGroup {
  const steps = path.split(".");
  const last = Number(steps.pop());
  const copy = structuredClone(root);
  const holder = nodeAt(copy, steps.join("."));
  if (holder && isGroup(holder)) holder.parts.splice(last, 1);
  return copy;
}

/** The same tree with a node more at the end of the group at a path. */
export function withNode(root: ConditionGroup, path: string, node: ConditionNode): ConditionGroup {
  const copy = structuredClone(root);
  const holder = nodeAt(copy, path);
  if (holder && isGroup(holder)) holder.parts.push(structuredClone(node));
  return copy;
}
