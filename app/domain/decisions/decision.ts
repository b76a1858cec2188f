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
}

export type DecisionField = "kind" | "amount" | "conditions" | "reasonCode" | "reasonText" | "meetingOn";

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
  | { readonly field: "amount"; readonly problem: "below_call" | "above_call"; readonly limitFen: Fen }
  | { readonly field: "conditions" | "reasonText"; readonly problem: "too_short"; readonly needed: number }
  | { readonly field: "conditions" | "reasonText"; readonly problem: "too_long"; readonly limit: number };

/** The applicant reads both, so a word or two will not do. */
export const decisionTextMinimum = 20;
export const decisionTextMaximum = 3000;

export interface DecisionFacts {
  readonly amountRequestedFen: Fen | null;
  /** What the call gives one application at least and at most; null where it sets no such limit. */
  readonly minimumFen: Fen | null;
  readonly maximumFen: Fen | null;
  readonly today: CalendarDay;
}

/** What keeps this from being recorded; empty when it may be. */
export function decisionProblems(input: DecisionInput, facts: DecisionFacts): DecisionProblem[] {
  const day = meetingProblems(input.meetingOn, facts.today);
  if (input.kind === "") return [{ field: "kind", problem: "missing" }, ...day];
  if (!isDecisionKind(input.kind)) return [{ field: "kind", problem: "not_an_option" }, ...day];
  return [
    ...amountProblems(input.kind, input.amountFen, facts),
    ...conditionProblems(input.kind, input.conditions),
    ...reasonProblems(input.kind, input.reasonCode, input.reasonText),
    ...day,
  ];
}

function amountProblems(
  kind: DecisionKind,
  amountFen: Fen | null,
  { amountRequestedFen, minimumFen, maximumFen }: DecisionFacts,
): DecisionProblem[] {
  const field = "amount";
  if (!isApproval(kind)) return amountFen === null ? [] : [{ field, problem: "not_for_this_kind" }];
  if (amountFen === null) return [{ field, problem: "missing" }];
  if (amountFen <= 0) return [{ field, problem: "not_positive" }];
  if (amountRequestedFen !== null && amountFen > amountRequestedFen)
    return [{ field, problem: "above_request" }];
  if (maximumFen !== null && amountFen > maximumFen)
    return [{ field, problem: "above_call", limitFen: maximumFen }];
  return minimumFen !== null && amountFen < minimumFen
    ? [{ field, problem: "below_call", limitFen: minimumFen }]
    : [];
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

function textProblems(field: "conditions" | "reasonText", text: string): DecisionProblem[] {
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
