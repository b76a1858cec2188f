import { readCallReference } from "#app/domain/calls/call-reference.ts";
import { type DecisionKind, isDecisionKind } from "./decision.ts";
import { type DecisionState, decisionStates } from "./release-decision.ts";

/** What the list of decisions is narrowed to; the page and its export read the same address. */
export interface DecisionFilter {
  state: DecisionState | null;
  kind: DecisionKind | null;
  /** `C5`, or `C5-2025` for a call of another year. */
  call: string | null;
}

export function readDecisionFilter(query: URLSearchParams): DecisionFilter {
  const [state, kind, call] = [query.get("state"), query.get("kind") ?? "", query.get("call") ?? ""];
  return {
    state: decisionStates.find((each) => each === state) ?? null,
    kind: isDecisionKind(kind) ? kind : null,
    call: readCallReference(call) ? call.trim().toUpperCase() : null,
  };
}

/** The address's query for a filter, without what is not restricted. */
export function decisionQuery(filter: Partial<DecisionFilter>): string {
  const query = new URLSearchParams();
  for (const key of ["state", "kind", "call"] as const) if (filter[key]) query.set(key, filter[key]);
  return query.toString();
}
