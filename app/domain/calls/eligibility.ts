import type { Localised } from "#app/domain/shared/localised.ts";

export type EligibilityAnswer = "yes" | "no" | "unsure";

/** One disqualifying gate put as a question (domain.md §5.3); kept with the call as data. */
export interface EligibilityQuestion {
  readonly key: string;
  readonly question: Localised;
  /** Where to look it up, when that helps. */
  readonly hint?: Localised;
  readonly wanted: "yes" | "no";
  /** The formal-check code this answer foreshadows. */
  readonly code: string;
  /** Why the other answer stands in the way, and what would remove it. */
  readonly explain: Localised;
  /** `ask`: the office decides with the company; it stands in nobody's way by itself. */
  readonly consequence?: "bars" | "ask" | undefined;
}

export type EligibilityOutcome = "eligible" | "to_confirm" | "incomplete" | "not_eligible";

export interface EligibilityResult {
  readonly outcome: EligibilityOutcome;
  readonly obstacles: readonly EligibilityQuestion[];
  /** Answered otherwise than wanted, which the office has to look at. */
  readonly toAsk: readonly EligibilityQuestion[];
  readonly unsure: readonly EligibilityQuestion[];
  readonly unanswered: readonly EligibilityQuestion[];
}

/** Advice, never a gate: one obstacle is worth knowing even before the other questions are answered. */
export function evaluateEligibility(
  questions: readonly EligibilityQuestion[],
  answers: Readonly<Record<string, string | undefined>>,
): EligibilityResult {
  const contrary = questions.filter(
    ({ key, wanted }) => isAnswer(answers[key]) && isContrary(answers[key], wanted),
  );
  const obstacles = contrary.filter(({ consequence }) => consequence !== "ask");
  const toAsk = contrary.filter(({ consequence }) => consequence === "ask");
  const unsure = questions.filter(({ key }) => answers[key] === "unsure");
  const unanswered = questions.filter(({ key }) => !isAnswer(answers[key]));
  return {
    outcome: outcomeOf(obstacles.length, unanswered.length, unsure.length + toAsk.length),
    obstacles,
    toAsk,
    unsure,
    unanswered,
  };
}

export const isAnswer = (value: string | undefined): value is EligibilityAnswer =>
  value === "yes" || value === "no" || value === "unsure";

const isContrary = (answer: EligibilityAnswer, wanted: "yes" | "no"): boolean =>
  answer !== "unsure" && answer !== wanted;

function outcomeOf(obstacles: number, unanswered: number, unsure: number): EligibilityOutcome {
  if (obstacles > 0) return "not_eligible";
  if (unanswered > 0) return "incomplete";
  return unsure > 0 ? "to_confirm" : "eligible";
}
