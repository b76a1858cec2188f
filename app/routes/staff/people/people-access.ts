import type { RouterContextProvider } from "react-router";
import { can } from "#app/domain/accounts/policy.ts";
import { notFound } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";

/** Administrators and auditors; to the rest of the office these pages do not exist. */
export function peopleAccess(context: Readonly<RouterContextProvider>) {
  const request = staffOnly(context);
  if (!can(request.actor, "list", { personId: null })) throw notFound();
  return { ...request, mayInvite: can(request.actor, "invite", { personId: null }) };
}
