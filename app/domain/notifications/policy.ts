import { type Actor, hasRole } from "../accounts/actor.ts";

type Rule = (actor: Actor) => boolean;

const isAdministrator: Rule = (actor) => hasRole(actor, "administrator");

/** Who may do what with the mail log; anything not listed is refused. */
const rules = {
  read: (actor) => isAdministrator(actor) || hasRole(actor, "auditor"),
  resend: isAdministrator,
  /** A mail that has not left yet. */
  cancel: isAdministrator,
} as const satisfies Record<string, Rule>;

export type MailAction = keyof typeof rules;

export const canWithMail = (actor: Actor, action: MailAction): boolean => rules[action](actor);
