import type { RouterContextProvider } from "react-router";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { notFound } from "./not-found.ts";
import { signedIn } from "./request-context.ts";

/** A signed-in reviewer; to everybody else the reviewers' pages do not exist. */
export function reviewerOnly(context: Readonly<RouterContextProvider>) {
  const request = signedIn(context);
  if (!hasRole(request.actor, "reviewer")) throw notFound();
  return request;
}
