import { type Actor, hasRole, isStaff } from "../accounts/actor.ts";

type Rule = (actor: Actor) => boolean;

const officeOnly: Rule = (actor) => hasRole(actor, "officer", "administrator");

/** What the office does with many applications at once or with the portal itself; anything not listed is refused. */
const rules = {
  list: isStaff,
  /** Deal applications out among the officers. */
  deal_out: officeOnly,
  export_applications: (actor) => hasRole(actor, "officer", "administrator", "auditor"),
  read_audit: (actor) => hasRole(actor, "officer", "administrator", "auditor"),
  read_calls: isStaff,
  run_calls: officeOnly,
  /** Holidays, worked weekends and the days of reminders. */
  read_working_days: (actor) => hasRole(actor, "officer", "administrator", "auditor"),
  change_working_days: (actor) => hasRole(actor, "administrator"),
} as const satisfies Record<string, Rule>;

export type OfficeAction = keyof typeof rules;

export const mayOffice = (actor: Actor, action: OfficeAction): boolean => rules[action](actor);
