import type { RouterContextProvider } from "react-router";
import { mayRegistry } from "#app/domain/reviews/registry-policy.ts";
import { notFound } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";

/** Officers, administrators and auditors; to the committee these pages do not exist. */
export function reviewersAccess(context: Readonly<RouterContextProvider>) {
  const request = staffOnly(context);
  if (!mayRegistry(request.actor, "read_all")) throw notFound();
  return request;
}
