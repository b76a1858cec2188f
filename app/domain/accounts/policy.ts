import { type Actor, hasRole } from "./actor.ts";

type Rule = (actor: Actor, subject: { personId: string | null }) => boolean;

const isAdministrator: Rule = (actor) => hasRole(actor, "administrator");
/** The command line invites the first administrator. */
const isSystem: Rule = (actor) => actor.kind === "system";
const isSomebodyElse: Rule = (actor, { personId }) => actor.kind === "person" && actor.personId !== personId;
const isSelf: Rule = (actor, { personId }) =>
  actor.kind === "person" && actor.fullySignedIn && actor.personId === personId;

/** Who may do what with a person's account; anything not listed is refused. */
const rules = {
  list: (a, s) => isAdministrator(a, s) || hasRole(a, "auditor"),
  invite: (a, s) => isAdministrator(a, s) || isSystem(a, s),
  change_roles: isAdministrator,
  /** Nobody locks themselves out by mistake. */
  disable: (a, s) => isAdministrator(a, s) && isSomebodyElse(a, s),
  enable: isAdministrator,
  take_second_factor: (a, s) => isAdministrator(a, s) && isSomebodyElse(a, s),
  change_own: isSelf,
} as const satisfies Record<string, Rule>;

export type AccountAction = keyof typeof rules;

export const can = (actor: Actor, action: AccountAction, subject: { personId: string | null }): boolean =>
  rules[action](actor, subject);
