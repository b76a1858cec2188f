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
  // What the browser kept for this person goes too; the page it leads to makes sure of it.
  return redirect("/sign-in?news=signed-out", {
    status: 303,
    headers: { "clear-site-data": '"storage"' },
  });
}

/** Nothing to see: signing out takes a button, so that no link or picture can do it. */
export function loader() {
  throw notFound();
}
