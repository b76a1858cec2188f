import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { Field, FormDefinition, TableQuestion } from "#app/domain/forms/definition.ts";
import type { Expression } from "#app/domain/forms/expression.ts";
import { ExpressionReader, fieldOf, type Names } from "#app/domain/forms/infer-type.ts";
import {
  bracketed,
  kindOf,
  tableName,
  term,
  within,
  wordsOf,
  type Operation,
  type Speech,
} from "./expression-terms.ts";
import type { Locale } from "./locale.ts";

/** Where an expression stands; it decides how the sentence begins. */
export type ExpressionUse = "shown" | "required" | "opens" | "holds" | "value";

/** 当“是否新建厂房”为“是”时显示 · Shown when “New construction” is “Yes” */
export function expressionSentence(
  use: ExpressionUse,
  expression: Expression,
  names: Names,
  locale: Locale,
  /** The computed question or column, for the words of its results. */
  result?: Field,
): string {
  const speech: Speech = { locale, names, result, gathered: false, clause };
  const t = wordsOf(speech).sentences;
  return use === "value" ? t.value(inWords(expression, speech)) : t[use](clause(expression, speech));
}

/** A cross-check as a sentence: when it applies, and what must then hold. */
export function ruleSentence(
  rule: { when?: Expression | undefined; holds: Expression },
  names: Names,
  locale: Locale,
): string {
  const speech: Speech = { locale, names, gathered: false, clause };
  const t = wordsOf(speech).sentences;
  const holds = clause(rule.holds, speech);
  return rule.when === undefined ? t.holds(holds) : t.holdsWhen(clause(rule.when, speech), holds);
}

/** The expression alone, without a beginning: a condition as a clause, a formula as a figure. */
export const expressionWords = (expression: Expression, names: Names, locale: Locale): string =>
  inWords(expression, { locale, names, gathered: false, clause });

function inWords(expression: Expression, speech: Speech): string {
  const isCondition = typeof expression === "object" && isConditional(expression, speech);
  return isCondition ? clause(expression, speech) : term(expression, speech);
}

/** The names of a form, for the expressions of one of its tables or of none. */
export function namesOf(definition: FormDefinition, table?: TableQuestion): Names {
  const { questionByKey } = compileForm(definition);
  return { question: (key) => questionByKey.get(key)?.field, table };
}

/** Something that is so or not. */
function clause(e: Expression, speech: Speech): string {
  const w = wordsOf(speech);
  if (typeof e === "boolean") return e ? w.always : w.never;
  if (typeof e !== "object") return term(e, speech);
  return joined(e, speech) ?? compared(e, speech) ?? chosen(e, speech, true) ?? w.holds(term(e, speech));
}

function joined(e: Operation, speech: Speech): string | undefined {
  const w = wordsOf(speech);
  if ("and" in e) return e.and.map((operand) => enclosed(operand, "or", speech)).join(w.and);
  if ("or" in e) return e.or.map((operand) => enclosed(operand, "and", speech)).join(w.or);
  if ("not" in e) return negated(e.not, speech);
  if ("if" in e && isConditional(e, speech))
    return w.cases([[clause(e.if[0], speech), clause(e.if[1], speech)]], enclosed(e.if[2], "if", speech));
  return undefined;
}

const isConditional = (e: Operation, { names }: Speech): boolean =>
  new ExpressionReader().read(e, names) === "boolean";

/** "a or b" among ands keeps its brackets. */
function enclosed(e: Expression, operator: "and" | "or" | "if", speech: Speech): string {
  const text = clause(e, speech);
  return typeof e === "object" && (operator in e || "if" in e) ? wordsOf(speech).brackets(text) : text;
}

/** "is not" reads better than "it is not so that … is". */
function negated(e: Expression, speech: Speech): string {
  const w = wordsOf(speech);
  if (typeof e !== "object") return clause(e === true ? false : e === false ? true : e, speech);
  if ("not" in e) return clause(e.not, speech);
  if ("eq" in e) return compared({ ne: e.eq }, speech) ?? "";
  if ("ne" in e) return compared({ eq: e.ne }, speech) ?? "";
  return chosen(e, speech, false) ?? w.not(clause(e, speech));
}

function compared(e: Operation, speech: Speech): string | undefined {
  const w = wordsOf(speech);
  for (const operator of ["eq", "ne", "lt", "le", "gt", "ge"] as const) {
    const sides = (e as Record<string, [Expression, Expression] | undefined>)[operator];
    if (!sides) continue;
    const [a, b] = sides;
    const apart = difference(a);
    if (apart && operator in differing) {
      const [one, other] = [side(apart[0], speech, apart[1]), side(apart[1], speech, apart[0])];
      return w[differing[operator as keyof typeof differing]](one, other, side(b, speech, a));
    }
    const [left, right] = [side(a, speech, b), side(b, speech, a)];
    return w[comparative(operator, a, b, speech)](left, right);
  }
  return undefined;
}

/** Cases keep their brackets, sums do not need them. */
function side(e: Expression, speech: Speech, other: Expression): string {
  const text = term(e, speech, other);
  return typeof e === "object" && "if" in e ? bracketed(e, text, wordsOf(speech)) : text;
}

const differing = { le: "differAtMost", lt: "differLess", gt: "differMore", ge: "differAtLeast" } as const;

/** |x − y| */
function difference(e: Expression): [Expression, Expression] | undefined {
  return typeof e === "object" && "abs" in e && typeof e.abs === "object" && "subtract" in e.abs
    ? e.abs.subtract
    : undefined;
}

type Comparative =
  | "is"
  | "isNot"
  | "equals"
  | "equalsNot"
  | "less"
  | "atMost"
  | "more"
  | "atLeast"
  | "before"
  | "notAfter"
  | "after"
  | "notBefore";

function comparative(operator: string, a: Expression, b: Expression, { names }: Speech): Comparative {
  const isDate = [a, b].some((side) => ["date", "month", "year"].includes(kindOf(side, names)?.kind ?? ""));
  const isName =
    typeof a === "string" || typeof b === "string" || typeof a === "boolean" || typeof b === "boolean";
  switch (operator) {
    case "eq":
      return isName ? "is" : "equals";
    case "ne":
      return isName ? "isNot" : "equalsNot";
    case "lt":
      return isDate ? "before" : "less";
    case "le":
      return isDate ? "notAfter" : "atMost";
    case "gt":
      return isDate ? "after" : "more";
    default:
      return isDate ? "notBefore" : "atLeast";
  }
}

function inRow(where: Expression, speech: Speech): string {
  const text = clause(where, speech);
  const isJoined = typeof where === "object" && ("and" in where || "or" in where);
  return isJoined ? wordsOf(speech).brackets(text) : text;
}

/** Questions of choice and presence, plainly or denied. */
function chosen(e: Operation, speech: Speech, plainly: boolean): string | undefined {
  const w = wordsOf(speech);
  const say = (yes: string, no: string): string => (plainly ? yes : no);
  if ("in" in e || "includes" in e) {
    const [subject, codes] = "in" in e ? e.in : [e.includes[0], [e.includes[1]]];
    const a = term(subject, speech);
    const list = codes.map((code) => term(code, speech, subject));
    const isList = fieldOf(subject, speech.names)?.type === "multi_choice";
    return isList
      ? say(w.includes(a, list), w.includesNot(a, list))
      : say(w.isOneOf(a, list), w.isNoneOf(a, list));
  }
  if ("mentions" in e) {
    const a = term(e.mentions[0], speech);
    const list = e.mentions[1].map(w.quote);
    return say(w.mentions(a, list), w.mentionsNot(a, list));
  }
  if ("answered" in e) {
    const a = term(e.answered, speech);
    return say(w.answered(a), w.notAnswered(a));
  }
  if ("any" in e || "all" in e) {
    const { of, where } = "any" in e ? e.any : e.all;
    const [table, test] = [tableName(of, speech), inRow(where, within(of, speech))];
    if ("any" in e) return say(w.any(table, test), w.notAny(table, test));
    return say(w.all(table, test), w.notAll(table, test));
  }
  return undefined;
}
