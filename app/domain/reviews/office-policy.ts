import { type Actor, hasRole, isStaff } from "../accounts/actor.ts";

export interface AssignmentSubject {
  /** State of the application. */
  state: string;
  /** Whom the assignment or the conflict is about. */
  personId?: string;
}

type Rule = (actor: Actor, subject: AssignmentSubject) => boolean;

const isOffice: Rule = (actor) => hasRole(actor, "officer", "administrator");
const isSelf: Rule = (actor, { personId }) => actor.kind === "person" && actor.personId === personId;
const inScoring: Rule = (_actor, { state }) => state === "expert_review";

/**
 * Who may do what with reviewers, conflicts and scores of an application the actor can see; anything not
 * listed is refused. Nobody assigns or judges themselves.
 */
const rules = {
  read_reviewers: (actor) => isStaff(actor),
  assign: (a, s) => isOffice(a, s) && inScoring(a, s) && !isSelf(a, s),
  /** Who would review what; with names. */
  read_proposals: (actor) => hasRole(actor, "officer", "administrator", "auditor"),
  /** Weighs the match, works proposals out, changes, releases or discards them. */
  propose: isOffice,
  withdraw: (a, s) => isOffice(a, s) && !isSelf(a, s),
  judge_conflict: (a, s) => isOffice(a, s) && !isSelf(a, s),
  read_scores: (actor) => isStaff(actor),
  /** Names of reviewers beside their scores; the committee reads codes. */
  read_reviewer_names: (actor) => hasRole(actor, "officer", "administrator", "auditor"),
  export_scores: (actor) => hasRole(actor, "officer", "administrator", "auditor", "committee_chair"),
  /** Where a reviewer works and what they know; before there is one they cannot be assigned. */
  keep_profile: (a, s) => isOffice(a, s) && !isSelf(a, s),
  /** Equal in score and in every tie-break: the chair decides (domain.md §5.4). */
  order_ties: (actor) => hasRole(actor, "committee_chair"),
  /** For how many applications the money is meant to be. */
  move_line: (actor) => hasRole(actor, "officer", "administrator", "committee_chair"),
  /** How harsh each reviewer seems: for whoever chooses reviewers, never for one of them. */
  read_severity: (a, s) => isOffice(a, s) && !hasRole(a, "reviewer"),
} as const satisfies Record<string, Rule>;

export type ReviewOfficeAction = keyof typeof rules;

export const mayReview = (
  actor: Actor,
  action: ReviewOfficeAction,
  subject: AssignmentSubject = { state: "" },
): boolean => rules[action](actor, subject);
