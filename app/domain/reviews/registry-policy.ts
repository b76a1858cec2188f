import { type Actor, hasRole } from "../accounts/actor.ts";

type Rule = (actor: Actor, personId: string) => boolean;

const isSelf: Rule = (actor, personId) =>
  hasRole(actor, "reviewer") && actor.kind === "person" && actor.personId === personId;
const isSomebodyElse: Rule = (actor, personId) => actor.kind === "person" && actor.personId !== personId;

/** Who may do what with what a reviewer says of themselves; anything not listed is refused. */
const rules = {
  edit: isSelf,
  /** Says what they would like to review, before anybody is assigned. */
  wish: isSelf,
  /** The office's own list; reviewers have their own page. */
  read_all: (actor) => hasRole(actor, "officer", "administrator", "auditor"),
  confirm: (actor, personId) => hasRole(actor, "officer", "administrator") && isSomebodyElse(actor, personId),
} as const satisfies Record<string, Rule>;

export type RegistryAction = keyof typeof rules;

export const mayRegistry = (actor: Actor, action: RegistryAction, personId = ""): boolean =>
  rules[action](actor, personId);
