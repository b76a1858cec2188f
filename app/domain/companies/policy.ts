import { type Actor, companyRole, hasRole, isStaff } from "../accounts/actor.ts";

export interface CompanySubject {
  companyId: string;
  usccState: string;
}

type Rule = (actor: Actor, subject: CompanySubject) => boolean;

const isOwner: Rule = (actor, { companyId }) => companyRole(actor, companyId) === "owner";
const isMember: Rule = (actor, { companyId }) => companyRole(actor, companyId) !== undefined;
const isOffice: Rule = (actor) => hasRole(actor, "officer", "administrator");
/** The code may be put right until a person or the check character has confirmed it. */
const isUnconfirmed: Rule = (_actor, { usccState }) => usccState === "pending" || usccState === "refused";

/** Who may do what with a company; anything not listed is refused. */
const rules = {
  read: (a, s) => isMember(a, s) || isStaff(a),
  edit_profile: (a, s) => ["owner", "editor"].includes(companyRole(a, s.companyId) ?? ""),
  manage_members: isOwner,
  leave: isMember,
  correct_uscc: (a, s) => isOwner(a, s) && isUnconfirmed(a, s),
  read_licence: (a, s) => isOwner(a, s) || isOffice(a, s) || hasRole(a, "auditor"),
  judge_uscc: (a, s) => isOffice(a, s) && s.usccState === "pending",
} as const satisfies Record<string, Rule>;

export type CompanyAction = keyof typeof rules;

export const can = (actor: Actor, action: CompanyAction, subject: CompanySubject): boolean =>
  rules[action](actor, subject);

/** The fund's people and reviewers never act for a company with the same account. */
export const mayJoinCompanies = (actor: Actor): boolean =>
  actor.kind === "person" && actor.fullySignedIn && actor.roles.length === 0;
