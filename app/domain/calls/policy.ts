import { type Actor, hasRole } from "../accounts/actor.ts";

type Rule = (actor: Actor) => boolean;

/** Who may do what with the writing of a call; anything not listed is refused. Running an open one is the office's. */
const rules = {
  read: (actor) => hasRole(actor, "officer", "administrator", "auditor"),
  edit: (actor) => hasRole(actor, "administrator"),
  publish: (actor) => hasRole(actor, "administrator"),
  withdraw: (actor) => hasRole(actor, "administrator"),
  /** Fills in and sends off the form of a call before anybody else can. */
  test: (actor) => hasRole(actor, "officer", "administrator"),
  /** Lets somebody from outside do so. */
  invite_testers: (actor) => hasRole(actor, "administrator"),
} as const satisfies Record<string, Rule>;

export type CallAction = keyof typeof rules;

export const mayCall = (actor: Actor, action: CallAction): boolean => rules[action](actor);
