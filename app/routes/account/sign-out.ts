import { redirect } from "react-router";
import { signOut } from "#app/features/accounts/sign-out.ts";
import { notFound } from "#app/http/not-found.ts";
import { requestContext } from "#app/http/request-context.ts";
import type { Route } from "./+types/sign-out";
import { clearSessionCookie } from "./session-cookie.ts";

export async function action({ context }: Route.ActionArgs) {
  const here = requestContext(context);
  await signOut(here.ctx);
  clearSessionCookie(here);
  return redirect("/sign-in?news=signed-out", 303);
}

/** Nothing to see: signing out takes a button, so that no link or picture can do it. */
export function loader() {
  throw notFound();
}
