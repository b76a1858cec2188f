import type { StaffRole } from "./actor.ts";

export type Landing = "staff" | "reviewer" | "applicant";

/** Where a person belongs after signing in. Whoever works for the fund and reviews besides starts at the desk. */
export function landingOf(roles: readonly StaffRole[]): Landing {
  if (roles.some((role) => role !== "reviewer")) return "staff";
  return roles.length > 0 ? "reviewer" : "applicant";
}
