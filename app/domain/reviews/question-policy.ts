import { type Actor, companyRole, hasRole, isStaff } from "../accounts/actor.ts";
import { isBefore } from "../shared/beijing-time.ts";

export interface QuestionSubject {
  companyId: string;
  applicationState: string;
  /** The reviewer who asked. */
  askedBy: string;
  dueAt: string | null;
}

type Rule = (actor: Actor, subject: QuestionSubject, now: Date) => boolean;

const isOffice: Rule = (actor) => hasRole(actor, "officer", "administrator");
const isAsker: Rule = (actor, { askedBy }) => actor.kind === "person" && actor.personId === askedBy;
/** After the committee has it an answer could change nothing that is still open. */
const isUnderReview: Rule = (_actor, { applicationState }) =>
  applicationState === "expert_review" || applicationState === "panel";
const isInTime: Rule = (_actor, { dueAt }, now) => dueAt !== null && isBefore(now, dueAt);

/**
 * Who may do what with a reviewer's question about an application the actor can see; anything not listed is
 * refused. Nobody of the office handles what they asked themselves.
 */
const rules = {
  read: (actor) => isStaff(actor),
  /** The committee reads codes, not names. */
  read_asker: (actor) => hasRole(actor, "officer", "administrator", "auditor"),
  handle: (a, s, n) => isOffice(a, s, n) && !isAsker(a, s, n) && isUnderReview(a, s, n),
  read_as_company: (actor, { companyId }) => companyRole(actor, companyId) !== undefined,
  answer: (a, s, n) =>
    ["owner", "editor"].includes(companyRole(a, s.companyId) ?? "") &&
    isUnderReview(a, s, n) &&
    isInTime(a, s, n),
} as const satisfies Record<string, Rule>;

export type QuestionAction = keyof typeof rules;

const nowhere: QuestionSubject = { companyId: "", applicationState: "", askedBy: "", dueAt: null };

export const mayQuestion = (
  actor: Actor,
  action: QuestionAction,
  now: Date,
  subject: Partial<QuestionSubject> = {},
): boolean => rules[action](actor, { ...nowhere, ...subject }, now);
