import { readCookie, sessionCookieName, writeCookie } from "#app/http/cookies.ts";
import type { RequestContext } from "#app/http/request-context.ts";

type Reply = Pick<RequestContext, "ctx" | "setCookies">;

const overTls = ({ ctx }: Reply): boolean => ctx.settings.baseUrl.startsWith("https://");

/** Hands the browser its new session; what it held before is worth nothing any more. */
export function setSessionCookie(reply: Reply, session: { token: string; expiresAt: string }): void {
  const secure = overTls(reply);
  const maxAge = Math.floor((Date.parse(session.expiresAt) - reply.ctx.now.getTime()) / 1000);
  reply.setCookies.push(writeCookie(sessionCookieName(secure), session.token, { secure, maxAge }));
}

export function clearSessionCookie(reply: Reply): void {
  const secure = overTls(reply);
  reply.setCookies.push(writeCookie(sessionCookieName(secure), "", { secure, maxAge: 0 }));
}

export const sessionToken = (request: Request, reply: Reply): string | undefined =>
  readCookie(request.headers.get("cookie"), sessionCookieName(overTls(reply)));
