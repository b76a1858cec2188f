import { type Actor, companyRole, hasRole, isStaff } from "../accounts/actor.ts";
import { isBefore } from "../shared/beijing-time.ts";
import { isEditable } from "./workflow.ts";

/** The least a rule needs to know of an application. */
export interface ApplicationSubject {
  companyId: string;
  state: string;
  /** When its call closes; null while no closing time is set. */
  closesAt: string | null;
  /** Deadline of a correction, set while the state is supplement_required. */
  dueAt: string | null;
  /** The actor's own assignment, when the actor is its reviewer. */
  assignment?: { state: string; declaredAt: string | null } | undefined;
  /** True when a confirmed or declared conflict stands between the actor and this application. */
  conflicted?: boolean;
}

type Rule = (actor: Actor, subject: ApplicationSubject, now: Date) => boolean;

const isOwner: Rule = (actor, { companyId }) => companyRole(actor, companyId) === "owner";
const mayEdit: Rule = (actor, { companyId }) =>
  ["owner", "editor"].includes(companyRole(actor, companyId) ?? "");
const isMember: Rule = (actor, { companyId }) => companyRole(actor, companyId) !== undefined;
const isSystem: Rule = (actor) => actor.kind === "system";
const isOfficer: Rule = (actor) => hasRole(actor, "officer", "administrator");

const beforeClosing: Rule = (_actor, { closesAt }, now) => closesAt === null || isBefore(now, closesAt);
const withinCorrection: Rule = (_actor, { state, dueAt }, now) =>
  state === "supplement_required" && (dueAt === null || isBefore(now, dueAt));

/** Drafts belong to the company alone; the fund sees an application once it is submitted. */
const staffMayRead: Rule = (actor, subject) =>
  isStaff(actor) && subject.state !== "draft" && !subject.conflicted;
const reviewerMayRead: Rule = (actor, { assignment, conflicted }) =>
  hasRole(actor, "reviewer") &&
  !conflicted &&
  assignment !== undefined &&
  assignment.declaredAt !== null &&
  ["accepted", "submitted"].includes(assignment.state);

/**
 * Who may do what with an application; anything not listed is refused.
 * Commands ask inside their transaction, so a route cannot forget (domain.md §2.3, §2.6).
 */
const rules = {
  read: (a, s, n) =>
    isMember(a, s, n) || staffMayRead(a, s, n) || reviewerMayRead(a, s, n) || isSystem(a, s, n),
  /** Export control and sanctions answers: the company's own editors and the fund's office. */
  read_restricted: (a, s, n) =>
    mayEdit(a, s, n) || (staffMayRead(a, s, n) && hasRole(a, "officer", "administrator", "auditor")),
  edit: (a, s, n) =>
    mayEdit(a, s, n) &&
    isEditable(s.state) &&
    (s.state === "supplement_required" ? withinCorrection(a, s, n) : true),
  submit: (a, s, n) =>
    isOwner(a, s, n) && (s.state === "draft" || s.state === "submitted") && beforeClosing(a, s, n),
  resubmit: (a, s, n) => isOwner(a, s, n) && withinCorrection(a, s, n),
  /** Who cannot submit asks an owner to. */
  ask_sign_off: (a, s, n) =>
    companyRole(a, s.companyId) === "editor" &&
    (s.state === "supplement_required"
      ? withinCorrection(a, s, n)
      : isEditable(s.state) && beforeClosing(a, s, n)),
  decline_sign_off: (a, s, n) => isOwner(a, s, n) && isEditable(s.state),
  withdraw: (a, s, n) => isOwner(a, s, n),
  delete_draft: (a, s, n) => isOwner(a, s, n) && s.state === "draft",
  check: (a, s) => isOfficer(a, s, new Date(0)) && s.state !== "draft" && !s.conflicted,
  assign: (a, s) => isOfficer(a, s, new Date(0)) && s.state !== "draft" && !s.conflicted,
  move: (a, s) => isOfficer(a, s, new Date(0)) && s.state !== "draft" && !s.conflicted,
  lapse: isSystem,
} as const satisfies Record<string, Rule>;

export type ApplicationAction = keyof typeof rules;

export const can = (
  actor: Actor,
  action: ApplicationAction,
  subject: ApplicationSubject,
  now: Date,
): boolean => rules[action](actor, subject, now);

/** Owners and editors of a company may begin an application for it. */
export const canStartApplication = (actor: Actor, companyId: string): boolean =>
  ["owner", "editor"].includes(companyRole(actor, companyId) ?? "");
