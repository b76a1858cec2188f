import type { RouterContextProvider } from "react-router";
import { isStaff } from "#app/domain/accounts/actor.ts";
import { notFound } from "./not-found.ts";
import { signedIn } from "./request-context.ts";

/** Somebody who works for the fund; to everybody else the office's pages do not exist. */
export function staffOnly(context: Readonly<RouterContextProvider>) {
  const request = signedIn(context);
  if (!isStaff(request.actor)) throw notFound();
  return request;
}
