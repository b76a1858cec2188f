import type { Fen } from "#app/domain/shared/money.ts";
import type { DecisionKind } from "./decision.ts";

/** The one letter that may tell of each kind of decision. */
export const letterTemplates = {
  approve: "decision-approve",
  approve_with_conditions: "decision-approve-with-conditions",
  defer: "decision-defer",
  reject: "decision-reject",
} as const satisfies Record<DecisionKind, string>;

export interface DecisionFacts {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly amountFen: Fen | null;
  readonly conditions: string;
  readonly companyId: string;
  readonly applicationNumber: string;
}

export interface Letter {
  readonly template: string;
  readonly decisionId: string;
  readonly amountFen?: Fen | null;
  readonly conditions?: string | null;
  /** The company whose members it is addressed to. */
  readonly companyId: string;
  readonly applicationNumber: string;
  /** Subject and body as rendered, where they exist: no other application may be named in them. */
  readonly renderedText?: string;
}

export type Disagreement =
  "decision" | "template" | "amount" | "conditions" | "company" | "application_number";

/** Everything in which a letter says other than what was decided. A letter with any of these is not sent. */
export function letterAgreesWithDecision(letter: Letter, decision: DecisionFacts): Disagreement[] {
  const found: Disagreement[] = [];
  if (letter.decisionId !== decision.id) found.push("decision");
  if (letter.template !== letterTemplates[decision.kind]) found.push("template");
  if ((letter.amountFen ?? null) !== decision.amountFen) found.push("amount");
  if ((letter.conditions ?? "").trim() !== decision.conditions.trim()) found.push("conditions");
  if (letter.companyId !== decision.companyId) found.push("company");
  if (!namesOnly(decision.applicationNumber, letter)) found.push("application_number");
  return found;
}

function namesOnly(number: string, letter: Letter): boolean {
  if (number === "" || letter.applicationNumber !== number) return false;
  if (letter.renderedText === undefined) return true;
  const named = letter.renderedText.match(/\bSXIC-[0-9]{4}-C[0-9]{1,2}-[0-9]{4,}\b/g) ?? [];
  return named.length > 0 && named.every((each) => each === number);
}
