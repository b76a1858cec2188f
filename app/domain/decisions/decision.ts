import type { ApplicationEvent } from "#app/domain/applications/workflow.ts";
import { isCalendarDay, type CalendarDay } from "#app/domain/shared/beijing-time.ts";
import type { Fen } from "#app/domain/shared/money.ts";
import { isDecisionReason, reasonFits } from "./decision-reasons.ts";

export const decisionKinds = ["approve", "approve_with_conditions", "defer", "reject"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const isDecisionKind = (kind: string): kind is DecisionKind =>
  (decisionKinds as readonly string[]).includes(kind);

export const isApproval = (kind: DecisionKind): kind is "approve" | "approve_with_conditions" =>
  kind === "approve" || kind === "approve_with_conditions";

/** The application's step that releasing such a decision takes. */
export const releaseEvents = {
  approve: "release_approval",
  approve_with_conditions: "release_approval",
  defer: "release_deferral",
  reject: "release_rejection",
} as const satisfies Record<DecisionKind, ApplicationEvent>;

export interface DecisionInput {
  readonly kind: string;
  readonly amountFen: Fen | null;
  readonly conditions: string;
  readonly reasonCode: string | null;
  readonly reasonText: string;
  /** The day the committee met. */
  readonly meetingOn: CalendarDay;
  /** Why the call's budget may be exceeded; null where nobody said that it may. */
  readonly overBudgetReason?: string | null;
}

export type DecisionField =
  | "kind"
  | "amount"
  | "conditions"
  | "reasonCode"
  | "reasonText"
  | "meetingOn"
  | "overBudget"
  | "overBudgetReason";

export type DecisionProblem =
  | {
      readonly field: DecisionField;
      readonly problem:
        | "missing"
        | "not_an_option"
        | "not_for_this_kind"
        | "not_positive"
        | "above_request"
        | "not_a_day"
        | "in_the_future";
    }
  | { readonly field: "amount"; readonly problem: "above_call"; readonly limitFen: Fen }
  /** By how much the approvals of the call would exceed its budget. */
  | { readonly field: "overBudget"; readonly problem: "over_budget"; readonly limitFen: Fen }
  | { readonly field: LongText; readonly problem: "too_short"; readonly needed: number }
  | { readonly field: LongText; readonly problem: "too_long"; readonly limit: number };

type LongText = "conditions" | "reasonText" | "overBudgetReason";

/** The applicant reads both, so a word or two will not do. */
export const decisionTextMinimum = 20;
export const decisionTextMaximum = 3000;

export interface DecisionFacts {
  readonly amountRequestedFen: Fen | null;
  /** What the call gives one application at most; null where it sets no such limit. What one may ask for at least
   * does not bind the committee: it may agree to less. */
  readonly maximumFen: Fen | null;
  readonly budget: CallBudget;
  readonly today: CalendarDay;
}

/** What a call may give in all, and what its other approvals come to, released or not. */
export interface CallBudget {
  /** Null where the call states none. */
  readonly budgetFen: Fen | null;
  readonly approvedFen: Fen;
  readonly approvals: number;
}

/** By how much the budget is exceeded once this is given too; 0 while it is not. */
export const overBudgetBy = ({ budgetFen, approvedFen }: CallBudget, amountFen: Fen): Fen =>
  budgetFen === null ? 0 : Math.max(0, approvedFen + amountFen - budgetFen);

/** What keeps this from being recorded; empty when it may be. */
export function decisionProblems(input: DecisionInput, facts: DecisionFacts): DecisionProblem[] {
  const day = meetingProblems(input.meetingOn, facts.today);
  if (input.kind === "") return [{ field: "kind", problem: "missing" }, ...day];
  if (!isDecisionKind(input.kind)) return [{ field: "kind", problem: "not_an_option" }, ...day];
  return [
    ...amountProblems(input.kind, input.amountFen, facts),
    ...conditionProblems(input.kind, input.conditions),
    ...reasonProblems(input.kind, input.reasonCode, input.reasonText),
    ...budgetProblems(input, facts.budget),
    ...day,
  ];
}

function amountProblems(
  kind: DecisionKind,
  amountFen: Fen | null,
  { amountRequestedFen, maximumFen }: DecisionFacts,
): DecisionProblem[] {
  const field = "amount";
  if (!isApproval(kind)) return amountFen === null ? [] : [{ field, problem: "not_for_this_kind" }];
  if (amountFen === null) return [{ field, problem: "missing" }];
  if (amountFen <= 0) return [{ field, problem: "not_positive" }];
  if (amountRequestedFen !== null && amountFen > amountRequestedFen)
    return [{ field, problem: "above_request" }];
  return maximumFen !== null && amountFen > maximumFen
    ? [{ field, problem: "above_call", limitFen: maximumFen }]
    : [];
}

/** Beyond the budget only knowingly, and for a reason that stays on record. */
function budgetProblems(
  { kind, amountFen, overBudgetReason = null }: DecisionInput,
  budget: CallBudget,
): DecisionProblem[] {
  if (!isDecisionKind(kind) || !isApproval(kind) || amountFen === null || amountFen <= 0) return [];
  const limitFen = overBudgetBy(budget, amountFen);
  if (limitFen === 0) return [];
  if (overBudgetReason === null) return [{ field: "overBudget", problem: "over_budget", limitFen }];
  return textProblems("overBudgetReason", overBudgetReason);
}

function conditionProblems(kind: DecisionKind, conditions: string): DecisionProblem[] {
  const field = "conditions";
  if (kind === "approve_with_conditions") return textProblems(field, conditions);
  return conditions.trim() === "" ? [] : [{ field, problem: "not_for_this_kind" }];
}

function reasonProblems(kind: DecisionKind, code: string | null, text: string): DecisionProblem[] {
  if (isApproval(kind)) {
    const surplus: DecisionProblem[] = code ? [{ field: "reasonCode", problem: "not_for_this_kind" }] : [];
    return text.trim() === "" ? surplus : [...surplus, { field: "reasonText", problem: "not_for_this_kind" }];
  }
  return [...codeProblems(kind, code), ...textProblems("reasonText", text)];
}

function codeProblems(kind: "defer" | "reject", code: string | null): DecisionProblem[] {
  const field = "reasonCode";
  if (!code) return [{ field, problem: "missing" }];
  if (!isDecisionReason(code)) return [{ field, problem: "not_an_option" }];
  return reasonFits(code, kind) ? [] : [{ field, problem: "not_for_this_kind" }];
}

function textProblems(field: LongText, text: string): DecisionProblem[] {
  const length = [...text.trim()].length;
  if (length === 0) return [{ field, problem: "missing" }];
  if (length < decisionTextMinimum) return [{ field, problem: "too_short", needed: decisionTextMinimum }];
  return length > decisionTextMaximum ? [{ field, problem: "too_long", limit: decisionTextMaximum }] : [];
}

function meetingProblems(meetingOn: CalendarDay, today: CalendarDay): DecisionProblem[] {
  const field = "meetingOn";
  if (meetingOn === "") return [{ field, problem: "missing" }];
  if (!isCalendarDay(meetingOn)) return [{ field, problem: "not_a_day" }];
  return meetingOn > today ? [{ field, problem: "in_the_future" }] : [];
}
