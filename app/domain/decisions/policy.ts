import { type Actor, hasRole, isStaff } from "../accounts/actor.ts";

export interface DecisionSubject {
  /** State of the application. */
  state: string;
  /** Who recorded the decision, when there is one. */
  recordedBy?: string;
}

type Rule = (actor: Actor, subject: DecisionSubject) => boolean;

const mayRecord: Rule = (actor, { state }) =>
  hasRole(actor, "officer", "administrator", "committee_chair") && state === "ic_review";

/**
 * Who may do what with decisions of an application the actor can see; anything not listed is refused.
 * Until release a decision is embargoed: the fund's own people alone know of it.
 */
const rules = {
  read: (actor) => isStaff(actor),
  record: mayRecord,
  supersede: mayRecord,
  /** Two persons: whoever recorded it does not release it. */
  release: (actor, { state, recordedBy }) =>
    hasRole(actor, "committee_chair", "administrator") &&
    state === "ic_review" &&
    actor.kind === "person" &&
    recordedBy !== undefined &&
    actor.personId !== recordedBy,
  export: (actor) =>
    hasRole(actor, "officer", "administrator", "auditor", "committee_chair", "committee_member"),
} as const satisfies Record<string, Rule>;

export type DecisionAction = keyof typeof rules;

export const canDecide = (
  actor: Actor,
  action: DecisionAction,
  subject: DecisionSubject = { state: "" },
): boolean => rules[action](actor, subject);
