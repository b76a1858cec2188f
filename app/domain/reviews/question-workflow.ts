import { isBefore } from "../shared/beijing-time.ts";

export const questionStates = ["asked", "forwarded", "answered", "passed_on", "declined"] as const;
export type QuestionState = (typeof questionStates)[number];

export type QuestionParty = "office" | "company";

interface Step {
  readonly from: readonly QuestionState[];
  readonly to: QuestionState;
  readonly by: QuestionParty;
}

/**
 * A reviewer's question to the company. The office stands between the two, both ways: what reaches the company
 * names nobody, and what comes back reaches every reviewer of the application at the same moment (domain.md §5.4).
 */
export const questionWorkflow = {
  forward: { from: ["asked"], to: "forwarded", by: "office" },
  decline: { from: ["asked"], to: "declined", by: "office" },
  /** Until the office passes it on, and before it is due, the company may put its answer better. */
  answer: { from: ["forwarded", "answered"], to: "answered", by: "company" },
  pass_on: { from: ["answered"], to: "passed_on", by: "office" },
} as const satisfies Record<string, Step>;

export type QuestionStep = keyof typeof questionWorkflow;

/** The state after `step`, or null when it is not allowed in `from` or not for `party`. */
export function questionTransition(
  from: string,
  step: QuestionStep,
  party: QuestionParty,
): QuestionState | null {
  const { from: allowed, to, by }: Step = questionWorkflow[step];
  return (allowed as readonly string[]).includes(from) && by === party ? to : null;
}

/** Where a question stands for a reader: with the company past its time is something else than with the company. */
export const questionStandings = [...questionStates, "overdue"] as const;
export type QuestionStanding = (typeof questionStandings)[number];

export const questionStanding = (
  { state, dueAt }: { readonly state: QuestionState; readonly dueAt: string | null },
  now: Date,
): QuestionStanding => (state === "forwarded" && dueAt !== null && !isBefore(now, dueAt) ? "overdue" : state);

/** The office has to do something about it. */
export const waitingForOffice: readonly QuestionState[] = ["asked", "answered"];

/** Questions of one reviewer about one application that the office has not dealt with. */
export const mostWaitingQuestions = 10;

/** Working days the office may give a company for its answer. */
export const questionDays = { usual: 3, most: 10 } as const;

export const questionLimits = { question: 1000, answer: 3000 } as const;

export type TextProblem = "empty" | "too_long";

export function textProblem(text: string, most: number): TextProblem | null {
  const length = [...text.trim()].length;
  if (length === 0) return "empty";
  return length > most ? "too_long" : null;
}

/** As forms write it, without what surrounds it. */
export const plainText = (text: string): string => text.replaceAll("\r\n", "\n").trim();
