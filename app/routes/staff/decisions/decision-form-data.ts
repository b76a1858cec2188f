import {
  type DecisionFacts,
  type DecisionField,
  type DecisionInput,
  type DecisionProblem,
  decisionProblems,
} from "#app/domain/decisions/decision.ts";
import { type MoneyRefusal, parseMoneyWan } from "#app/domain/shared/money.ts";
import { formatMoney } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { decisionMessages } from "#app/i18n/messages/decisions.ts";

/** In the order of the page. */
const decisionFields = [
  "kind",
  "meetingOn",
  "amount",
  "conditions",
  "reasonCode",
  "reasonText",
  "overBudget",
  "overBudgetReason",
] as const satisfies readonly DecisionField[];

/** Exactly what was typed. */
export type TypedDecision = Record<DecisionField, string>;
export type FormProblem = DecisionProblem | { field: "amount"; money: MoneyRefusal };

export const readTyped = (form: FormData): TypedDecision =>
  Object.fromEntries(decisionFields.map((field) => [field, String(form.get(field) ?? "")])) as TypedDecision;

/** The decision as typed, with everything wrong about it at once. */
export function checkTyped(
  typed: TypedDecision,
  facts: DecisionFacts,
): { input: DecisionInput; problems: FormProblem[] } {
  const money = parseMoneyWan(typed.amount);
  const input: DecisionInput = {
    kind: typed.kind,
    amountFen: money.ok ? money.value : null,
    conditions: typed.conditions,
    reasonCode: typed.reasonCode || null,
    reasonText: typed.reasonText,
    meetingOn: typed.meetingOn.trim(),
    overBudgetReason: typed.overBudget === "" ? null : typed.overBudgetReason,
  };
  const problems = decisionProblems(input, facts);
  if (money.ok || money.reason === "empty") return { input, problems: inPageOrder(problems) };
  const unreadable: FormProblem = { field: "amount", money: money.reason };
  const others = problems.filter(({ field }) => field !== "amount");
  return { input, problems: inPageOrder([...others, unreadable]) };
}

const inPageOrder = (problems: readonly FormProblem[]): FormProblem[] =>
  problems.toSorted((a, b) => decisionFields.indexOf(a.field) - decisionFields.indexOf(b.field));

/** Where the problem stands on the page, and what to do about it. */
export function problemText(locale: Locale, problem: FormProblem): string {
  const t = decisionMessages[locale].problems;
  if (problem.field === "overBudget")
    return "limitFen" in problem ? t.overBudget(formatMoney(locale, problem.limitFen)) : "";
  if ("money" in problem) return t.money[problem.money];
  if ("limitFen" in problem) return t.limits[problem.problem](formatMoney(locale, problem.limitFen));
  const words = t[problem.field] as Record<string, string | ((limit: number) => string)>;
  const sentence = words[problem.problem] ?? "";
  if (typeof sentence === "string") return sentence;
  return sentence("needed" in problem ? problem.needed : "limit" in problem ? problem.limit : 0);
}
