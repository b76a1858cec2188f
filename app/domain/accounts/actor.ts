export const staffRoles = [
  "officer",
  "committee_member",
  "committee_chair",
  "administrator",
  "auditor",
  "reviewer",
] as const;
export type StaffRole = (typeof staffRoles)[number];

export const companyRoles = ["owner", "editor", "viewer"] as const;
export type CompanyRole = (typeof companyRoles)[number];

export interface PersonActor {
  kind: "person";
  personId: string;
  sessionId: string;
  name: string;
  email: string;
  locale: "zh" | "en";
  roles: readonly StaffRole[];
  memberships: readonly { companyId: string; role: CompanyRole; isTest?: true }[];
  /** False while a staff member has yet to give (or set up) the second factor they must have. */
  fullySignedIn: boolean;
}

/** Who acts. `system` is the worker and the command line. */
export type Actor = { kind: "anonymous" } | { kind: "system" } | PersonActor;

export const anonymous: Actor = { kind: "anonymous" };
export const system: Actor = { kind: "system" };

export const hasRole = (actor: Actor, ...roles: StaffRole[]): boolean =>
  actor.kind === "person" && actor.fullySignedIn && actor.roles.some((role) => roles.includes(role));

/** Works for the fund (reviewers do not). */
export const isStaff = (actor: Actor): boolean =>
  hasRole(actor, "officer", "committee_member", "committee_chair", "administrator", "auditor");

export const companyRole = (actor: Actor, companyId: string): CompanyRole | undefined =>
  actor.kind === "person" ? actor.memberships.find((m) => m.companyId === companyId)?.role : undefined;
