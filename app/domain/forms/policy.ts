import { type Actor, hasRole } from "../accounts/actor.ts";

type Rule = (actor: Actor) => boolean;

/**
 * Who may do what with forms; anything not listed is refused. Officers write forms beside the administrators:
 * they know what a call must ask, and nothing they write reaches a call before an administrator publishes it.
 */
const rules = {
  read: (actor) => hasRole(actor, "officer", "administrator", "auditor"),
  edit: (actor) => hasRole(actor, "officer", "administrator"),
  publish: (actor) => hasRole(actor, "administrator"),
} as const satisfies Record<string, Rule>;

export type FormAction = keyof typeof rules;

export const mayForm = (actor: Actor, action: FormAction): boolean => rules[action](actor);
