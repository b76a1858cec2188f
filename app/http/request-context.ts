import { createContext, type RouterContextProvider } from "react-router";
import type { Actor, PersonActor } from "#app/domain/accounts/actor.ts";
import type { Context } from "#app/features/context.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { Services } from "./services.ts";

export interface RequestContext {
  /** What features take. */
  ctx: Context;
  services: Services;
  actor: Actor;
  locale: Locale;
  /** Content-Security-Policy nonce of this response. */
  nonce: string;
  requestId: string;
  /** Path and query without `lang`, for the language switch and for `next`. */
  path: string;
  /** Truncated client network (/24 or /64), for limits; never logged. */
  network: string;
  /** Cookies to set on the way out. */
  setCookies: string[];
}

export const requestContextKey = createContext<RequestContext>();

/** The request's own context; set by the root middleware. */
export const requestContext = (context: Readonly<RouterContextProvider>): RequestContext =>
  context.get(requestContextKey);

/** The signed-in person or a redirect to sign-in that comes back here. */
export function signedIn(context: Readonly<RouterContextProvider>): RequestContext & { actor: PersonActor } {
  const request = requestContext(context);
  if (request.actor.kind !== "person") throw redirectTo(`/sign-in?next=${encodeURIComponent(request.path)}`);
  if (!request.actor.fullySignedIn) throw redirectTo("/sign-in/second-factor");
  return { ...request, actor: request.actor };
}

function redirectTo(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}
